// Which view is shown, and the keys.

function goTo(hash) {
  if (location.hash === hash) draw(); else location.hash = hash;
}

function route() {
  const [kind, ...rest] = location.hash.replace(/^#\/?/, "").split("/");
  const [first, second, third] = rest.map(Number);
  if (kind === "document" && units[first]) return { title: units[first].title, nodes: () => documentView(units[first]), self: units[first] };
  if (kind === "print" && units[first]) return { title: say("print_view"), nodes: () => printView(units[first]), document: units[first] };
  if (kind === "pair" && units[first] && units[second]) {
    return { title: say("pair_short"), nodes: () => pairView(units[first], units[second], Number.isNaN(third) ? undefined : third), wide: true, document: units[first] };
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
  main.className = found.wide ? "wide" : "";
  main.replaceChildren(...found.nodes().filter(Boolean));
  const path = [h("a", { href: "#/" }, say("overview"))];
  if (found.document) path.push(h("a", { href: `#/document/${found.document.index}` }, bdi(short(found.document.title, 16))));
  if (found.title) path.push(h("span", { "aria-current": "page" }, bdi(short(found.title, 24))));
  document.getElementById("path").replaceChildren(...path.flatMap((node, at) => (at ? [h("span", { class: "quiet", "aria-hidden": "true" }, "›"), node] : [node])));
  document.title = found.title ? `${short([found.document && found.document.title, found.title].filter(Boolean).join(" – "), 60)} – ${reportTitle}` : reportTitle;
  if (isSame) {
    window.scrollTo(0, scroll);
    // What was worked with was drawn anew: the keyboard stays there.
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
    const unit = found.self || found.document;
    const totals = unit ? { counted: totalsOf(unit).counted, characters: unit.characters } : grandTotals();
    document.getElementById("status").textContent = say("status", { share: percent(totals.counted, totals.characters) });
  } else {
    window.scrollTo(0, 0);
    if (shownHash !== null) main.focus({ preventScroll: true });
  }
  shownHash = location.hash;
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
