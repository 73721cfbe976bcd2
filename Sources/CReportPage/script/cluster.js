// One text and all its copies: what all say, what each says, and who is next to whom.

function clusterView(cluster) {
  const dated = cluster.members.filter((member) => member.unit.date).sort((x, y) => x.unit.date.localeCompare(y.unit.date));
  const documents = new Set(cluster.members.map((one) => one.unit)).size;
  const isCopy = cluster.kind === COPY;
  return [
    h("header", { class: "top" }, h("h1", {}, say(isCopy ? "cluster_title" : "known_title", { count: cluster.members.length })),
      isCopy ? null : h("p", { class: "note" }, say("known_class", { class: say("class_" + KINDS[cluster.kind]) })),
      h("p", { class: "lead" }, cluster.cohesion === 1 ? say("cluster_equal", { documents })
        : say("cluster_lead", { alike: percent(cluster.cohesion, 1), documents }), earliest(cluster))),
    titled(say("text"), null, skeleton(cluster)),
    slotTable(cluster),
    dated.length > 1 ? timeline(dated) : null,
    descent(cluster),
    places(cluster),
  ];
}

/** Who had the text first, as far as dates tell. */
function earliest(cluster) {
  const found = cluster.earliest;
  if (!found) return "";
  const title = (number) => units[number].title;
  return [
    say("earliest", { name: title(found.name), date: found.date }),
    found.ties ? say("earliest_ties", { names: found.ties.map(title).join(say("comma")) }) : "",
    found.unknown ? say("earliest_unknown", { count: found.unknown }) : "",
  ];
}

function places(cluster) {
  const first = cluster.members[0];
  const compare = (member) => h("a", {
    href: `#/pair/${first.unit.index}/${member.unit.index}/${first.start}`, "aria-label": say("compare_with", { name: member.unit.title }),
  }, say("compare"));
  const rows = cluster.members.map((member, at) => h("tr", {},
    h("td", {}, documentLink(member.unit)),
    number(member.line),
    number(cluster.similarities[at] === undefined ? "" : percent(cluster.similarities[at], 1)),
    h("td", {}, member.unit === first.unit ? null : compare(member))));
  const head = [say("document"), column(say("line"), "number"), column(say("alike_first"), "number"), say("compare_first")];
  return titled(say("places"), null, table(head, rows));
}

const lineOf = (member) => h("span", { class: "where" }, " ", say("line_number", { line: member.line }));

function skeleton(cluster) {
  if (!cluster.variants) {
    const why = cluster.variants_omitted;
    return h("blockquote", { class: "text" }, shown(unwrap(textOf(cluster))), why ? h("p", { class: "quiet" }, say("omitted_" + why)) : null);
  }
  const nodes = [];
  cluster.variants.pieces.forEach((piece, at) => {
    if (at > 0) nodes.push(h("span", { class: "slot" }, String(at)));
    nodes.push(...shown(unwrap(piece)));
  });
  return h("blockquote", { class: "text" }, nodes);
}

// Copies whose slots are listed.
const SLOT_ROWS = 200;

function slotTable(cluster) {
  if (!cluster.variants) return null;
  const slots = cluster.variants.slots.map((slot) => {
    const values = new Map();
    for (const value of slot.values) for (const member of value.members) values.set(member, value.text);
    return values;
  });
  const rows = cluster.members.slice(0, SLOT_ROWS).map((member, at) => h("tr", {},
    h("th", { scope: "row" }, bdi(short(member.unit.title, 18)), lineOf(member)),
    slots.map((values) => h("td", {}, values.get(at) ? bdi(values.get(at)) : h("span", { class: "quiet" }, say("nothing"))))));
  const head = slots.map((_, at) => column(h("span", { class: "slot" }, String(at + 1))));
  return titled(say("slots"), say("slots_text"), table([say("document"), ...head], rows, { class: "slots" }));
}

/** Dots by date, and the same as a list. */
function timeline(dated) {
  const day = (member) => Date.parse(member.unit.date) / 864e5;
  const first = day(dated[0]), span = Math.max(1, day(dated[dated.length - 1]) - first);
  const width = 720, height = 44;
  const place = (member) => 10 + ((width - 20) * (day(member) - first)) / span;
  const dot = (member) => svg("circle", { cx: place(member), cy: 16, r: 7 }, svg("title", {}, `${member.unit.date} ${plain(member.unit.title)}`));
  return titled(say("timeline"), say("timeline_text"),
    svg("svg", { class: "timeline", viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" },
      svg("line", { x1: 10, x2: width - 10, y1: 16, y2: 16 }),
      dated.map(dot),
      svg("text", { x: 4, y: 42 }, dated[0].unit.date),
      svg("text", { x: width - 4, y: 42, "text-anchor": "end" }, dated[dated.length - 1].unit.date)),
    h("ol", { class: "dates" }, dated.map((member) => h("li", {},
      h("time", { datetime: member.unit.date }, member.unit.date), " ", linkTo(member.unit), lineOf(member)))));
}

/** Each copy below its nearest relative among those before it, as the report's rows have it. */
function descent(cluster) {
  if (cluster.level !== "paragraph" || cluster.members.length < 3 || cluster.members.length > 200) return null;
  const { children, parents } = relatives(cluster);
  const seen = new Set();
  const branch = (at, alike) => {
    if (seen.has(at)) return null;
    seen.add(at);
    const member = cluster.members[at];
    return h("li", {}, linkTo(member.unit), lineOf(member),
      alike === null ? null : h("span", { class: "quiet" }, " ", percent(alike, 1)),
      children.has(at) ? h("ul", {}, children.get(at).map(([child, score]) => branch(child, score))) : null);
  };
  const roots = cluster.members.map((_, at) => at).filter((at) => !parents.has(at));
  return titled(say("descent"), say("descent_text"), h("ul", { class: "tree" }, roots.map((root) => branch(root, null))));
}

/** Of each member the copies whose nearest it is, with their similarity. */
function relatives(cluster) {
  const key = (number, start) => `${number} ${start}`;
  const place = new Map(cluster.members.map((member, at) => [key(member.unit.index, member.start + member.unit.start), at]));
  const children = new Map();
  const parents = new Set();
  for (const row of report.paragraphs) {
    if (row.cluster !== cluster.index + 1) continue;
    const a = place.get(key(row.a, row.a_start)), b = place.get(key(row.b, row.b_start));
    if (a === undefined || b === undefined || parents.has(b)) continue;
    parents.add(b);
    if (!children.has(a)) children.set(a, []);
    children.get(a).push([b, row.jaccard]);
  }
  return { children, parents };
}
