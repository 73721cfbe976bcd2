// What is sure to be found, and what was not read: sentences of the page's language around the
// report's own figures and codes.

const exactPercent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 2 });

function promise() {
  return h("section", { class: "promise" }, h("h2", {}, say("promise")),
    h("ul", {}, guarantee().map((sentence) => h("li", {}, sentence))),
    h("p", { class: "quiet" }, say("made_by", { version: report.tool.version, unicode: report.tool.unicode })));
}

/** The report's guarantee, sentence by sentence. */
function guarantee() {
  const { options, summary } = report;
  const { passages } = options;
  const threshold = exactPercent.format(options.threshold);
  const point = report.guarantee.curve.find((one) => one.jaccard === options.threshold);
  const some = options.against || options.pairs;
  return [
    say("sure_verified"),
    passages && say(some ? "sure_runs_compared" : "sure_runs", { run: passages.min_run, letters: report.guarantee.min_narrow_run || 0 }),
    point ? say("sure_pairs", { min: options.min_paragraph, threshold, probability: String(point.probability) })
      : say("sure_exact", { min: options.min_paragraph, threshold }),
    passages && passages.min_passage > 0 && say("sure_long", { count: passages.min_passage }),
    summary.partly_compared_paragraphs > 0 && say("sure_except", { count: summary.partly_compared_paragraphs }),
    options.templates && say("sure_templates", { count: options.templates.length, names: options.templates.join(say("listed")), characters: summary.template_characters || 0 }),
    say("sure_not"),
  ].filter(Boolean);
}

/** What may hide a copy, document by document. */
function textWarnings() {
  if (!report.warnings) return null;
  const rows = report.warnings.map((one) => h("li", {}, bdi(one.document), say("colon"), say("warning_" + one.code, { count: one.count })));
  return h("details", { class: "note" }, h("summary", {}, say("warnings")), h("ul", {}, rows));
}

/** Inputs that could not be used, each with its reason. */
function skippedInputs() {
  if (!report.skipped.length) return null;
  const rows = report.skipped.map((entry) => h("li", {}, bdi(entry.path), say("colon"), say("skip_" + entry.reason),
    entry.bad_bytes ? say("bad_bytes", { count: entry.bad_bytes, first: entry.byte_offset ?? 0 }) : null));
  return h("details", { class: "note" }, h("summary", {}, say("skipped", { count: report.skipped.length })), h("ul", {}, rows));
}
