// The report as the page knows it: documents, what they share, clusters. Positions are in Unicode
// scalars, as in the report; a text is cut by `slice`.

const data = JSON.parse(document.getElementById("report").textContent);
const report = data.report;
const COPY = 0;
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

const links = data.texts.links.map((row, index) => ({
  index,
  a: stretch(row, 0),
  b: stretch(row, 5),
  kind: row[10],
  matched: row[11],
  identity: row[12],
  isParagraph: row[13] === 1,
  edits: row[14],
}));
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

const compared = data.texts.compared ? data.texts.compared.map((list) => new Set(list)) : null;
/** Whether what two documents share counts. */
const areCompared = (a, b) => a !== b && (!compared || compared[a].has(b));

/** Clusters of paragraphs, then of passages, with their members as documents. */
const clusters = [...report.clusters, ...report.passage_clusters].map((cluster, index) => ({
  ...cluster,
  index,
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

/** exact, near or rewritten: told by the kind of line under a mark too. */
function formOf(link) {
  if (link.kind !== COPY) return "known";
  if (link.identity === 1) return "exact";
  const near = report.options.passages ? report.options.passages.near_identity : 0.8;
  return link.identity >= (link.isParagraph ? Math.min(near, report.options.threshold) : near) ? "near" : "rewritten";
}
