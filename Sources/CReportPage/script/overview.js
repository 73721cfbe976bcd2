// The first view: what was compared, what was found, what to look at first.

const list = { sort: "share", isTurned: false, shown: 40, filter: "", clusters: 12 };

function overview() {
  const totals = grandTotals();
  return [
    h("section", { class: "hero" },
      h("h1", {}, say("headline", { holders: totals.holders, count: units.length })),
      h("p", { class: "lead" }, say("compared", {
        count: units.length, files: report.summary.documents, characters: totals.characters, share: percent(totals.counted, totals.characters),
      })),
      h("div", { class: "figures" },
        figure(percent(totals.counted, totals.characters), say("figure_share")),
        figure(numbers.format(totals.holders), say("figure_documents")),
        figure(numbers.format(clusters.length), say("figure_clusters")),
        figure(numbers.format(report.summary.copied_passages), say("figure_passages"))),
      skippedInputs()),
    firstLooks(),
    documentSection(),
    later(matrixSection),
    later(clusterSection),
    promise(),
  ];
}

/** A section below the first screen: drawn once that is seen. */
function later(section) {
  const place = h("section", { class: "later" });
  setTimeout(() => { if (place.isConnected) place.replaceWith(...[section()].filter(Boolean)); }, 50);
  return place;
}

/** The document, the pair and the cluster that most is to be said of. */
function firstLooks() {
  const looks = [];
  const worst = [...units].sort((x, y) => totalsOf(y).counted - totalsOf(x).counted)[0];
  if (worst && totalsOf(worst).counted > 0) {
    looks.push(look(`#/document/${worst.index}`, say("look_document"), worst.title,
      say("look_document_text", { share: percent(totalsOf(worst).counted, worst.characters), counted: totalsOf(worst).counted, sources: totalsOf(worst).sources.length })));
  }
  const pair = strongestPair();
  if (pair) {
    looks.push(look(`#/pair/${pair.a.index}/${pair.b.index}`, say("look_pair"), `${pair.a.title} — ${pair.b.title}`,
      say("look_pair_text", { characters: pair.characters })));
  }
  if (clusters.length) {
    const most = bySize()[0];
    looks.push(look(`#/cluster/${most.index}`, say("look_cluster"), short(textOf(most), 40), say("copies", { count: most.members.length })));
  }
  if (!looks.length) return h("p", { class: "quiet" }, say("nothing_found"));
  return h("section", {}, h("h2", {}, say("look_first")), h("div", { class: "looks" }, looks));
}

const look = (href, kind, title, text) =>
  h("a", { class: "look", href }, h("span", { class: "kind" }, kind), h("strong", {}, bdi(title)), h("span", {}, text));

function strongestPair() {
  let best = null;
  for (const a of units) {
    for (const source of totalsOf(a).sources) {
      if (!best || source.characters > best.characters) best = { a, b: source.unit, characters: source.characters };
    }
  }
  return best && best.a.index > best.b.index ? { ...best, a: best.b, b: best.a } : best;
}

const ORDERS = {
  share: (x, y) => totalsOf(y).counted / (y.characters || 1) - totalsOf(x).counted / (x.characters || 1),
  length: (x, y) => y.characters - x.characters,
  date: (x, y) => (x.date || "9999").localeCompare(y.date || "9999"),
  name: (x, y) => x.index - y.index,
};

function documentSection() {
  const place = h("div", {}, documentTable());
  const search = units.length > 20 ? h("input", { type: "search", class: "search", id: "search", placeholder: say("search"), "aria-label": say("search"), value: list.filter,
    oninput: (event) => { list.filter = event.target.value; place.replaceChildren(...documentTable()); } }) : null;
  const redraw = () => place.replaceChildren(...documentTable());
  place.addEventListener("click", (event) => {
    const order = event.target.dataset && event.target.dataset.order;
    if (!order) return;
    list.isTurned = list.sort === order && !list.isTurned;
    list.sort = order;
    redraw();
    place.querySelector(`[data-order="${order}"]`).focus();
  });
  return h("section", {}, h("h2", {}, say("documents")), exclusionNote(), h("div", { class: "under" }, search, stripLegend()), place);
}

function documentTable() {
  const wanted = list.filter.toLowerCase();
  const chosen = units.filter((unit) => !wanted || (unit.title + unit.name).toLowerCase().includes(wanted));
  chosen.sort((x, y) => (list.isTurned ? -1 : 1) * ORDERS[list.sort](x, y) || x.index - y.index);
  const hasDates = units.some((unit) => unit.date);
  const columns = [
    sortable("name", say("document")), narrow.matches ? null : h("th", { scope: "col", class: "wide" }, say("where_copied")),
    sortable("share", say("share"), "number"), sortable("length", say("characters"), "number"), hasDates ? sortable("date", say("date"), "number") : null,
    h("th", { scope: "col", class: "best" }, say("best_source")),
  ];
  const left = chosen.length - list.shown;
  const more = left > 0 ? h("button", { onclick: (event) => { list.shown += 200; event.target.parentElement.replaceChildren(...documentTable()); } }, say("show_more", { count: left })) : null;
  return [table(columns.filter(Boolean), chosen.slice(0, list.shown).map((unit) => documentRow(unit, hasDates)), { class: "documents" }), more].filter(Boolean);
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
    h("td", { class: "number", "data-unit": unit.index, "data-counted": totals.counted }, h("b", {}, percent(totals.counted, unit.characters))),
    number(unit.characters),
    hasDates ? h("td", { class: "number" }, unit.date || "") : null,
    h("td", { class: "best" }, best ? h("a", { href: `#/pair/${unit.index}/${best.unit.index}` }, bdi(best.unit.title), " ", h("span", { class: "quiet" }, percent(best.characters, unit.characters))) : h("span", { class: "quiet" }, "–")));
}

/** Clusters, those with most copies first. */
const bySize = () => [...clusters].sort((x, y) => y.members.length - x.members.length || x.index - y.index);

function clusterSection() {
  if (!clusters.length) return null;
  const rows = bySize().slice(0, list.clusters).map((cluster) => h("tr", {},
    h("td", { class: "number" }, h("b", {}, numbers.format(cluster.members.length))),
    h("td", {}, h("a", { class: "plain", href: `#/cluster/${cluster.index}` }, bdi(short(textOf(cluster), 80)))),
    h("td", { class: "number" }, percent(cluster.cohesion, 1))));
  const left = clusters.length - rows.length;
  const more = left > 0 ? h("button", { onclick: (event) => { list.clusters += 100; event.target.closest("section").replaceWith(clusterSection()); } }, say("show_more_texts", { count: left })) : null;
  return h("section", {}, h("h2", {}, say("clusters")), h("p", { class: "quiet" }, say("clusters_text")),
    table([h("th", { scope: "col", class: "number" }, say("copies_head")), say("text"), h("th", { scope: "col", class: "number" }, say("alike"))], rows, { class: "clusters" }), more);
}
