// Two documents side by side: what they share is linked, and what was changed is marked.

const pair = { current: -1, shares: [], a: null, b: null };

function pairView(a, b, at) {
  const shares = sharesOf(a, b).filter((share) => share.link.kind === COPY || view.known);
  const hidden = sharesOf(a, b).length - shares.length;
  Object.assign(pair, { current: -1, shares, a, b });
  const own = (unit, other) => totalsOf(unit).sources.find((source) => source.unit === other);
  const share = (unit, other) => percent((own(unit, other) || { characters: 0 }).characters, unit.characters);
  queueMicrotask(() => requestAnimationFrame(() => {
    layRibbons();
    const wanted = at === undefined ? 0 : shares.findIndex((one) => one.a.start <= at && at < one.a.end);
    if (shares.length) select(Math.max(0, wanted), false);
  }));
  return [
    h("header", { class: "top pairtop" },
      h("h1", {}, say("pair")),
      h("p", { class: "lead" }, say("pair_lead", { a: share(a, b), b: share(b, a), count: shares.length })), exclusionNote(),
      h("div", { class: "buttons" },
        h("button", { id: "previous", onclick: () => step(-1) }, say("previous")),
        h("span", { id: "place", class: "number", "aria-live": "polite" }, `0 / ${shares.length}`),
        h("button", { id: "next", onclick: () => step(1) }, say("next")),
        h("button", { id: "swap", onclick: swap }, say("swap")),
        hidden || view.known ? h("label", {}, h("input", { type: "checkbox", checked: view.known, onchange: (event) => { view.known = event.target.checked; draw(); } }), " ", say("show_known")) : null,
        h("span", { class: "quiet keys" }, say("pair_keys")))),
    h("div", { class: "pair" }, pane(a, "a"), svg("svg", { class: "ribbons", id: "ribbons", "aria-hidden": "true" }), pane(b, "b")),
  ];
}

function pane(unit, side) {
  const covers = pair.shares.map((share, index) => ({ start: share[side].start, end: share[side].end, index, form: formOf(share.link) }));
  const body = h("div", { class: "pane text", id: "pane-" + side, tabindex: 0, role: "region", "aria-label": unit.title, onscroll: () => requestAnimationFrame(drawRibbons) },
    byParagraph(unit, stretchesOf(unit, covers)).map((paragraph) => h("p", {}, paragraph.parts.map(([start, end, inside]) => {
      if (!inside.length) return shown(unwrap(slice(unit, start, end)));
      const cover = inside.reduce((best, one) => (one.end - one.start > best.end - best.start ? one : best));
      return h("mark", { class: cover.form, "data-share": cover.index, onclick: () => select(cover.index, true, side) }, changes(unit, side, pair.shares[cover.index], start, end));
    }))));
  return h("section", { class: "side" }, h("h2", {}, documentLink(unit)), body);
}

/** The part of a shared stretch between two positions, with what was changed marked. */
function changes(unit, side, share, start, end) {
  const first = (side === "a") !== share.isTurned;
  const edits = share.link.edits;
  if (!edits.length) return shown(unwrap(slice(unit, start, end)));
  const other = side === "a" ? pair.b : pair.a;
  const nodes = [];
  let own = share[side].start, theirs = share[side === "a" ? "b" : "a"].start;
  for (let at = 0; at < edits.length; at += 3) {
    const length = first ? edits[at + 1] : edits[at + 2], opposite = first ? edits[at + 2] : edits[at + 1];
    const from = Math.max(start, own), to = Math.min(end, own + length);
    const kind = edits[at];
    if (from < to) {
      const text = shown(unwrap(slice(unit, from, to)));
      if (kind === EQUAL) nodes.push(...text);
      else if (kind === REDACTED) nodes.push(redacted(text, slice(unit, from, to), slice(other, theirs, theirs + opposite)));
      else nodes.push(h("span", { class: opposite ? "changed" : "only" }, text));
    } else if (length === 0 && kind !== EQUAL && own >= start && own < end) {
      nodes.push(h("span", { class: "gap", title: slice(other, theirs, theirs + opposite) }));
    }
    own += length;
    theirs += opposite;
  }
  return nodes;
}

/** A redaction mark with what stands under it, or that which was redacted on the other side. */
function redacted(nodes, own, opposite) {
  const isMark = /^[\p{P}\p{S}\s]*([xXｘＸ]{2,}|某\S{0,3})?[\p{P}\p{S}\s]*$/u.test(own);
  const under = opposite.replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, "") || opposite;
  return h("span", { class: "redacted", title: isMark ? null : opposite }, nodes, isMark ? h("small", {}, shown(short(under, 24))) : null);
}

/** Shows a match on both sides; the side it was clicked on stays where it is. */
function select(index, isClick = true, clicked = null) {
  pair.current = index;
  for (const mark of document.querySelectorAll("mark.current")) mark.classList.remove("current");
  for (const side of ["a", "b"]) {
    const body = document.getElementById("pane-" + side);
    const marks = body ? [...body.querySelectorAll(`mark[data-share="${index}"]`)] : [];
    marks.forEach((mark) => mark.classList.add("current"));
    if (marks.length && side !== clicked) body.scrollTop = marks[0].offsetTop - body.clientHeight / 4;
  }
  const place = document.getElementById("place");
  if (place) place.textContent = `${index + 1} / ${pair.shares.length}`;
  drawRibbons();
}

function step(by) {
  if (pair.shares.length) select((pair.current + by + pair.shares.length) % pair.shares.length);
}

function swap() {
  goTo(`#/pair/${pair.b.index}/${pair.a.index}`);
}

let ribbonPlaces = [];

/** Where each match lies in both panes. */
function layRibbons() {
  const places = (side) => {
    const body = document.getElementById("pane-" + side);
    const found = new Map();
    if (!body) return found;
    for (const mark of body.querySelectorAll("mark[data-share]")) {
      const index = Number(mark.dataset.share), top = mark.offsetTop;
      const old = found.get(index) || [top, top];
      found.set(index, [Math.min(old[0], top), Math.max(old[1], top + mark.offsetHeight)]);
    }
    return found;
  };
  const a = places("a"), b = places("b");
  ribbonPlaces = pair.shares.map((share, index) => ({ a: a.get(index), b: b.get(index), form: formOf(share.link) }));
  drawRibbons();
}

/** Draws what is in sight; a moved passage crosses the others. */
function drawRibbons() {
  const picture = document.getElementById("ribbons"), a = document.getElementById("pane-a"), b = document.getElementById("pane-b");
  if (!picture || !a || !b) return;
  const height = a.clientHeight, width = picture.clientWidth;
  picture.replaceChildren();
  if (!width) return;
  const clamp = (value) => Math.min(height + 40, Math.max(-40, value));
  const offset = a.offsetTop;
  ribbonPlaces.forEach((place, index) => {
    if (!place.a || !place.b) return;
    const [top, bottom, start, end] = [place.a[0] - a.scrollTop, place.a[1] - a.scrollTop, place.b[0] - b.scrollTop, place.b[1] - b.scrollTop];
    if ((bottom < 0 && end < 0) || (top > height && start > height)) return;
    const [p, q, r, s] = [top, bottom, start, end].map((value) => clamp(value) + offset);
    const m = width / 2;
    picture.append(svg("path", { class: "ribbon " + place.form + (index === pair.current ? " current" : ""), d: `M0 ${p}C${m} ${p} ${m} ${r} ${width} ${r}L${width} ${s}C${m} ${s} ${m} ${q} 0 ${q}Z` }));
  });
}
