// Elements of the page. Text of documents enters only as text: nothing here reads markup.

/** An element with properties, listeners (`onclick`) and children. */
function h(tag, properties = {}, ...children) {
  return fill(document.createElement(tag), properties, children);
}

/** The same in SVG. */
function svg(tag, properties = {}, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), properties, children);
}

function fill(element, properties, children) {
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "checked" || name === "value") element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Text of a document as nodes; characters that nobody sees are shown by a sign. */
function shown(text) {
  return text.split(UNSEEN).filter((part) => part !== "").map((part) => {
    if (!UNSEEN.test(part) || part === "\r") return part === "\r" ? "" : part;
    const code = "U+" + part.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
    return h("span", { class: "unseen", title: code, "aria-label": code });
  });
}

/** A text on its own, whatever its direction. */
const bdi = (text) => h("bdi", {}, shown(text));

/** The name of a document as a link; below it its path, or how it begins where the path says no more. */
function documentLink(unit) {
  const isPathKnown = !unit.entry.title && unit.isOnlyOne;
  return h("span", { class: "named" },
    h("a", { href: `#/document/${unit.index}`, title: plain(unit.name) }, bdi(unit.title)),
    h("span", { class: "where" }, bdi(isPathKnown ? short(unit.text.slice(0, 200), 22) : unit.name)));
}

const short = (text, length) => {
  const scalars = [...text.replace(/\s+/g, " ").trim()];
  return scalars.length <= length ? scalars.join("") : scalars.slice(0, length).join("") + "…";
};

/** A figure with its words. */
const figure = (number, label) => h("div", { class: "figure" }, h("b", {}, number), h("span", {}, label));

/** A bar of a share. */
function bar(part, whole) {
  const width = whole ? Math.max(part ? 1 : 0, (100 * part) / whole) : 0;
  return svg("svg", { class: "bar", viewBox: "0 0 100 6", preserveAspectRatio: "none", "aria-hidden": "true" },
    svg("rect", { class: "ground", width: 100, height: 6 }),
    svg("rect", { class: "value", width, height: 6 }));
}

const STEPS = 120;

/** Windows too narrow for wide tables. */
const narrow = window.matchMedia("(max-width: 46rem)");
/** Windows in which what is said of a text stands above it. */
const oneColumn = window.matchMedia("(max-width: 60rem)");

// By level: the height of a step in the strip, so that colour need not tell it.
const HEIGHTS = [8, 14, 20];

/** Where in a document something was copied, and from how many sources: one strip of steps. */
function heatStrip(unit, onStep) {
  const covered = new Float64Array(STEPS), sources = new Float64Array(STEPS);
  const step = Math.max(1, unit.characters) / STEPS;
  const spread = (into, start, end, weight) => {
    for (let at = Math.floor(start / step); at < STEPS && at * step < end; at += 1) {
      into[at] += weight * Math.max(0, Math.min(end, (at + 1) * step) - Math.max(start, at * step)) / step;
    }
  };
  const totals = totalsOf(unit);
  for (const [start, end] of totals.ranges) spread(covered, start, end, 1);
  for (const source of totals.sources) for (const [start, end] of source.ranges) spread(sources, start, end, 1);
  // The many holders of a crowded document's texts are no sources of their own.
  const crowded = totals.isPartial ? countedShares(unit).spread : [];
  for (const { own, holders } of crowded) spread(sources, own.count, own.count + own.counts, holders.length);
  const strip = svg("svg", { class: "strip", viewBox: `0 0 ${STEPS} 20`, preserveAspectRatio: "none", role: "img",
    "aria-label": say("strip_label", { share: percent(totals.counted, unit.characters) }) },
    svg("rect", { class: "ground", width: STEPS, height: 20 }));
  // One path a shade: a table of strips would be ten thousand elements otherwise.
  const paths = ["", "", ""];
  for (let at = 0; at < STEPS; at += 1) {
    if (covered[at] < 0.02) continue;
    const level = sources[at] > 2.5 ? 2 : sources[at] > 1.5 ? 1 : 0;
    const width = Math.max(0.25, Math.min(1, covered[at])).toFixed(2);
    paths[level] += `M${at} 20v-${HEIGHTS[level]}h${width}v${HEIGHTS[level]}z`;
  }
  paths.forEach((d, level) => { if (d) strip.append(svg("path", { class: `heat${level + 1}`, d })); });
  if (onStep) {
    strip.addEventListener("click", (event) => {
      const box = strip.getBoundingClientRect();
      onStep(((event.clientX - box.left) / box.width) * unit.characters);
    });
  }
  return strip;
}

/** What height and shade of a strip mean. */
function stripLegend() {
  const swatch = (height, level) => svg("svg", { class: "swatch", viewBox: "0 0 12 20", width: 12, height: 20, "aria-hidden": "true" },
    svg("rect", { class: "ground", width: 12, height: 20 }),
    svg("rect", { class: `heat${level + 1}`, y: 20 - height, width: 12, height }));
  return h("p", { class: "quiet striplegend" }, say("strip_legend"), HEIGHTS.map((height, level) =>
    h("span", { class: "step" }, swatch(height, level), level < 2 ? numbers.format(level + 1) : say("or_more", { count: level + 1 }))));
}

/** A table whose head says what its columns are. */
function table(head, rows, properties = {}) {
  return h("div", { class: "scroll" }, h("table", properties,
    h("thead", {}, h("tr", {}, head.map((cell) => (cell instanceof Node ? cell : column(cell))))),
    h("tbody", {}, rows)));
}

/** The head of a column. */
const column = (label, kind = null) => h("th", { scope: "col", class: kind }, label);

/** A part of a view under its title, with a word on what it shows. */
const titled = (title, note, ...content) => h("section", {}, h("h2", {}, title), note ? h("p", { class: "quiet" }, note) : null, content);

const linkTo = (unit) => h("a", { href: `#/document/${unit.index}` }, bdi(unit.title));

const number = (value) => h("td", { class: "number" }, typeof value === "number" ? numbers.format(value) : value);
