// The report as the page knows it: documents, what they share, clusters. Positions are in Unicode
// scalars, as in the report; a text is cut by `slice`.

const data = JSON.parse(document.getElementById("report").textContent);
const { report, texts } = data;
// Classes by their number in the data, and kinds of edits by the character that stands for them.
const KINDS = texts.classes;
const [COPY, SET_PHRASE, QUOTATION, COMMON, TEMPLATE] = ["copy", "set-phrase", "quotation", "common", "template"].map((name) => KINDS.indexOf(name));
const EQUAL = "=", REDACTED = "*";

const units = report.documents.map((entry, index) => {
  const { text = "", start = 0, paragraphs = [], date = null } = texts.documents[index] || {};
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

/** The stretches of a table: documents, scalars, and characters that count. */
const stretches = (table) => table.document.map((unit, at) => ({
  unit,
  start: table.start[at],
  end: table.start[at] + table.length[at],
  count: table.start[at] - table.uncounted_before[at],
  counts: table.length[at] - table.uncounted_within[at],
}));

/** Where the rows of each of several begin in the table that holds them all, and where the last end. */
function firstsOf(counts) {
  const firsts = [0];
  for (const count of counts) firsts.push(firsts[firsts.length - 1] + count);
  return firsts;
}

/** Gives both sides of a link what is equal in them, as stretches of counted characters. */
function setPieces(link, table, first, end) {
  if (first === end) return link;
  link.a.pieces = [];
  link.b.pieces = [];
  let a = link.a.count, b = link.b.count;
  for (let at = first; at < end; at += 1) {
    a += table.a_before[at];
    b += table.b_before[at];
    link.a.pieces.push({ count: a, counts: table.a_length[at] });
    link.b.pieces.push({ count: b, counts: table.b_length[at] });
    a += table.a_length[at];
    b += table.b_length[at];
  }
  return link;
}

const PARAGRAPH = 1, SHUFFLED = 2;
const links = (({ a, b, edits, equal, ...table }) => {
  const [first, second] = [stretches(a), stretches(b)];
  const [firstEdits, firstPieces] = [firstsOf(edits.count), firstsOf(equal.count)];
  return first.map((own, index) => setPieces({
    index,
    a: own,
    b: second[index],
    kind: table.class[index],
    matched: table.matched[index],
    identity: table.identity[index],
    isParagraph: table.type[index] === PARAGRAPH,
    isShuffled: table.type[index] === SHUFFLED,
    edits: { first: firstEdits[index], end: firstEdits[index + 1] },
  }, equal, firstPieces[index], firstPieces[index + 1]));
})(texts.links);
for (const link of links) {
  units[link.a.unit].shares.push({ link, own: link.a, other: link.b });
  units[link.b.unit].shares.push({ link, own: link.b, other: link.a });
}

// Totals merge what overlaps from left to right.
for (const unit of units) unit.shares.sort((x, y) => x.own.count - y.own.count);

const spreads = ((table) => {
  const [places, firsts] = [stretches(table.places), firstsOf(table.count)];
  return table.class.map((kind, at) => {
    const own = places.slice(firsts[at], firsts[at + 1]);
    return { kind, matched: table.matched[at], identity: 1, places: own, holders: [...new Set(own.map((place) => place.unit))] };
  });
})(texts.widespread);
for (const text of spreads) {
  for (const own of text.places) units[own.unit].spread.push({ text, own });
}

/** What of a stretch is equal to the other side: all of it, unless pieces say which parts. */
const piecesOf = (own) => own.pieces || [own];

// Documents that share so much common text, or so many quotations, that these are copies between them.
const wholes = new Set(texts.wholes.class.map((kind, at) => `${kind} ${texts.wholes.a[at]} ${texts.wholes.b[at]}`));
/** What a text in very many places is taken for between two of its holders. */
function kindBetween(text, a, b) {
  if (text.kind === COPY || !wholes.size) return text.kind;
  return wholes.has(`${text.kind} ${Math.min(a, b)} ${Math.max(a, b)}`) ? COPY : text.kind;
}

const compared = texts.compared ? texts.compared.map((list) => new Set(list)) : null;
/** Whether what two documents share counts. */
const areCompared = (a, b) => a !== b && (!compared || compared[a].has(b));

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
  const { kinds, a, b_more: more } = texts.links.edits;
  const edits = [];
  for (let at = link.edits.first; at < link.edits.end; at += 1) edits.push([kinds[at], a[at], a[at] + more[at]]);
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
