// The sections of a text, which fold.

// How sections begin in speeches and papers, the widest first.
const NUMERAL = "[一二三四五六七八九十百零〇\\d]{1,3}";
const BEGINNINGS = [
  "#{1,6}\\s", `第${NUMERAL}[章节篇部编]`, `${NUMERAL}、`, `[（(]${NUMERAL}[）)]`, `第${NUMERAL}[，,：:]`, `${NUMERAL}[是要]`,
].map((begin) => new RegExp("^" + begin));

/** Paragraphs by section: those of the widest kind that the text has more than one of. */
function partsOf(unit, paragraphs) {
  const openings = paragraphs.map(({ start }) => slice(unit, start, start + 12).trimStart());
  const kind = BEGINNINGS.find((begin) => openings.filter((text) => begin.test(text)).length > 1);
  const parts = [];
  paragraphs.forEach((paragraph, at) => {
    if (!parts.length || (kind && kind.test(openings[at]))) parts.push([]);
    parts[parts.length - 1].push(paragraph);
  });
  return parts;
}

/** A section, which folds to the first line of its first paragraph. */
function foldable(marker, [first, ...rest]) {
  const heading = markedParagraph(marker, first);
  const isTitle = first.end - first.start <= 60 && !/[。；！？;!?]/.test(slice(marker.unit, first.start, first.end));
  heading.className = isTitle ? "heading title" : "heading";
  const part = h("section", { class: "part" }, heading, h("div", {}, rest.map((paragraph) => markedParagraph(marker, paragraph))));
  const button = h("button", { class: "fold", "aria-expanded": "true", "aria-label": say("fold_section"),
    onclick: () => setFolded(part, button.getAttribute("aria-expanded") === "true") });
  heading.prepend(button, h("span", { class: "quiet hint" }, say("fold_hint", { count: part.querySelectorAll("mark").length }), " "));
  return part;
}

function setFolded(part, isFolded) {
  part.classList.toggle("closed", isFolded);
  part.querySelector(".fold").setAttribute("aria-expanded", String(!isFolded));
  part.lastElementChild.hidden = isFolded;
}

/** Folds or unfolds all sections. */
function foldAll(isFolded) {
  for (const part of document.querySelectorAll("#text .part")) setFolded(part, isFolded);
}

/** Brings a paragraph or mark into sight, out of a folded section if need be. */
function reveal(element) {
  const part = element.closest(".part");
  if (part) setFolded(part, false);
  element.scrollIntoView({ block: "center" });
}
