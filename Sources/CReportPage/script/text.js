// The text of a document with what was copied marked, in parts that fold.

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

const FORMS = ["exact", "near", "rewritten", "known"];

/** What is marked in a text: all that counts, and what is known to all where that is asked for. */
function coversOf(unit) {
  const { own, spread } = countedShares(unit);
  const covers = [
    ...own.map((share) => ({ start: share.own.start, end: share.own.end, form: formOf(share.link), sources: [share.other.unit] })),
    ...spread.map((part) => ({ start: part.own.start, end: part.own.end, form: formOf(part.text), sources: part.holders })),
  ];
  if (!view.known) return covers;
  const isKnown = (link) => link.kind !== COPY && !filter.kinds.has(link.kind);
  for (const { own: place, other, link } of unit.shares) {
    if (isKnown(link)) covers.push({ start: place.start, end: place.end, form: "known", sources: [other.unit] });
  }
  for (const { own: place, text } of unit.spread) {
    if (isKnown(text)) covers.push({ start: place.start, end: place.end, form: "known", sources: text.holders.filter((one) => one !== unit.index) });
  }
  return covers;
}

/** All paragraphs, under their headings; `isPaper` leaves out what can only be used on a screen. */
function markedText(unit, isPaper = false) {
  const ordinals = new Map(totalsOf(unit).sources.map((source, at) => [source.unit.index, at + 1]));
  const marker = { unit, ordinals, isPaper, last: "" };
  const paragraphs = byParagraph(unit, stretchesOf(unit, coversOf(unit)));
  const parts = isPaper ? [paragraphs] : partsOf(unit, paragraphs);
  if (parts.length === 1) return paragraphs.map((paragraph) => markedParagraph(marker, paragraph));
  return parts.map((part) => foldable(marker, part));
}

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
  const named = sources.map((source) => ordinals.get(source)).filter(Boolean).sort((x, y) => x - y);
  const label = named.slice(0, 3).join(",") + (named.length > 3 ? "+" : "");
  // A mark of nothing but punctuation needs no number.
  const isNew = label !== marker.last && /[\p{L}\p{N}]/u.test(text);
  if (isNew) marker.last = label;
  const properties = { class: form, "data-sources": isNew && label ? label : null };
  if (marker.isPaper) return h("mark", properties, shown(text));
  return h("mark", { ...properties, tabindex: 0, role: "link", title: sources.slice(0, 5).map((one) => units[one].title).join("\n"),
    onclick: () => showPlaces(unit, covers), onkeydown: (event) => { if (event.key === "Enter") showPlaces(unit, covers); } }, shown(text));
}

// Headings as speeches and papers have them, the widest first.
const HEADINGS = [/^#{1,6}\s/, /^第[一二三四五六七八九十百零〇\d]+[章节篇部编]/, /^[一二三四五六七八九十]{1,3}、/, /^[（(][一二三四五六七八九十]{1,3}[）)]/];

/** Paragraphs by heading: those of the widest kind that the text has more than one of. */
function partsOf(unit, paragraphs) {
  const isHeading = (pattern) => ({ start, end }) => {
    if (end - start > 60) return false;
    const text = slice(unit, start, end).trim();
    return pattern.test(text) && !/[。；！？;!?]/.test(text);
  };
  const kind = HEADINGS.map(isHeading).find((test) => paragraphs.filter(test).length > 1);
  if (!kind) return [paragraphs];
  const parts = [];
  for (const paragraph of paragraphs) {
    if (!parts.length || kind(paragraph)) parts.push([paragraph]);
    else parts[parts.length - 1].push(paragraph);
  }
  return parts;
}

/** A heading with what stands under it, which it folds away. */
function foldable(marker, [first, ...rest]) {
  const heading = markedParagraph(marker, first);
  const body = h("div", {}, rest.map((paragraph) => markedParagraph(marker, paragraph)));
  if (!rest.length) return heading;
  const places = body.querySelectorAll("mark").length;
  const button = h("button", { class: "fold", "aria-expanded": "true", "aria-label": say("fold_section"), onclick: () => setFolded(button, !body.hidden) });
  heading.classList.add("heading");
  heading.prepend(button);
  heading.append(h("span", { class: "quiet hint" }, places ? say("fold_hint", { count: places }) : say("fold_hint_none")));
  return h("section", { class: "part" }, heading, body);
}

function setFolded(button, isFolded) {
  button.setAttribute("aria-expanded", String(!isFolded));
  button.closest(".part").lastElementChild.hidden = isFolded;
}

/** Folds or unfolds all sections. */
function foldAll(isFolded) {
  for (const button of document.querySelectorAll("#text .fold")) setFolded(button, isFolded);
}

/** Brings a paragraph or mark into sight, out of a folded section if need be. */
function reveal(element) {
  const part = element.closest(".part");
  if (part && part.lastElementChild.hidden) setFolded(part.querySelector(".fold"), false);
  element.scrollIntoView({ block: "center" });
}
