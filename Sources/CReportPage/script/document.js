// One document: its text, its sources, and what counts.

const view = { known: false, folded: false };

function documentView(unit) {
  const totals = totalsOf(unit);
  return [
    h("header", { class: "top" }, h("h1", {}, bdi(unit.title)), whereOf(unit),
      h("p", { class: "lead", id: "share", "data-counted": totals.counted }, documentLead(unit, totals)), exclusionNote(),
      totals.counted ? [
        heatStrip(unit, (position) => jumpTo(unit, position)),
        h("div", { class: "under" }, stripLegend(), h("span", { class: "quiet keys" }, say("document_keys"))),
      ] : null),
    h("div", { class: "reading" },
      h("div", {},
        foldButtons(unit),
        h("article", { class: view.folded ? "text folded" : "text", id: "text" }, markedText(unit)),
        otherSections(unit)),
      h("aside", { "aria-label": say("sources") }, sourceList(unit, totals), exclusions(), legend(),
        h("p", {}, h("a", { class: "button", href: `#/print/${unit.index}` }, say("print_view"))))),
  ];
}

/** The path of a document, the date it states, and what its file's properties say, which is none. */
function whereOf(unit) {
  return h("p", { class: "where" }, unit.name === unit.title ? null : bdi(unit.name), unit.date ? h("time", { datetime: unit.date }, ` · ${unit.date}`) : null,
    unit.fileDate ? h("span", { class: "filedate" }, " · ", say("file_date", { date: unit.fileDate })) : null);
}

/** Whether another document is earlier or later, where both dates tell: 2023-05 beside 2023-05-04 does not. */
function orderOf(unit, other) {
  const own = unit.date, its = other.date;
  if (!own || !its || own.startsWith(its) || its.startsWith(own)) return null;
  return h("span", { class: "quiet order" }, " ", say("order_date", { order: its < own ? say("earlier") : say("later"), date: its }));
}

function documentLead(unit, totals) {
  if (!totals.counted) return [say("no_sources"), withCommon(unit, totals)];
  const lead = say("document_lead", {
    share: percent(totals.counted, unit.characters), counted: totals.counted, characters: unit.characters, sources: totals.sources.length,
  });
  return [lead, withCommon(unit, totals)];
}

/** Whether common text makes the share of a document another as it is shown. */
const hasOtherShare = (unit, { counted, withCommon }) => percent(withCommon, unit.characters) !== percent(counted, unit.characters);

/** The share with common text, where that is another. */
function withCommon(unit, totals) {
  if (!hasOtherShare(unit, totals)) return null;
  return h("span", { class: "withcommon", "data-counted": totals.withCommon }, " ",
    say("with_common", { share: percent(totals.withCommon, unit.characters) }));
}

function sourceList(unit, totals) {
  if (!totals.sources.length && !filter.sources.size) return null;
  const rows = totals.sources.slice(0, 40).map((source, at) => h("li", {},
    h("div", { class: "source" },
      sourceBox(source.unit, true),
      h("span", { class: "ordinal" }, String(at + 1)),
      h("a", { href: `#/pair/${unit.index}/${source.unit.index}` }, bdi(source.unit.title)),
      h("b", { class: "number" }, percent(source.characters, unit.characters))),
    bar(source.characters, unit.characters),
    h("p", { class: "quiet" }, say("source_text", { characters: source.characters, exclusive: source.exclusive }), orderOf(unit, source.unit))));
  const left = [...filter.sources].map((index) => h("li", {},
    h("div", { class: "source" }, sourceBox(units[index], false), h("s", {}, bdi(units[index].title)))));
  return titled(say("sources"), say("sources_text"), h("ol", { class: "sources" }, rows, left),
    totals.isPartial ? h("p", { class: "note" }, say("partial")) : null);
}

/** Leaves a source out, or takes it in again. */
function sourceBox(source, counts) {
  const label = say(counts ? "exclude" : "include", { name: source.title });
  const change = () => (counts ? filter.sources.add(source.index) : filter.sources.delete(source.index));
  return h("input", { type: "checkbox", id: `source-${source.index}`, checked: counts, "aria-label": label, title: label,
    onchange: () => { changeFilter(change, source.index); draw(); } });
}

/** What counts: classes and lengths. */
function exclusions() {
  const box = (kind, label) => checkbox(`kind-${kind}`, filter.kinds.has(kind), label, (isOn) =>
    changeFilter(() => (isOn ? filter.kinds.add(kind) : filter.kinds.delete(kind))));
  const shortest = h("input", { type: "number", min: 0, max: 9999, step: 1, value: filter.shortest, id: "shortest",
    onchange: (event) => { changeFilter(() => { filter.shortest = Math.max(0, Number(event.target.value) || 0); }); draw(); } });
  return h("details", { class: "options", open: !oneColumn.matches }, h("summary", {}, say("options")),
    h("fieldset", {}, h("legend", {}, say("counts")),
      box(COPY, say("kind_copy")), box(SET_PHRASE, say("kind_phrase")), box(QUOTATION, say("kind_quotation")),
      hasKind(COMMON) ? box(COMMON, say("kind_common")) : null,
      h("label", {}, say("shortest"), " ", shortest)),
    h("fieldset", {}, h("legend", {}, say("shown")),
      checkbox("known", view.known, say("show_known"), (isOn) => { view.known = isOn; }),
      checkbox("bare", view.folded, say("fold"), (isOn) => { view.folded = isOn; })));
}

function checkbox(id, isOn, label, change) {
  const onchange = (event) => { change(event.target.checked); draw(); };
  return h("label", {}, h("input", { type: "checkbox", id, checked: isOn, onchange }), " ", label);
}

/** Says that the figures are not the report's own, and offers to go back. */
function exclusionNote() {
  if (!isFiltered()) return null;
  return h("p", { class: "note" }, say("filtered"), " ",
    h("button", { onclick: () => { resetFilter(); draw(); } }, say("reset")));
}

const legend = () => h("section", { class: "legend" }, h("h2", {}, say("legend")),
  h("ul", {}, formsInUse().map((form) => h("li", {}, h("mark", { class: form }, say("sample")), " ", say("form_" + form)))));

function foldButtons(unit) {
  if (partsOf(unit, byParagraph(unit, [])).length < 2) return null;
  return h("p", { class: "screen buttons" },
    h("button", { onclick: () => foldAll(true) }, say("fold_all")), h("button", { onclick: () => foldAll(false) }, say("unfold_all")));
}

/** The other texts of a file that compiles several; each is drawn once it is unfolded. */
function otherSections(unit) {
  if (unit.entry.section === undefined) return null;
  const others = units.filter((one) => one !== unit && one.entry.section !== undefined && one.entry.path === unit.entry.path);
  if (!others.length) return null;
  return h("section", { class: "others" }, h("h2", {}, say("other_sections")), others.map((other) => {
    const share = percent(totalsOf(other).counted, other.characters);
    const body = h("details", { ontoggle: () => {
      if (!body.open || body.childElementCount > 1) return;
      body.append(h("p", {}, h("a", { href: `#/document/${other.index}` }, say("open_alone"))), h("div", { class: "text" }, unnumberedText(other)));
    } }, h("summary", {}, bdi(other.title), " ", h("span", { class: "quiet" }, say("section_share", { share, characters: other.characters }))));
    return body;
  }));
}

/** Goes to the pair, or asks which where a stretch stands in several documents. */
function showPlaces(unit, covers) {
  const sources = [...new Set(covers.flatMap((cover) => cover.sources))];
  if (sources.length === 1) { goTo(`#/pair/${unit.index}/${sources[0]}/${covers[0].start}`); return; }
  const link = (source) => h("a", { href: `#/pair/${unit.index}/${source}/${covers[0].start}`, onclick: () => dialog.remove() }, bdi(units[source].title));
  const row = (source) => h("li", {}, link(source), h("span", { class: "where" }, bdi(units[source].name)));
  const dialog = h("dialog", { "aria-label": say("stands_in") }, h("h2", {}, say("stands_in")),
    h("ul", {}, sources.slice(0, 60).map(row)),
    h("button", { onclick: () => dialog.remove() }, say("close")));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** Scrolls to the paragraph of a counted character. */
function jumpTo(unit, position) {
  const target = position / (unit.characters || 1) * lengthOf(unit);
  const found = [...document.querySelectorAll("#text p")].filter((one) => Number(one.dataset.start) <= target).pop();
  if (found) reveal(found);
}

/** Goes to the next or the previous mark. */
function stepMark(by) {
  const marks = [...document.querySelectorAll("#text mark")];
  if (!marks.length) return;
  const at = marks.indexOf(document.activeElement);
  const next = marks[(at < 0 ? (by > 0 ? 0 : marks.length - 1) : at + by + marks.length) % marks.length];
  reveal(next);
  next.focus({ preventScroll: true });
}
