// The bands between two documents side by side: where each match lies; a moved passage crosses.

let ribbonPlaces = [];

/** Where each match lies in both panes. */
function layRibbons() {
  const a = placesOfMarks("a"), b = placesOfMarks("b");
  ribbonPlaces = pair.shares.map((share, index) => ({ a: a.get(index), b: b.get(index), form: formOf(share.link) }));
  drawRibbons();
}

function placesOfMarks(side) {
  const body = document.getElementById("pane-" + side);
  const found = new Map();
  if (!body) return found;
  for (const mark of body.querySelectorAll("mark[data-share]")) {
    const index = Number(mark.dataset.share), top = mark.offsetTop;
    const old = found.get(index) || [top, top];
    found.set(index, [Math.min(old[0], top), Math.max(old[1], top + mark.offsetHeight)]);
  }
  return found;
}

/** Draws what is in sight. */
function drawRibbons() {
  const picture = document.getElementById("ribbons"), a = document.getElementById("pane-a"), b = document.getElementById("pane-b");
  if (!picture || !a || !b) return;
  const height = a.clientHeight, width = picture.clientWidth, offset = a.offsetTop;
  picture.replaceChildren();
  if (!width) return;
  const clamp = (value) => Math.min(height + 40, Math.max(-40, value)) + offset;
  ribbonPlaces.forEach((place, index) => {
    if (!place.a || !place.b) return;
    const [top, bottom] = place.a.map((value) => value - a.scrollTop), [start, end] = place.b.map((value) => value - b.scrollTop);
    if ((bottom < 0 && end < 0) || (top > height && start > height)) return;
    picture.append(svg("path", { class: `ribbon ${place.form}${index === pair.current ? " current" : ""}`,
      d: ribbonPath(width, [top, bottom, start, end].map(clamp)) }));
  });
}

function ribbonPath(width, [p, q, r, s]) {
  const m = width / 2;
  return `M0 ${p}C${m} ${p} ${m} ${r} ${width} ${r}L${width} ${s}C${m} ${s} ${m} ${q} 0 ${q}Z`;
}
