// 标红: a document with numbered marks and its sources, as people file it.

function printView(unit) {
  const totals = totalsOf(unit);
  const sources = totals.sources.map((source) => h("li", {},
    bdi(source.unit.title), " ", h("span", { class: "where" }, bdi(source.unit.name)), " ",
    percent(source.characters, unit.characters), say("comma"),
    say("source_text", { characters: source.characters, exclusive: source.exclusive }), orderOf(unit, source.unit)));
  return [
    h("p", { class: "screen buttons" },
      h("a", { class: "button", href: `#/document/${unit.index}` }, say("back")),
      h("button", { onclick: () => window.print() }, say("print"))),
    h("article", { class: "sheet" },
      h("p", { class: "kind" }, say("sheet_kind")),
      h("h1", {}, bdi(unit.title)), whereOf(unit),
      sheetTotals(unit, totals),
      isFiltered() ? h("p", { class: "note" }, say("filtered")) : null,
      h("h2", {}, say("sources")),
      sources.length ? h("ol", { class: "sheet-sources" }, sources) : h("p", {}, say("no_sources")),
      totals.isPartial ? h("p", { class: "note" }, say("partial")) : null,
      h("h2", {}, say("text")),
      h("div", { class: "text red" }, printedText(unit)),
      h("p", { class: "quiet" }, say("sheet_note"), " ", say("made_by", { version: report.tool.version, unicode: report.tool.unicode }))),
  ];
}

function sheetTotals(unit, totals) {
  const head = ["sheet_total", "sheet_counted", "sheet_best", "sheet_characters"].map((key) => h("th", { scope: "col", class: "number" }, say(key)));
  const best = totals.sources[0];
  const most = best ? say("sheet_best_with", { share: percent(best.characters, unit.characters), name: best.unit.title }) : "0%";
  const row = h("tr", {}, number(percent(unit.entry.shared_characters, unit.characters)),
    h("td", { class: "number" }, h("b", {}, percent(totals.counted, unit.characters)), commonShare(unit, totals)),
    number(most), h("td", { class: "number" }, `${numbers.format(totals.counted)} / ${numbers.format(unit.characters)}`));
  return table(head, [row], { class: "sheet-totals" });
}
