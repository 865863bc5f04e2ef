import type { Finding } from "@evenhand/standard";
import { answerQuestions } from "@evenhand/toolkit/analysis/answer-all";
import { explainFinding } from "@evenhand/toolkit/analysis/explain/explain-finding";
import type { ExplainedTable, Explanation } from "@evenhand/toolkit/analysis/explain/explanation";
import {
  findingCells,
  type NamedCells,
  ownCells,
  tellingCells,
} from "@evenhand/toolkit/analysis/explain/finding-cells";
import { findingSentence } from "@evenhand/toolkit/report/words/finding-sentence";
import { keyTitle, secondKeyTitle } from "@evenhand/toolkit/report/words/titles";
import { openWords, type Words } from "@evenhand/toolkit/report/words/words";
import { changeInput, changeJson, changeLines, eventLists, footprintOptions } from "../change-input.ts";
import { CliError } from "../cli-error.ts";
import type { Command } from "../command.ts";
import {
  comparisonInput,
  comparisonJson,
  comparisonLines,
  comparisonLists,
  comparisonOptions,
} from "../comparison-input.ts";
import { nearestFirst } from "../nearest-first.ts";
import { withReleaseOrFiles } from "../open-input.ts";
import type { Say } from "../words/words.ts";

const cellsShown = 30;
const idsShown = 40;

export const explain: Command = {
  name: "explain",
  options: ["agency", "mapping", ...comparisonOptions, ...footprintOptions],
  lists: [...comparisonLists, ...eventLists],
  run: async (given, terminal, say) => {
    const [id, ...files] = given.files;
    if (id === undefined || files.length === 0) throw new CliError(say("no-finding-id"));
    const compared = await comparisonInput(given, terminal, say);
    const followed = await changeInput(given, say);
    await withReleaseOrFiles({ ...given, files }, terminal, say, async (open) => {
      const { findings } = await answerQuestions(open.release, open.cells, {
        ...compared.beside,
        ...followed.beside,
      });
      const finding = findings.find((candidate) => candidate.id === id);
      if (finding === undefined) throw unknownFinding(id, findings, say, compared.beside.benchmarks === undefined);
      const { places, suppressBelow } = compared.beside;
      const isBlanked = suppressBelow !== undefined;
      const cells = isBlanked
        ? []
        : await findingCells(finding, open.release, {
            read: open.cells,
            ...(places ? { places } : {}),
            ...followed.beside,
          });
      const explanation = explainFinding(finding, cells, given.language, isBlanked ? {} : compared.beside);
      const words = openWords(given.language);
      const sentence = findingSentence(finding, words);
      if (given.json) {
        const { agency, date, hash } = open.release;
        const result = {
          release: { agency, date, hash },
          finding,
          sentence,
          cells,
          ...explanation,
          ...comparisonJson(compared),
          ...changeJson(followed),
        };
        terminal.out(`${JSON.stringify(result, null, 2)}\n`);
        return;
      }
      const lines = [
        ...headLines(finding, sentence, { say, words }),
        ...comparisonLines(compared, say),
        ...changeLines(followed, say),
        ...(isBlanked ? ["", say("explain-blanked")] : cellLines(finding, cells, { say, words })),
        ...explanation.tables.flatMap((table) => tableLines(table, say)),
        ...arithmeticLines(finding, explanation, { say, words }),
      ];
      terminal.out(`${lines.join("\n")}\n`);
    });
  },
};

type Speech = { readonly say: Say; readonly words: Words };

function unknownFinding(id: string, findings: readonly Finding[], say: Say, isWithoutBenchmark: boolean): CliError {
  const ids = nearestFirst(
    id,
    findings.map((finding) => finding.id),
  );
  const shown = ids.slice(0, idsShown).map((one) => `  ${one}`);
  const more = ids.length > idsShown ? [`  ${say("explain-more-ids", { count: ids.length - idsShown })}`] : [];
  const compared = isWithoutBenchmark ? say("compared-hint") : "";
  return new CliError(say("unknown-finding", { id, compared, ids: [...shown, ...more].join("\n") }));
}

function headLines(finding: Finding, sentence: string, { say, words }: Speech): readonly string[] {
  const { years, missing, reason } = finding;
  const unit = words.has(`say.units.${finding.unit}`) ? words.say(`say.units.${finding.unit}`) : finding.unit;
  const gaps = missing.map((one) => `${words.say(`say.reason.${one.reason}`)}: ${one.count}`);
  return [
    finding.id,
    "",
    sentence,
    "",
    `${say("explain-unit")}: ${unit}`,
    ...(years === undefined ? [] : [`${say("explain-years")}: ${words.span(years)}`]),
    `${say("explain-shown")}: ${finding.shown}${reason === undefined ? "" : ` (${reason})`}`,
    ...(gaps.length === 0 ? [] : [`${say("explain-missing")}: ${gaps.join("; ")}`]),
    `${say("explain-method")}: ${finding.method} (docs/methods/${finding.method}.md)`,
  ];
}

function cellLines(finding: Finding, all: readonly NamedCells[], { say }: Speech): readonly string[] {
  const tables = tellingCells(finding, all).flatMap((named) => {
    const { by, cells } = ownCells(finding, named);
    const rows = cells.toSorted((left, right) => right.count - left.count);
    const shown = rows.slice(0, cellsShown).map(({ key, count }) => {
      const texts = key.map((value) => (value === null ? say("explain-blank") : String(value)));
      return `    ${texts.join(" | ") || say("explain-total")}: ${count}`;
    });
    const columns = by.join(", ") || say("explain-total");
    return [
      `  ${say("explain-rows", { count: cells.reduce((sum, { count }) => sum + count, 0), table: named.query.from, columns })}`,
      ...shown,
      ...(rows.length > cellsShown ? [`    ${say("explain-more-cells", { count: rows.length - cellsShown })}`] : []),
    ];
  });
  return ["", `${say("explain-cells")}:`, ...(tables.length === 0 ? [`  ${say("explain-no-cells")}`] : tables)];
}

/** A table in part: the lines for R hold all of it. */
function tableLines({ name, columns, rows }: ExplainedTable, say: Say): readonly string[] {
  return [
    "",
    `${say(`explain-table-${name}`)}:`,
    `    ${columns.join(" | ")}`,
    ...rows.slice(0, cellsShown).map((row) => `    ${row.join(" | ")}`),
    ...(rows.length > cellsShown ? [`    ${say("explain-more-rows", { count: rows.length - cellsShown })}`] : []),
  ];
}

function arithmeticLines(
  finding: Finding,
  { formula, steps, r }: Explanation,
  { say, words }: Speech,
): readonly string[] {
  if (steps.length === 0)
    return ["", say(finding.shown === "cannot-say" ? "explain-no-steps" : "explain-no-arithmetic")];
  const titleOf = (row = ""): string => {
    const [key = "", second] = row.split(" | ");
    const title = keyTitle(key, finding, words);
    return second === undefined ? title : `${title}, ${secondKeyTitle(second, finding, words)}`;
  };
  const done = steps.map(
    ({ label, row, expression, value }) =>
      `  ${say(`step-${label}`, { row: titleOf(row) })}\n    ${expression} = ${value}`,
  );
  return [
    "",
    `${say("explain-formula")}: ${formula}`,
    "",
    `${say("explain-steps")}:`,
    ...done,
    "",
    `${say("explain-r")}:`,
    ...r.map((line) => `  ${line}`),
  ];
}
