// The first view: what was compared, what was found, what to look at first.

const table_state = { sort: "share", shown: 40, filter: "" };

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
        figure(numbers.format(report.summary.copied_passages), say("figure_passages")))),
    firstLooks(),
    h("section", {}, h("h2", {}, say("documents")), exclusionNote(), h("div", { id: "documents" }, documentTable())),
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
      say("look_document_text", { share: percent(totalsOf(worst).counted, worst.characters), sources: totalsOf(worst).sources.length })));
  }
  const pair = strongestPair();
  if (pair) {
    looks.push(look(`#/pair/${pair.a.index}/${pair.b.index}`, say("look_pair"), `${pair.a.title} — ${pair.b.title}`,
      say("look_pair_text", { characters: pair.characters })));
  }
  if (clusters.length) {
    const most = clusters[0];
    looks.push(look(`#/cluster/0`, say("look_cluster"), short(most.text, 40), say("copies", { count: most.members.length })));
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

function documentTable() {
  const wanted = table_state.filter.toLowerCase();
  const chosen = units.filter((unit) => !wanted || (unit.title + unit.name).toLowerCase().includes(wanted));
  chosen.sort((x, y) => ORDERS[table_state.sort](x, y) || x.index - y.index);
  const redraw = () => document.getElementById("documents").replaceChildren(...documentTable());
  const head = (order, label, kind) => h("th", { scope: "col", class: kind, "aria-sort": table_state.sort === order ? "descending" : null },
    h("button", { class: "sort", onclick: () => { table_state.sort = order; redraw(); } }, label));
  const hasDates = units.some((unit) => unit.date);
  const columns = [head("name", say("document")), h("th", { scope: "col", class: "wide" }, say("where_copied")), head("share", say("share"), "number"),
    head("length", say("characters"), "number"), hasDates ? head("date", say("date")) : null, h("th", { scope: "col" }, say("best_source"))];
  const rows = chosen.slice(0, table_state.shown).map((unit) => documentRow(unit, hasDates));
  const more = chosen.length > table_state.shown
    ? h("button", { onclick: () => { table_state.shown += 200; redraw(); } }, say("show_more", { count: chosen.length - table_state.shown })) : null;
  const search = units.length > 20 ? h("input", { type: "search", class: "search", placeholder: say("search"), "aria-label": say("search"), value: table_state.filter,
    onchange: (event) => { table_state.filter = event.target.value; redraw(); } }) : null;
  return [search, table(columns.filter(Boolean), rows, { class: "documents" }), more].filter(Boolean);
}

function documentRow(unit, hasDates) {
  const totals = totalsOf(unit);
  const best = totals.sources[0];
  return h("tr", {},
    h("td", {}, documentLink(unit)),
    h("td", { class: "wide" }, heatStrip(unit)),
    h("td", { class: "number", "data-unit": unit.index, "data-counted": totals.counted }, h("b", {}, percent(totals.counted, unit.characters))),
    number(unit.characters),
    hasDates ? h("td", { class: "number" }, unit.date || "") : null,
    h("td", {}, best ? h("a", { href: `#/pair/${unit.index}/${best.unit.index}` }, bdi(best.unit.title), " ", h("span", { class: "quiet" }, percent(best.characters, unit.characters))) : h("span", { class: "quiet" }, "–")));
}

/** Says that the figures are not the report's own, and offers to go back. */
function exclusionNote() {
  if (!isFiltered()) return null;
  return h("p", { class: "note" }, say("filtered"), " ",
    h("button", { onclick: () => { changeFilter(() => { filter.sources.clear(); filter.shortest = 0; filter.kinds = new Set([COPY]); }); draw(); } }, say("reset")));
}

function clusterSection() {
  if (!clusters.length) return null;
  const rows = clusters.slice(0, 30).map((cluster) => h("tr", {},
    h("td", { class: "number" }, h("b", {}, numbers.format(cluster.members.length))),
    h("td", {}, h("a", { class: "plain", href: `#/cluster/${cluster.index}` }, bdi(short(cluster.text, 80)))),
    h("td", { class: "number" }, percent(cluster.cohesion, 1))));
  return h("section", {}, h("h2", {}, say("clusters")), h("p", { class: "quiet" }, say("clusters_text")),
    table([h("th", { scope: "col", class: "number" }, say("copies_head")), say("text"), h("th", { scope: "col", class: "number" }, say("alike"))], rows));
}

/** What is sure to be found, the options, what was skipped. */
function promise() {
  const options = report.options;
  return h("section", { class: "promise" }, h("h2", {}, say("promise")),
    h("p", {}, say("promise_text", { run: options.passages ? options.passages.min_run : 0, threshold: percent(options.threshold, 1) })),
    h("details", {}, h("summary", {}, say("promise_more")), h("p", { lang: "en" }, report.guarantee.text),
      h("p", {}, say("made_by", { version: report.tool.version, unicode: report.tool.unicode })),
      report.skipped.length ? h("ul", {}, report.skipped.map((entry) => h("li", {}, bdi(entry.path), ": ", entry.message))) : null),
    report.skipped.length ? h("p", { class: "note" }, say("skipped", { count: report.skipped.length })) : null);
}
