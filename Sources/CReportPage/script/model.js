// The report as the page knows it: documents, what they share, clusters. Positions are in Unicode
// scalars, as in the report; a text is cut by `slice`.

const data = JSON.parse(document.getElementById("report").textContent);
const report = data.report;
const COPY = 0, SET_PHRASE = 1, QUOTATION = 2, COMMON = 3, TEMPLATE = 4;
const EQUAL = 0, REDACTED = 4;

const units = report.documents.map((entry, index) => {
  const [text, start, paragraphs, date] = data.texts.documents[index] || ["", 0, [], null];
  return {
    index, entry, text, start, paragraphs, date,
    fileDate: entry.file_date,
    name: entry.name,
    title: entry.title || entry.name.split("/").pop(),
    characters: entry.characters,
    shares: [],
    spread: [],
  };
});
const titles = new Map();
for (const unit of units) titles.set(unit.title, (titles.get(unit.title) || 0) + 1);
for (const unit of units) unit.isOnlyOne = titles.get(unit.title) === 1;

const stretch = (row, at) =>
  ({ unit: row[at], start: row[at + 1], end: row[at + 1] + row[at + 2], count: row[at + 1] - row[at + 3], counts: row[at + 2] - row[at + 4] });

/** Gives both sides of a link what is equal in them, as stretches of counted characters. */
function setPieces(link, flat) {
  if (!flat.length) return link;
  link.a.pieces = [];
  link.b.pieces = [];
  let a = link.a.count, b = link.b.count;
  for (let at = 0; at < flat.length; at += 4) {
    link.a.pieces.push({ count: a + flat[at], counts: flat[at + 1] });
    link.b.pieces.push({ count: b + flat[at + 2], counts: flat[at + 3] });
    a += flat[at] + flat[at + 1];
    b += flat[at + 2] + flat[at + 3];
  }
  return link;
}

const links = data.texts.links.map((row, index) => setPieces({
  index,
  a: stretch(row, 0),
  b: stretch(row, 5),
  kind: row[10],
  matched: row[11],
  identity: row[12],
  isParagraph: row[13] === 1,
  isShuffled: row[13] === 2,
  edits: row[14],
}, row[15]));
for (const link of links) {
  units[link.a.unit].shares.push({ link, own: link.a, other: link.b });
  units[link.b.unit].shares.push({ link, own: link.b, other: link.a });
}

// Totals merge what overlaps from left to right.
for (const unit of units) unit.shares.sort((x, y) => x.own.count - y.own.count);

const spreads = data.texts.spread.map(([kind, matched, flat]) => {
  const text = { kind, matched, identity: 1, places: [], holders: [] };
  for (let at = 0; at < flat.length; at += 5) text.places.push(stretch(flat, at));
  text.holders = [...new Set(text.places.map((place) => place.unit))];
  return text;
});
for (const text of spreads) {
  for (const own of text.places) units[own.unit].spread.push({ text, own });
}

/** What of a stretch is equal to the other side: all of it, unless pieces say which parts. */
const piecesOf = (own) => own.pieces || [own];

// Documents that share so much common text, or so many quotations, that these are copies between them.
const wholes = new Set((data.texts.wholes || []).map(([kind, a, b]) => `${kind} ${a} ${b}`));
/** What a text in very many places is taken for between two of its holders. */
function kindBetween(text, a, b) {
  if (text.kind === COPY || !wholes.size) return text.kind;
  return wholes.has(`${text.kind} ${Math.min(a, b)} ${Math.max(a, b)}`) ? COPY : text.kind;
}

const compared = data.texts.compared ? data.texts.compared.map((list) => new Set(list)) : null;
/** Whether what two documents share counts. */
const areCompared = (a, b) => a !== b && (!compared || compared[a].has(b));

const KINDS = ["copy", "set-phrase", "quotation", "common", "template"];
/** Clusters of paragraphs, then of passages, with their members as documents. */
const clusters = [...report.clusters, ...report.passage_clusters].map((cluster, index) => ({
  ...cluster,
  index,
  kind: KINDS.indexOf(cluster.class),
  members: cluster.members.map(([number, start, end], place) => {
    const unit = units[number];
    return { unit, start: start - unit.start, end: end - unit.start, line: cluster.lines[place] };
  }),
}));

/** The text of a cluster, as its first copy has it. */
function textOf(cluster) {
  const { unit, start, end } = cluster.members[0];
  return cluster.text || slice(unit, start, end);
}

/** The edits of a link: kind, length in the first, length in the second. */
function editsOf(link) {
  const edits = [];
  for (let at = 0; at < link.edits.length; at += 1) {
    const value = link.edits[at];
    if (value > 0) edits.push([EQUAL, value, value]);
    else edits.push([-value, link.edits[at += 1], link.edits[at += 1]]);
  }
  return edits;
}

/** Part of a text, by scalars: only texts beyond the basic plane need a map to UTF-16. */
function slice(unit, start, end) {
  if (unit.offsets === undefined) unit.offsets = offsetsOf(unit.text);
  if (!unit.offsets) return unit.text.slice(start, end);
  return unit.text.slice(unit.offsets[start], unit.offsets[Math.min(end, unit.offsets.length - 1)]);
}

function lengthOf(unit) {
  slice(unit, 0, 0);
  return unit.offsets ? unit.offsets.length - 1 : unit.text.length;
}

function offsetsOf(text) {
  if (!/[\ud800-\udbff]/.test(text)) return null;
  const offsets = [0];
  for (const scalar of text) offsets.push(offsets[offsets.length - 1] + scalar.length);
  return offsets;
}

/** How a match is marked: by how much was changed, or by its class; told by the kind of line under it too. */
function formOf(link) {
  if (link.kind === COMMON) return "common";
  if (link.kind === TEMPLATE) return "template";
  if (link.kind !== COPY) return "known";
  if (link.isShuffled) return "shuffled";
  if (link.identity === 1) return "exact";
  const near = report.options.passages ? report.options.passages.near_identity : 0.8;
  return link.isParagraph || link.identity >= near ? "near" : "rewritten";
}
