// One document: its text with what was copied marked, its sources, what counts; and its print view.

const view = { known: false, folded: false };

function documentView(unit) {
  const totals = totalsOf(unit);
  return [
    h("header", { class: "top" }, h("h1", {}, bdi(unit.title)), h("p", { class: "where" }, bdi(unit.name), unit.date ? ` · ${unit.date}` : ""),
      h("p", { class: "lead", id: "share", "data-counted": totals.counted }, say("document_lead", {
        share: percent(totals.counted, unit.characters), counted: totals.counted, characters: unit.characters, sources: totals.sources.length,
      })), exclusionNote(),
      heatStrip(unit, (position) => jumpTo(unit, position))),
    h("div", { class: "reading" },
      h("article", { class: view.folded ? "text folded" : "text", id: "text" }, markedParagraphs(unit)),
      h("aside", {}, sourceList(unit, totals), exclusions(), legend(),
        h("p", {}, h("a", { class: "button", href: `#/print/${unit.index}` }, say("print_view"))))),
  ];
}

function sourceList(unit, totals) {
  if (!totals.sources.length && !filter.sources.size) return h("p", { class: "quiet" }, say("no_sources"));
  const rows = totals.sources.slice(0, 40).map((source, at) => h("li", {},
    h("div", { class: "source" },
      h("input", { type: "checkbox", checked: true, "aria-label": say("exclude", { name: source.unit.title }), title: say("exclude", { name: source.unit.title }),
        onchange: () => { changeFilter(() => filter.sources.add(source.unit.index), source.unit.index); draw(); } }),
      h("span", { class: "ordinal" }, String(at + 1)),
      h("a", { href: `#/pair/${unit.index}/${source.unit.index}` }, bdi(source.unit.title)),
      h("b", { class: "number" }, percent(source.characters, unit.characters))),
    bar(source.characters, unit.characters),
    h("p", { class: "quiet" }, say("source_text", { characters: source.characters, exclusive: source.exclusive }))));
  const left = [...filter.sources].map((index) => h("li", {}, h("div", { class: "source" },
    h("input", { type: "checkbox", checked: false, "aria-label": say("include", { name: units[index].title }),
      onchange: () => { changeFilter(() => filter.sources.delete(index), index); draw(); } }),
    h("s", {}, bdi(units[index].title)))));
  return h("section", {}, h("h2", {}, say("sources")), h("p", { class: "quiet" }, say("sources_text")), h("ol", { class: "sources" }, rows, left),
    totals.isPartial ? h("p", { class: "note" }, say("partial")) : null);
}

/** What counts: classes and lengths. */
function exclusions() {
  const box = (kind, label) => h("label", {}, h("input", { type: "checkbox", checked: filter.kinds.has(kind), "data-kind": kind,
    onchange: (event) => { changeFilter(() => (event.target.checked ? filter.kinds.add(kind) : filter.kinds.delete(kind))); draw(); } }), " ", label);
  return h("fieldset", {}, h("legend", {}, say("counts")),
    box(COPY, say("kind_copy")), box(1, say("kind_phrase")), box(2, say("kind_quotation")),
    h("label", {}, say("shortest"), " ", h("input", { type: "number", min: 0, max: 9999, step: 1, value: filter.shortest, id: "shortest",
      onchange: (event) => { changeFilter(() => { filter.shortest = Math.max(0, Number(event.target.value) || 0); }); draw(); } })),
    h("label", {}, h("input", { type: "checkbox", checked: view.known, onchange: (event) => { view.known = event.target.checked; draw(); } }), " ", say("show_known")),
    h("label", {}, h("input", { type: "checkbox", id: "fold", checked: view.folded, onchange: (event) => { view.folded = event.target.checked; draw(); } }), " ", say("fold")));
}

const legend = () => h("section", { class: "legend" }, h("h2", {}, say("legend")), h("ul", {},
  ["exact", "near", "rewritten", "known"].map((form) => h("li", {}, h("mark", { class: form }, say("sample")), " ", say("form_" + form)))));

/** Borders of what covers a text, with what covers each stretch: [start, end, covers]. */
function stretchesOf(unit, covers) {
  const end = lengthOf(unit);
  const events = [];
  for (const cover of covers) {
    const start = Math.max(0, cover.start), stop = Math.min(end, cover.end);
    if (start < stop) events.push([start, 1, cover], [stop, 0, cover]);
  }
  events.sort((x, y) => x[0] - y[0] || x[1] - y[1]);
  const open = new Set();
  const result = [];
  let last = 0;
  for (const [position, begins, cover] of events) {
    if (position > last) result.push([last, position, [...open]]);
    last = Math.max(last, position);
    if (begins) open.add(cover); else open.delete(cover);
  }
  if (last < end) result.push([last, end, []]);
  return result;
}

/** Cuts stretches at the borders of paragraphs. */
function byParagraph(unit, stretches) {
  const starts = unit.paragraphs.length ? unit.paragraphs : [0];
  const paragraphs = starts.map((start, at) => ({ start, end: at + 1 < starts.length ? starts[at + 1] : lengthOf(unit), parts: [] }));
  let at = 0;
  for (const [start, end, covers] of stretches) {
    while (at + 1 < paragraphs.length && paragraphs[at].end <= start) at += 1;
    for (let place = at; place < paragraphs.length && paragraphs[place].start < end; place += 1) {
      const from = Math.max(start, paragraphs[place].start), to = Math.min(end, paragraphs[place].end);
      if (from < to) paragraphs[place].parts.push([from, to, covers]);
    }
  }
  return paragraphs;
}

/** The lines of a wrapped paragraph as one; between Chinese characters without a space. */
const unwrap = (text) => text.replace(/([\u2e80-\u9fff\uff00-\uffef\u3000-\u303f])[ \t]*\r?\n[ \t]*(?=[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f])/g, "$1").replace(/\s*\r?\n\s*/g, " ");

const RANK = { exact: 0, near: 1, rewritten: 2, known: 3 };

function coversOf(unit, numbersOfSources) {
  const covers = [];
  const { own, spread } = countedShares(unit);
  for (const share of own) {
    covers.push({ start: share.own.start, end: share.own.end, form: formOf(share.link), sources: [share.other.unit], link: share.link });
  }
  for (const part of spread) {
    covers.push({ start: part.own.start, end: part.own.end, form: formOf(part.text), sources: part.holders, link: part.text });
  }
  if (view.known) {
    for (const share of unit.shares) if (share.link.kind !== COPY && !filter.kinds.has(share.link.kind)) covers.push({ start: share.own.start, end: share.own.end, form: "known", sources: [share.other.unit], link: share.link });
    for (const part of unit.spread) if (part.text.kind !== COPY && !filter.kinds.has(part.text.kind)) covers.push({ start: part.own.start, end: part.own.end, form: "known", sources: part.text.holders.filter((one) => one !== unit.index), link: part.text });
  }
  return covers;
}

function markedParagraphs(unit) {
  const ordinal = new Map(totalsOf(unit).sources.map((source, at) => [source.unit.index, at + 1]));
  let last = "";
  return byParagraph(unit, stretchesOf(unit, coversOf(unit))).map((paragraph) => h("p", { "data-start": paragraph.start, class: paragraph.parts.some((part) => part[2].length) ? null : "bare" },
    paragraph.parts.map(([start, end, covers]) => {
      const text = unwrap(slice(unit, start, end));
      if (!covers.length) { last = ""; return shown(text); }
      const form = covers.reduce((best, cover) => (RANK[cover.form] < RANK[best] ? cover.form : best), "known");
      const sources = [...new Set(covers.flatMap((cover) => cover.sources))];
      const named = sources.map((source) => ordinal.get(source)).filter(Boolean).sort((x, y) => x - y);
      const label = named.slice(0, 3).join(",") + (named.length > 3 ? "+" : "");
      const isNew = label !== last;
      last = label;
      return h("mark", { class: form, tabindex: 0, role: "link", "data-sources": isNew && label ? label : null, title: sources.slice(0, 5).map((one) => units[one].title).join("\n"),
        onclick: () => showPlaces(unit, covers), onkeydown: (event) => { if (event.key === "Enter") showPlaces(unit, covers); } }, shown(text));
    })));
}

/** Goes to the pair, or asks which where a stretch stands in several documents. */
function showPlaces(unit, covers) {
  const sources = [...new Set(covers.flatMap((cover) => cover.sources))];
  if (sources.length === 1) { goTo(`#/pair/${unit.index}/${sources[0]}/${covers[0].start}`); return; }
  const dialog = h("dialog", { "aria-label": say("stands_in") }, h("h2", {}, say("stands_in")),
    h("ul", {}, sources.slice(0, 60).map((source) => h("li", {}, h("a", { href: `#/pair/${unit.index}/${source}/${covers[0].start}`, onclick: () => dialog.remove() }, bdi(units[source].title)), h("span", { class: "where" }, bdi(units[source].name))))),
    h("button", { onclick: () => dialog.remove() }, say("close")));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** Scrolls to the mark at a counted character. */
function jumpTo(unit, position) {
  const target = position / (unit.characters || 1) * lengthOf(unit);
  const paragraphs = [...document.querySelectorAll("#text p")];
  const found = paragraphs.filter((one) => Number(one.dataset.start) <= target).pop();
  if (found) found.scrollIntoView({ block: "center" });
}

/** 标红: the document with numbered marks and its sources, as people file it. */
function printView(unit) {
  const totals = totalsOf(unit);
  return [
    h("p", { class: "screen" }, h("a", { class: "button", href: `#/document/${unit.index}` }, say("back")), " ", h("button", { onclick: () => window.print() }, say("print"))),
    h("article", { class: "sheet" },
      h("p", { class: "kind" }, say("sheet_kind")),
      h("h1", {}, bdi(unit.title)), h("p", { class: "where" }, bdi(unit.name)),
      table([say("share"), say("copied"), say("characters"), say("sources")].map((cell) => h("th", { scope: "col", class: "number" }, cell)),
        [h("tr", {}, h("td", { class: "number" }, h("b", {}, percent(totals.counted, unit.characters))), number(totals.counted), number(unit.characters), number(totals.sources.length))], { class: "sheet-totals" }),
      isFiltered() ? h("p", { class: "note" }, say("filtered")) : null,
      h("h2", {}, say("sources")),
      h("ol", { class: "sheet-sources" }, totals.sources.map((source) => h("li", {}, bdi(source.unit.title), " ", h("span", { class: "where" }, bdi(source.unit.name)), " ",
        h("span", { class: "number" }, say("source_text", { characters: source.characters, exclusive: source.exclusive }))))),
      h("h2", {}, say("text")),
      h("div", { class: "text red" }, markedParagraphs(unit)),
      h("p", { class: "quiet" }, say("sheet_note"), " ", say("made_by", { version: report.tool.version, unicode: report.tool.unicode }))),
  ];
}
