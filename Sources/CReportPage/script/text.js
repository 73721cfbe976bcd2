// The text of a document with what was copied marked.

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

const WIDE = "[\\u2e80-\\u9fff\\uff00-\\uffef]";
const BREAK = new RegExp(`(${WIDE})[ \\t]*\\r?\\n[ \\t]*(?=${WIDE})`, "g");
/** The lines of a wrapped paragraph as one; between Chinese characters without a space. */
const unwrap = (text) => text.replace(BREAK, "$1").replace(/\s*\r?\n\s*/g, " ");

const FORMS = ["exact", "near", "rewritten", "shuffled", "known", "common", "template"];
/** The forms that some mark of this report has. */
const formsInUse = () => FORMS.filter((form) => ["exact", "near", "rewritten"].includes(form) || [...links, ...spreads].some((link) => formOf(link) === form));

/** What is marked in a text: all that counts, and what is known to all where that is asked for. */
function coversOf(unit) {
  const { own, spread } = countedShares(unit);
  const covers = [
    ...own.map((share) => ({ start: share.own.start, end: share.own.end, form: formOf(share.link), sources: [share.other.unit] })),
    ...spread.map((part) => ({
      start: part.own.start, end: part.own.end, sources: part.holders,
      form: formOf({ ...part.text, kind: kindBetween(part.text, unit.index, part.holders[0]) }),
    })),
  ];
  if (!view.known) return covers;
  const isKnown = (link) => link.kind !== COPY && !filter.kinds.has(link.kind);
  for (const { own: place, other, link } of unit.shares) {
    if (isKnown(link)) covers.push({ start: place.start, end: place.end, form: formOf(link), sources: [other.unit], isBeside: true });
  }
  for (const { own: place, text } of unit.spread) {
    if (isKnown(text)) covers.push({ start: place.start, end: place.end, form: formOf(text), sources: text.holders.filter((one) => one !== unit.index), isBeside: true });
  }
  return covers;
}

/** All paragraphs, in sections that fold; with the numbers of the document's sources. */
function markedText(unit) {
  const marker = { unit, ordinals: ordinalsOf(unit), isPaper: false, last: "" };
  const parts = partsOf(unit, marked(unit));
  return parts.length > 1 ? parts.map((part) => foldable(marker, part)) : parts[0].map((paragraph) => markedParagraph(marker, paragraph));
}

/** The same for paper: nothing folds, nothing leads anywhere. */
function printedText(unit) {
  const marker = { unit, ordinals: ordinalsOf(unit), isPaper: true, last: "" };
  return marked(unit).map((paragraph) => markedParagraph(marker, paragraph));
}

/** The same beside another document, whose sources have other numbers. */
function unnumberedText(unit) {
  const marker = { unit, ordinals: new Map(), isPaper: false, last: "" };
  return marked(unit).map((paragraph) => markedParagraph(marker, paragraph));
}

const marked = (unit) => byParagraph(unit, stretchesOf(unit, coversOf(unit)));
const ordinalsOf = (unit) => new Map(totalsOf(unit).sources.map((source, at) => [source.unit.index, at + 1]));

function markedParagraph(marker, paragraph) {
  const isBare = !paragraph.parts.some((part) => part[2].length);
  return h("p", { "data-start": paragraph.start, class: isBare ? "bare" : null },
    paragraph.parts.map(([start, end, covers]) => {
      const text = unwrap(slice(marker.unit, start, end));
      if (covers.length) return markOf(marker, covers, text);
      marker.last = "";
      return shown(text);
    }));
}

/** A stretch in the form of its strongest cover, with the numbers of its sources where they change. */
function markOf(marker, covers, text) {
  const { unit, ordinals } = marker;
  const form = FORMS.find((one) => covers.some((cover) => cover.form === one));
  const sources = [...new Set(covers.flatMap((cover) => cover.sources))];
  // What does not count bears no numbers: it has holders, and no sources.
  const counted = new Set(covers.filter((cover) => !cover.isBeside).flatMap((cover) => cover.sources));
  const named = [...counted].map((source) => ordinals.get(source)).filter(Boolean).sort((x, y) => x - y);
  const label = named.slice(0, 3).join(",") + (named.length > 3 ? "+" : "");
  // A mark of nothing but punctuation needs no number.
  const isNew = label !== marker.last && /[\p{L}\p{N}]/u.test(text);
  if (isNew) marker.last = label;
  const properties = { class: form, "data-sources": isNew && label ? label : null };
  if (marker.isPaper) return h("mark", properties, shown(text));
  return h("mark", { ...properties, tabindex: 0, role: "link", title: sources.slice(0, 5).map((one) => plain(units[one].title)).join("\n"),
    onclick: () => showPlaces(unit, covers), onkeydown: (event) => { if (event.key === "Enter") showPlaces(unit, covers); } }, shown(text));
}
