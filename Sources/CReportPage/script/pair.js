// Two documents side by side: what they share is linked, and what was changed is marked.

const pair = { current: -1, shares: [], a: null, b: null };

function pairView(a, b, at) {
  const shares = sharesOf(a, b).filter((share) => share.link.kind === COPY || filter.kinds.has(share.link.kind) || view.known);
  const hidden = sharesOf(a, b).length - shares.length;
  Object.assign(pair, { current: -1, shares, a, b });
  queueMicrotask(() => requestAnimationFrame(() => {
    layRibbons();
    const wanted = at === undefined ? 0 : shares.findIndex((one) => one.a.start <= at && at < one.a.end);
    if (shares.length) select(Math.max(0, wanted), false);
  }));
  return [
    h("header", { class: "top pairtop" },
      h("h1", {}, say("pair")),
      h("p", { class: "lead" }, pairLead(a, b)), exclusionNote(),
      h("div", { class: "buttons" },
        h("button", { id: "previous", disabled: !shares.length, onclick: () => step(-1) }, say("previous")),
        h("span", { id: "place", class: "number", "aria-live": "polite" }, `0 / ${shares.length}`),
        h("button", { id: "next", disabled: !shares.length, onclick: () => step(1) }, say("next")),
        h("button", { id: "swap", onclick: swap }, say("swap")),
        hidden || view.known ? checkbox("known", view.known, say("show_known"), (isOn) => { view.known = isOn; }) : null,
        h("span", { class: "quiet keys" }, say("pair_keys"))),
      shares.length ? changeLegend() : null),
    h("div", { class: "pair" }, pane(a, "a"), svg("svg", { class: "ribbons", id: "ribbons", "aria-hidden": "true" }), pane(b, "b")),
  ];
}

/** How much each holds of the other; of a scored pair also what is told of it as a whole. */
function pairLead(a, b) {
  const share = (unit, other) => {
    const source = totalsOf(unit).sources.find((one) => one.unit === other);
    return percent(source ? source.characters : 0, unit.characters);
  };
  const ends = [a.index, b.index].sort((x, y) => x - y);
  const score = report.pairs.find((one) => Number(one.a) === ends[0] && Number(one.b) === ends[1]);
  const count = pair.shares.length;
  const lead = count ? say("pair_lead", { a: share(a, b), b: share(b, a), count }) : say("pair_nothing");
  return score ? lead + say("pair_score", { resemblance: percent(score.resemblance, 1), longest: score.longest }) : lead;
}

/** What the marks inside a match mean. */
function changeLegend() {
  const sample = (name, node) => h("span", {}, node, " ", say(name));
  return h("p", { class: "quiet keys changes" },
    sample("change_changed", h("span", { class: "changed" }, say("sample"))),
    sample("change_only", h("span", { class: "only" }, say("sample"))),
    sample("change_gap", h("span", { class: "gap" })),
    sample("change_redacted", h("span", { class: "redacted" }, "**")));
}

function pane(unit, side) {
  const covers = pair.shares.map((share, index) => ({ start: share[side].start, end: share[side].end, index, form: formOf(share.link), isCopy: share.link.kind === COPY }));
  const part = ([start, end, inside]) => {
    if (!inside.length) return shown(unwrap(slice(unit, start, end)));
    // Where matches overlap the longest copy is shown, else the longest.
    const weight = (one) => one.end - one.start + (one.isCopy ? lengthOf(unit) : 0);
    const { index, form } = inside.reduce((best, one) => (weight(one) > weight(best) ? one : best));
    return h("mark", { class: form, "data-share": index, onclick: () => select(index, true, side) }, changes(unit, side, pair.shares[index], start, end));
  };
  const paragraphs = byParagraph(unit, stretchesOf(unit, covers)).map((paragraph) => h("p", {}, paragraph.parts.map(part)));
  return h("section", { class: "side" }, h("h2", {}, documentLink(unit)),
    h("div", { class: "pane text", id: "pane-" + side, tabindex: 0, role: "region", "aria-label": plain(unit.title),
      onscroll: () => requestAnimationFrame(drawRibbons) }, paragraphs));
}

/** The part of a shared stretch between two positions, with what was changed marked. */
function changes(unit, side, share, start, end) {
  const first = (side === "a") !== share.isTurned;
  const edits = editsOf(share.link);
  if (!edits.length) return shown(unwrap(slice(unit, start, end)));
  const other = side === "a" ? pair.b : pair.a;
  const nodes = [];
  let own = share[side].start, theirs = share[side === "a" ? "b" : "a"].start;
  for (const [kind, lengthOfA, lengthOfB] of edits) {
    const [length, opposite] = first ? [lengthOfA, lengthOfB] : [lengthOfB, lengthOfA];
    const from = Math.max(start, own), to = Math.min(end, own + length);
    if (from < to) {
      const text = shown(unwrap(slice(unit, from, to)));
      if (kind === EQUAL) nodes.push(...text);
      else if (kind === REDACTED) nodes.push(redacted(text, slice(unit, from, to), slice(other, theirs, theirs + opposite)));
      else nodes.push(h("span", { class: opposite ? "changed" : "only" }, text));
    } else if (length === 0 && kind !== EQUAL && own >= start && own < end) {
      nodes.push(h("span", { class: "gap", title: plain(slice(other, theirs, theirs + opposite)) }));
    }
    own += length;
    theirs += opposite;
  }
  return nodes;
}

const REDACTION = /^[\p{P}\p{S}\s]*([xXｘＸ]{2,}|某\S{0,3})?[\p{P}\p{S}\s]*$/u;

/** A redaction mark with what stands under it, or that which was redacted on the other side. */
function redacted(nodes, own, opposite) {
  const isMark = REDACTION.test(own), isKnown = !REDACTION.test(opposite);
  const under = opposite.replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, "");
  return h("span", { class: "redacted", title: isMark ? null : plain(opposite) }, nodes, isMark && isKnown ? h("small", {}, shown(short(under, 24))) : null);
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
