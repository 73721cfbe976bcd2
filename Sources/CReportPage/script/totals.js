// How much of a document was copied, and from where, under the exclusions in force. The same union
// of the same ranges as in the report: with nothing excluded the figures are the report's own.

const CROWDED = 1 << 16;
const filter = { sources: new Set(), kinds: new Set([COPY]), shortest: 0, version: 0 };

/** Whether anything is left out or counted that the report's figures have otherwise. */
const isFiltered = () => filter.sources.size > 0 || filter.shortest > 0 || filter.kinds.size !== 1 || !filter.kinds.has(COPY);

/** Changes what counts. Where one source comes or goes, documents without it keep their totals. */
function changeFilter(change, source) {
  change();
  filter.version += 1;
  if (source === undefined) return;
  for (const unit of units) {
    if (unit.totals && unit.totals.version === filter.version - 1 && !holdersOf(unit).has(source)) unit.totals.version = filter.version;
  }
}

/** Counts what the report counts. */
function resetFilter() {
  changeFilter(() => {
    filter.sources.clear();
    filter.kinds = new Set([COPY]);
    filter.shortest = 0;
  });
}

/** All documents that share something with one. */
function holdersOf(unit) {
  unit.holders ??= new Set([...unit.shares.map((share) => share.other.unit), ...unit.spread.flatMap((part) => part.text.holders)]);
  return unit.holders;
}

/** Whether a match is long enough: paragraphs go by their own length, as in the report. */
const isLong = (link) => (link.isParagraph ? Math.min(link.a.counts, link.b.counts) : link.matched) >= filter.shortest;

/** What of a document counts, or stands in one of some classes: [own stretch, other documents, link]. */
function countedShares(unit, kinds = filter.kinds) {
  const own = unit.shares.filter((share) => kinds.has(share.link.kind) && isLong(share.link) && !filter.sources.has(share.other.unit));
  const isHolder = (text, holder) =>
    areCompared(unit.index, holder) && !filter.sources.has(holder) && kinds.has(kindBetween(text, unit.index, holder));
  const mayCount = (text) => isLong(text) && (kinds.has(text.kind) || (kinds.has(COPY) && wholes.size > 0));
  const spread = unit.spread
    .filter((part) => mayCount(part.text))
    .map((part) => ({ ...part, holders: part.text.holders.filter((holder) => isHolder(part.text, holder)) }))
    .filter((part) => part.holders.length > 0);
  return { own, spread };
}

/** All stretches of a document that are equal in others. */
const equalStretches = ({ own, spread }) => [...own.flatMap((share) => piecesOf(share.own)), ...spread.map((part) => part.own)];

/** Disjoint rising ranges [start, end] of some stretches, in counted characters. */
function union(stretches) {
  const sorted = stretches.filter((one) => one.counts > 0).sort((x, y) => x.count - y.count);
  const ranges = [];
  for (const one of sorted) {
    const last = ranges[ranges.length - 1];
    const end = one.count + one.counts;
    if (last && one.count <= last[1]) last[1] = Math.max(last[1], end);
    else ranges.push([one.count, end]);
  }
  return ranges;
}

const size = (ranges) => ranges.reduce((sum, [start, end]) => sum + end - start, 0);

/** Totals of a document under the filter; kept until the filter changes. */
function totalsOf(unit) {
  if (unit.totals && unit.totals.version === filter.version) return unit.totals;
  const found = countedShares(unit);
  const { own, spread } = found;
  const ranges = union(equalStretches(found));
  const bySource = new Map();
  const add = (source, place) => {
    if (!bySource.has(source)) bySource.set(source, []);
    bySource.get(source).push(place);
  };
  for (const share of own) for (const piece of piecesOf(share.own)) add(share.other.unit, piece);
  const isPartial = spread.reduce((sum, part) => sum + part.text.holders.length, 0) > CROWDED;
  if (!isPartial) for (const part of spread) for (const holder of part.holders) add(holder, part.own);
  const lists = [...bySource].map(([source, places]) => ({ source, ranges: union(places) }));
  const alone = exclusive(lists.map((list) => list.ranges), isPartial ? union(spread.map((part) => part.own)) : []);
  const sources = lists
    .map((list, at) => ({ unit: units[list.source], ranges: list.ranges, characters: size(list.ranges), exclusive: alone[at] }))
    .sort((x, y) => y.characters - x.characters || x.unit.index - y.unit.index);
  const counted = size(ranges);
  unit.totals = { version: filter.version, counted, withCommon: counted + commonBeside(unit, ranges), ranges, sources, isPartial };
  return unit.totals;
}

/** Characters of common text that nothing which counts holds. */
function commonBeside(unit, ranges) {
  if (!hasKind(COMMON) || filter.kinds.has(COMMON)) return 0;
  const common = equalStretches(countedShares(unit, new Set([COMMON])));
  return size(union([...common, ...ranges.map(([start, end]) => ({ count: start, counts: end - start }))])) - size(ranges);
}

/** Whether anything in the report is of a class. */
function hasKind(kind) {
  hasKind.known ??= new Set([...links, ...spreads].map((link) => link.kind));
  return hasKind.known.has(kind);
}

// Borders are sorted as numbers: position, list, and whether it begins there.
const MOST_LISTS = 1 << 20;
const borderOf = (position, list, begins) => (position * MOST_LISTS + list) * 2 + begins;

/** Characters of each list that are in no other; what is crowded is in two lists more. */
function exclusive(lists, crowded) {
  const codes = [];
  [...lists, crowded, crowded].forEach((ranges, list) => {
    for (const [start, end] of ranges) codes.push(borderOf(start, list, 1), borderOf(end, list, 0));
  });
  const result = new Array(lists.length).fill(0);
  // The sum of the lists that are open: where one is, it is that one.
  let open = 0, sum = 0, last = 0;
  for (const code of Float64Array.from(codes).sort()) {
    const begins = code % 2, place = (code - begins) / 2, list = place % MOST_LISTS, position = (place - list) / MOST_LISTS;
    if (open === 1 && last < position) result[sum] += position - last;
    open += begins ? 1 : -1;
    sum += begins ? list : -list;
    last = position;
  }
  return result;
}

/** Characters of all documents, and of these those that count. */
function grandTotals() {
  let characters = 0, counted = 0, holders = 0;
  for (const unit of units) {
    const total = totalsOf(unit).counted;
    characters += unit.characters;
    counted += total;
    if (total > 0) holders += 1;
  }
  return { characters, counted, holders };
}

/** What two documents share, in the order of the first; what lies inside a longer match is left out. */
function sharesOf(a, b) {
  const found = a.shares
    .filter((share) => share.other.unit === b.index && isLong(share.link))
    .map((share) => ({ link: share.link, a: share.own, b: share.other, isTurned: share.link.a !== share.own }));
  for (const part of a.spread) {
    const other = part.text.places.find((place) => place.unit === b.index);
    if (other && isLong(part.text)) {
      found.push({ link: { ...part.text, kind: kindBetween(part.text, a.index, b.index), edits: { first: 0, end: 0 } }, a: part.own, b: other, isTurned: false });
    }
  }
  // Whole paragraphs first, then what is longest: a passage over paragraphs that match is told by them.
  const rank = (share) => (share.link.kind === COPY ? (share.link.isParagraph ? 0 : 1) : 2);
  found.sort((x, y) => rank(x) - rank(y) || y.a.end - y.a.start - (x.a.end - x.a.start));
  const kept = [];
  for (const one of found) if (!["a", "b"].every((side) => isCovered(one[side], kept.map((big) => big[side])))) kept.push(one);
  return kept.sort((x, y) => x.a.start - y.a.start || x.b.start - y.b.start);
}

/** Whether nine tenths of a stretch lie in others. */
function isCovered(one, others) {
  const inside = others.filter((big) => big.start < one.end && one.start < big.end)
    .map((big) => ({ count: Math.max(big.start, one.start), counts: Math.min(big.end, one.end) - Math.max(big.start, one.start) }));
  return size(union(inside)) >= 0.9 * (one.end - one.start);
}
