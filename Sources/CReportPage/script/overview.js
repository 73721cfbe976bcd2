// The first view: what was compared, what was found, what to look at first.

const shownClusters = { count: 12 };

function overview() {
  const totals = grandTotals();
  return [
    h("section", { class: "hero" },
      h("h1", {}, say("headline", { holders: totals.holders, count: units.length })),
      h("p", { class: "lead" }, say("compared", {
        count: units.length, files: report.summary.documents, characters: totals.characters,
        share: percent(totals.counted, totals.characters),
      })),
      h("div", { class: "figures" },
        figure(percent(totals.counted, totals.characters), say("figure_share")),
        figure(numbers.format(totals.holders), say("figure_documents")),
        figure(numbers.format(bySize().length), say("figure_clusters")),
        // The report counts passages; the page adds up characters only.
        isFiltered() ? null : figure(numbers.format(report.summary.copied_passages), say("figure_passages"))),
      commonNote(), skippedInputs(), textWarnings()),
    firstLooks(),
    documentSection(),
    later(matrixSection),
    later(clusterSection),
    later(knownSection),
    promise(),
  ];
}

/** Says that much of what was compared is text that most documents hold. */
function commonNote() {
  const { common_characters: common, counted_characters: all } = report.summary;
  if (!(common > 0.1 * all)) return null;
  const ofClusters = clusters.filter((one) => one.kind === COMMON).map((one) => new Set(one.members.map((member) => member.unit)).size);
  const own = report.documents.filter((entry) => entry.common_characters > 0).length;
  const holders = Math.max(own, ...ofClusters);
  return h("p", { class: "note", id: "common" }, say("common_note", { share: percent(common, all), holders, documents: units.length }));
}

/** A section below the first screen: drawn once that is seen. */
function later(section) {
  const place = h("section", { class: "later" });
  setTimeout(() => { if (place.isConnected) place.replaceWith(...[section()].filter(Boolean)); }, 50);
  return place;
}

/** The document, the pair and the cluster that most is to be said of. */
function firstLooks() {
  const looks = [worstDocument(), strongestPair(), mostRepeated()].filter(Boolean);
  if (!looks.length) return h("p", { class: "quiet" }, say("nothing_found"));
  return titled(say("look_first"), null, h("div", { class: "looks" }, looks));
}

function worstDocument() {
  const worst = [...units].sort((x, y) => totalsOf(y).counted - totalsOf(x).counted)[0];
  if (!worst || !totalsOf(worst).counted) return null;
  const { counted, sources } = totalsOf(worst);
  return look(`#/document/${worst.index}`, say("look_document"), worst.title,
    say("look_document_text", { share: percent(counted, worst.characters), counted, sources: sources.length }));
}

function strongestPair() {
  let best = null;
  for (const a of units) {
    for (const source of totalsOf(a).sources) {
      if (!best || source.characters > best.characters) best = { a, b: source.unit, characters: source.characters };
    }
  }
  if (!best) return null;
  const [a, b] = [best.a, best.b].sort((x, y) => x.index - y.index);
  return look(`#/pair/${a.index}/${b.index}`, say("look_pair"), `${a.title} — ${b.title}`, say("look_pair_text", { characters: best.characters }));
}

function mostRepeated() {
  const most = bySize()[0];
  return most && look(`#/cluster/${most.index}`, say("look_cluster"), short(textOf(most), 40), say("copies", { count: most.members.length }));
}

const look = (href, kind, title, text) =>
  h("a", { class: "look", href }, h("span", { class: "kind" }, kind), h("strong", {}, bdi(title)), h("span", {}, text));

/** Clusters of copies, or of what does not count, those with most places first. */
const bySize = (isCopy = true) => clusters.filter((one) => (one.kind === COPY) === isCopy).sort((x, y) => y.members.length - x.members.length || x.index - y.index);

function clusterSection() {
  if (!bySize().length) return null;
  const head = [column(say("copies_head"), "number"), say("text"), column(say("alike"), "number")];
  return clusterTable([say("clusters"), say("clusters_text")], bySize(), head, (cluster) => h("td", { class: "number" }, percent(cluster.cohesion, 1)));
}

/** Texts in several places that count as no copies, each with its class. */
function knownSection() {
  if (!bySize(false).length) return null;
  const head = [column(say("places_head"), "number"), say("text"), say("class")];
  return clusterTable([say("known"), say("known_text")], bySize(false), head, (cluster) => h("td", {}, say("class_" + KINDS[cluster.kind])));
}

/** A table of clusters, of which more are shown on demand. */
function clusterTable(titles, list, head, last) {
  const rows = list.slice(0, shownClusters.count).map((cluster) => h("tr", {},
    h("td", { class: "number" }, h("b", {}, numbers.format(cluster.members.length))),
    h("td", {}, h("a", { class: "plain", href: `#/cluster/${cluster.index}` }, bdi(short(textOf(cluster), 80)))),
    last(cluster)));
  const left = list.length - rows.length;
  const showMore = (event) => {
    shownClusters.count += 100;
    event.target.closest("section").replaceWith(clusterTable(titles, list, head, last));
  };
  return titled(...titles, table(head, rows, { class: "clusters" }),
    left > 0 ? h("button", { onclick: showMore }, say("show_more_texts", { count: left })) : null);
}
