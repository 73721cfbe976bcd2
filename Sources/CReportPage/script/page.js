// Which view is shown, and the keys.

function goTo(hash) {
  if (location.hash === hash) draw(); else location.hash = hash;
}

/** The view that the address names: its name, what it draws, and the document it is about. */
function route() {
  const [kind, ...rest] = location.hash.replace(/^#\/?/, "").split("/");
  const [first, second, third] = rest.map(Number);
  const [unit, other] = [units[first], units[second]];
  if (kind === "document" && unit) return { title: unit.title, nodes: () => documentView(unit), unit };
  if (kind === "print" && unit) return { title: say("print_view"), nodes: () => printView(unit), unit, parent: unit };
  if (kind === "pair" && unit && other) {
    const start = Number.isNaN(third) ? undefined : third;
    return { title: say("pair_short"), nodes: () => pairView(unit, other, start), unit, parent: unit, isWide: true };
  }
  if (kind === "cluster" && clusters[first]) return { title: say("cluster"), nodes: () => clusterView(clusters[first]) };
  return { title: "", nodes: overview };
}

let shownHash = null;
const reportTitle = document.title;

/** Draws the view that the address names. */
function draw() {
  const found = route();
  const main = document.getElementById("main");
  const isSame = shownHash === location.hash;
  const scroll = window.scrollY;
  const focused = isSame && document.activeElement ? document.activeElement.id : "";
  main.className = found.isWide ? "wide" : "";
  main.replaceChildren(...found.nodes().filter(Boolean));
  namePlace(found);
  if (isSame) {
    window.scrollTo(0, scroll);
    // What was worked with was drawn anew: the keyboard stays there.
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
    const totals = found.unit ? { counted: totalsOf(found.unit).counted, characters: found.unit.characters } : grandTotals();
    document.getElementById("status").textContent = say("status", { share: percent(totals.counted, totals.characters) });
  } else {
    window.scrollTo(0, 0);
    if (shownHash !== null) main.focus({ preventScroll: true });
  }
  shownHash = location.hash;
}

/** Says where the reader is: in the bar, and in the title of the window. */
function namePlace({ title, parent }) {
  const path = [h("a", { href: "#/" }, say("overview"))];
  if (parent) path.push(h("a", { href: `#/document/${parent.index}` }, bdi(short(parent.title, 16))));
  if (title) path.push(h("span", { "aria-current": "page" }, bdi(short(title, 24))));
  const arrow = () => h("span", { class: "quiet", "aria-hidden": "true" }, "›");
  document.getElementById("path").replaceChildren(...path.flatMap((node, at) => (at ? [arrow(), node] : [node])));
  const names = [parent && parent.title, title].filter(Boolean).join(" – ");
  document.title = names ? `${short(plain(names), 60)} – ${reportTitle}` : reportTitle;
}

document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  document.getElementById("main").focus();
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea, dialog")) return;
  const isPair = location.hash.startsWith("#/pair/");
  const go = isPair ? step : location.hash.startsWith("#/document/") ? stepMark : () => {};
  if (event.key === "n" || event.key === "j") go(1);
  else if (event.key === "p" || event.key === "k") go(-1);
  else if (isPair && event.key === "s") swap();
  else if (event.key === "o") goTo("#/");
});

window.addEventListener("hashchange", draw);
narrow.addEventListener("change", draw);
window.addEventListener("resize", () => { if (document.getElementById("ribbons")) layRibbons(); });

// The report of two documents opens on them.
if (!location.hash && report.command === "score" && report.pairs.length === 1) {
  history.replaceState(null, "", `#/pair/${report.pairs[0].a}/${report.pairs[0].b}`);
}
draw();
