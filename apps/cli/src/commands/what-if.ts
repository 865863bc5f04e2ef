import type { Finding } from "@evenhand/standard";
import { collectCells } from "@evenhand/toolkit/analysis/collect-cells";
import { footprintQueries } from "@evenhand/toolkit/analysis/footprint/footprint-cells";
import { knownFootprint } from "@evenhand/toolkit/analysis/footprint/footprint-list";
import { whatIf } from "@evenhand/toolkit/analysis/footprint/what-if";
import { questionContext } from "@evenhand/toolkit/analysis/gap/gap-report";
import type { OpenRelease } from "@evenhand/toolkit/release/read-release";
import { renderWhatIf } from "@evenhand/toolkit/report/what-if/render-what-if";
import { whatIfSteps } from "@evenhand/toolkit/report/what-if/what-if-steps";
import { reasonText } from "@evenhand/toolkit/report/words/disparity/reason-text";
import { findingSentence } from "@evenhand/toolkit/report/words/finding-sentence";
import { whatIfStatement } from "@evenhand/toolkit/report/words/footprint/what-if-statement";
import { keyTitle } from "@evenhand/toolkit/report/words/titles";
import { openWords } from "@evenhand/toolkit/report/words/words";
import { rivertonAgency } from "@evenhand/toolkit/sample/riverton";
import { readAgency } from "../agency.ts";
import type { Arguments } from "../arguments.ts";
import {
  type ChangeInput,
  changeInput,
  doubtLines,
  footprintJson,
  footprintLines,
  footprintOptions,
} from "../change-input.ts";
import type { Command } from "../command.ts";
import { referenceOf } from "../comparison-input.ts";
import { withReleaseOrFiles } from "../open-input.ts";
import { type Supposed, supposedOf } from "../what-if-input.ts";
import { backupLines, knownBackups, whatIfSums } from "../what-if-lines.ts";
import type { Say } from "../words/words.ts";
import { writeOutput } from "../write-output.ts";

export const whatIfCommand: Command = {
  name: "what-if",
  options: [
    "class",
    "share",
    "share-low",
    "share-high",
    "relative-risk",
    "backup",
    "reference",
    "agency",
    "mapping",
    "out",
    ...footprintOptions,
  ],
  run: async (given, terminal, say) => {
    const input = await changeInput(given, say);
    const supposed = supposedOf(given, input, say);
    const reference = referenceOf(given.option("reference"), say);
    await withReleaseOrFiles(given, terminal, say, async (open) => {
      const finding = await askWhatIf(open, { input, supposed, reference });
      const { release } = open;
      const { agency, date, hash } = release;
      const out = given.option("out");
      if (out !== undefined)
        await writeOutput(
          out,
          renderWhatIf({
            finding,
            release,
            language: given.language,
            list: input.beside.footprint ?? knownFootprint,
            fictional: agency.id === readAgency(rivertonAgency).id,
          }),
        );
      if (given.json) {
        const result = {
          release: { agency, date, hash },
          finding,
          ...sentencesOf(finding, given.language),
          steps: whatIfSums(finding),
          footprint: footprintJson(input.beside),
          backups: knownBackups(input.beside.responders, supposed.class),
          changeIssues: input.issues,
          ...(out === undefined ? {} : { page: out }),
        };
        terminal.out(`${JSON.stringify(result, null, 2)}\n`);
        return;
      }
      const lines = [
        ...(out === undefined ? [] : [say("what-if-page", { path: out }), ""]),
        ...Object.values(sentencesOf(finding, given.language)).flat(),
        ...arithmeticLines(finding, say, given),
        ...backupLines(supposed, { isGiven: given.option("backup") !== undefined, input, say }),
        ...(input.beside.footprint === undefined ? [] : ["", ...footprintLines(input.beside.footprint, say)]),
        ...doubtLines(input.issues, say),
      ];
      terminal.out(`${lines.join("\n")}\n`);
    });
  },
};

async function askWhatIf(
  { release, cells }: OpenRelease,
  {
    input,
    supposed,
    reference,
  }: { readonly input: ChangeInput; readonly supposed: Supposed; readonly reference: string | undefined },
): Promise<Finding> {
  const context = {
    ...questionContext(release),
    ...input.beside,
    ...(reference === undefined ? {} : { reference }),
  };
  const { people } = footprintQueries(release.scope, (context.footprint ?? knownFootprint).classes);
  const collected = await collectCells([people], cells);
  return whatIf(context, collected(people), supposed);
}

function sentencesOf(finding: Finding, language: Arguments["language"]) {
  const words = openWords(language);
  if (finding.shown === "cannot-say") return { sentence: findingSentence(finding, words), more: [] };
  const { headline, more, after } = whatIfStatement(finding, words);
  return { sentence: headline, more: [...more, ...after] };
}

/** The sum step by step for everybody, then for each group; where both definitions count the same, once. */
function arithmeticLines(finding: Finding, say: Say, { language }: Arguments): readonly string[] {
  if (finding.shown === "cannot-say") return [];
  const words = openWords(language);
  const bands = new Set(finding.rows.flatMap(({ key, figures }) => (figures?.narrow === figures?.wide ? [] : [key])));
  const groups = whatIfSums(finding).filter(
    ({ row, label }) => row !== "all" && (bands.has(row) || !label.endsWith("wide")),
  );
  return [
    "",
    `${say("explain-steps")}:`,
    ...whatIfSteps(finding, words).map((step) => `  ${step}`),
    ...groups.map(({ row, label, expression, value }) => {
      const who = keyTitle(row, finding, words);
      return `  ${say(`what-if-step-${label}`, { row: who })}: ${expression} = ${value}`;
    }),
    "",
    `${say("what-if-assumes")}:`,
    ...finding.caveats.map((id) => `  ${reasonText(id, words)}`),
  ];
}
