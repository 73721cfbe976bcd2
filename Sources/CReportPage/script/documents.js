// The documents of the overview as a table: sorted, searched, each with its strip.

const list = { sort: "share", isTurned: false, shown: 40, filter: "" };

const ORDERS = {
  share: (x, y) => totalsOf(y).counted / (y.characters || 1) - totalsOf(x).counted / (x.characters || 1),
  length: (x, y) => y.characters - x.characters,
  date: (x, y) => (x.date || "9999").localeCompare(y.date || "9999"),
  name: (x, y) => x.index - y.index,
};

function documentSection() {
  const place = h("div", {}, documentTable());
  const redraw = () => place.replaceChildren(...documentTable());
  const search = h("input", { type: "search", class: "search", id: "search", placeholder: say("search"), "aria-label": say("search"),
    value: list.filter, oninput: (event) => { list.filter = event.target.value; redraw(); } });
  place.addEventListener("click", ({ target }) => {
    const { more, order } = target.dataset;
    if (more === undefined && order === undefined) return;
    if (order !== undefined) sortBy(order);
    else list.shown += 200;
    redraw();
    place.querySelector(order === undefined ? "[data-more]" : `[data-order="${list.sort}"]`)?.focus();
  });
  return titled(say("documents"), null, exclusionNote(), h("div", { class: "under" }, units.length > 20 ? search : null, stripLegend()), place);
}

function sortBy(order) {
  list.isTurned = list.sort === order && !list.isTurned;
  list.sort = order;
}

function documentTable() {
  const wanted = list.filter.toLowerCase();
  const chosen = units.filter((unit) => !wanted || (unit.title + unit.name).toLowerCase().includes(wanted));
  chosen.sort((x, y) => (list.isTurned ? -1 : 1) * ORDERS[list.sort](x, y) || x.index - y.index);
  const hasDates = units.some((unit) => unit.date);
  const head = [
    sortable("name", say("document")),
    narrow.matches ? null : column(say("where_copied"), "wide"),
    sortable("share", say("share"), "number"),
    sortable("length", say("characters"), "number"),
    hasDates ? sortable("date", say("date"), "number") : null,
    column(say("best_source"), "best"),
  ];
  const rows = chosen.slice(0, list.shown).map((unit) => documentRow(unit, hasDates));
  const left = chosen.length - rows.length;
  const more = left > 0 ? h("button", { "data-more": true }, say("show_more", { count: left })) : null;
  return [table(head.filter(Boolean), rows, { class: "documents" }), more].filter(Boolean);
}

/** The head of a column that a click sorts by; a second click turns it round. */
function sortable(order, label, kind) {
  const rises = (order === "name" || order === "date") !== list.isTurned;
  return h("th", { scope: "col", class: kind, "aria-sort": list.sort === order ? (rises ? "ascending" : "descending") : null },
    h("button", { class: "sort", "data-order": order }, label));
}

function documentRow(unit, hasDates) {
  const totals = totalsOf(unit);
  const best = totals.sources[0];
  return h("tr", {},
    h("td", {}, documentLink(unit), narrow.matches ? heatStrip(unit) : null),
    narrow.matches ? null : h("td", { class: "wide" }, heatStrip(unit)),
    h("td", { class: "number" }, h("b", {}, percent(totals.counted, unit.characters)), commonShare(unit, totals)),
    number(unit.characters),
    hasDates ? h("td", { class: "number" }, unit.date || "") : null,
    h("td", { class: "best" }, best ? bestSource(unit, best) : h("span", { class: "quiet" }, "–")));
}

/** Below a share the same with common text, where that is another. */
function commonShare(unit, totals) {
  if (!hasOtherShare(unit, totals)) return null;
  const share = percent(totals.withCommon, unit.characters);
  return h("span", { class: "where", title: say("with_common", { share }) }, say("with_common_short", { share }));
}

function bestSource(unit, best) {
  return h("a", { href: `#/pair/${unit.index}/${best.unit.index}` }, bdi(best.unit.title), " ",
    h("span", { class: "quiet" }, percent(best.characters, unit.characters)), orderOf(unit, best.unit));
}
