// Who shares how much with whom: a row says how much of its document stands in each column's.

const MATRIX_LIMIT = 48;

function matrixSection() {
  const involved = units.filter((unit) => totalsOf(unit).counted > 0)
    .sort((x, y) => totalsOf(y).counted - totalsOf(x).counted).slice(0, MATRIX_LIMIT);
  if (involved.length < 2) return null;
  const order = nextToEachOther(involved);
  const note = units.filter((unit) => totalsOf(unit).counted > 0).length > MATRIX_LIMIT ? say("matrix_limit", { count: MATRIX_LIMIT }) : null;
  return titled(say("matrix"), [say("matrix_text"), " ", note], h("div", { class: "scroll" }, matrix(order)));
}

/** Documents in an order in which each follows the one it shares most with. */
function nextToEachOther(chosen) {
  const left = new Set(chosen);
  const order = [];
  let next = chosen[0];
  while (next) {
    order.push(next);
    left.delete(next);
    const follower = totalsOf(next).sources.find((source) => left.has(source.unit));
    next = follower ? follower.unit : left.values().next().value;
  }
  return order;
}

function matrix(order) {
  const cell = order.length > 24 ? 18 : 30;
  const label = narrow.matches ? 130 : 220;
  const place = new Map(order.map((unit, at) => [unit.index, at]));
  const width = label + order.length * cell + 8, height = 30 + order.length * cell;
  const picture = svg("svg", { class: "matrix", width, height, viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": say("matrix") });
  order.forEach((unit, row) => {
    const y = 30 + row * cell, baseline = y + cell / 2 + 4;
    const name = svg("text", { x: label - 34, y: baseline, "text-anchor": "end" }, matrixLabel(unit, narrow.matches ? 7 : 13), svg("title", {}, plain(unit.name)));
    picture.append(
      svg("a", { href: `#/document/${unit.index}` }, name),
      svg("text", { class: "quiet", x: label - 8, y: baseline, "text-anchor": "end" }, String(row + 1)),
      svg("text", { class: "quiet", x: label + row * cell + cell / 2, y: 22, "text-anchor": "middle" }, String(row + 1)),
      svg("rect", { class: "self", x: label + row * cell, y, width: cell - 1, height: cell - 1 }));
    for (const source of totalsOf(unit).sources) {
      if (place.has(source.unit.index)) picture.append(matrixCell(unit, source, label + place.get(source.unit.index) * cell, y, cell));
    }
  });
  return picture;
}

function matrixCell(unit, source, x, y, cell) {
  const share = source.characters / (unit.characters || 1);
  const level = share >= 0.5 ? 4 : share >= 0.2 ? 3 : share >= 0.05 ? 2 : 1;
  const text = say("matrix_cell", {
    a: unit.title, b: source.unit.title, share: percent(source.characters, unit.characters), characters: source.characters,
  });
  // Where no figure fits, the size of the square tells the level beside its shade.
  const isLarge = cell >= 28;
  const side = isLarge ? cell - 1 : Math.round((cell - 1) * (0.4 + 0.15 * level)), gap = (cell - 1 - side) / 2;
  const figure = { class: `figure level${level}`, x: x + cell / 2, y: y + cell / 2 + 4, "text-anchor": "middle", "aria-hidden": "true" };
  return svg("a", { href: `#/pair/${unit.index}/${source.unit.index}`, "aria-label": text },
    svg("rect", { class: `cell level${level}`, x: x + gap, y: y + gap, width: side, height: side }, svg("title", {}, text)),
    isLarge ? svg("text", figure, String(Math.round(share * 100) || "·")) : null);
}

/** A title from its begin, a file's name to its end, where it tells most; Chinese is twice as wide. */
function matrixLabel(unit, width) {
  const title = plain(unit.title), scalars = [...title];
  const room = /[\u2e80-\uffef]/.test(title) ? width : 2 * width;
  if (scalars.length <= room) return title;
  return unit.entry.title ? scalars.slice(0, room - 1).join("") + "…" : "…" + scalars.slice(1 - room).join("");
}
