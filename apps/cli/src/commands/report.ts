import type { Finding } from "@evenhand/standard";
import { type Answers, answerQuestions, type ContextBeside } from "@evenhand/toolkit/analysis/answer-all";
import { knownFootprint } from "@evenhand/toolkit/analysis/footprint/footprint-list";
import type { OpenRelease } from "@evenhand/toolkit/release/read-release";
import type { Boundaries } from "@evenhand/toolkit/report/charts/boundaries";
import { mainSentences } from "@evenhand/toolkit/report/main-sentences";
import type { PolicyBeside } from "@evenhand/toolkit/report/page/policy-beside";
import { renderReport } from "@evenhand/toolkit/report/page/render-report";
import { rivertonAgency } from "@evenhand/toolkit/sample/riverton";
import { readAgency } from "../agency.ts";
import type { Arguments, Language } from "../arguments.ts";
import { boundariesFrom } from "../boundaries-input.ts";
import { changeInput, changeJson, changeLines, eventLists, footprintOptions } from "../change-input.ts";
import type { Command } from "../command.ts";
import {
  comparisonInput,
  comparisonJson,
  comparisonLines,
  comparisonLists,
  comparisonOptions,
} from "../comparison-input.ts";
import { withReleaseOrFiles } from "../open-input.ts";
import { type AuditedPolicy, policyBeside, policyInput, policyJson, policyLists } from "../policy-beside.ts";
import { unreadableText } from "../policy-input.ts";
import { showProgress } from "../progress.ts";
import type { Terminal } from "../terminal.ts";
import type { Say } from "../words/words.ts";
import { writeOutput } from "../write-output.ts";

export type ReportOptions = {
  readonly out: string;
  readonly language: Language;
  readonly boundaries?: Boundaries;
  /** What force is compared with. */
  readonly beside?: ContextBeside;
  /** The department's policy, to stand beside the data. */
  readonly policy?: AuditedPolicy;
  readonly isFictional: boolean;
};

export type Reported = {
  readonly findings: readonly Finding[];
  readonly sentences: readonly string[];
  readonly policy?: PolicyBeside;
  readonly engine: { readonly count: number; readonly milliseconds: number };
};

/** Answers every question on an open release and writes the report. */
export async function writeReport(
  open: OpenRelease,
  terminal: Terminal,
  say: Say,
  options: ReportOptions,
): Promise<Reported> {
  const progress = showProgress(terminal);
  progress.step(say("step-counting"));
  const { findings }: Answers = await answerQuestions(open.release, open.cells, options.beside);
  const engine = open.queries();
  progress.step(say("step-drawing"));
  const { release } = open;
  const { language } = options;
  const policy = options.policy && policyBeside(options.policy, { findings, release, language });
  const { events } = options.beside ?? {};
  const html = renderReport({
    findings,
    release,
    language,
    issues: open.issues,
    ...(options.boundaries === undefined ? {} : { boundaries: options.boundaries }),
    fictional: options.isFictional,
    ...(policy === undefined ? {} : { policy }),
    ...(events === undefined ? {} : { events }),
    footprint: options.beside?.footprint ?? knownFootprint,
  });
  await writeOutput(options.out, html);
  progress.end();
  const sentences = mainSentences(findings, language);
  return { findings, sentences, engine, ...(policy === undefined ? {} : { policy }) };
}

export const report: Command = {
  name: "report",
  options: ["out", "areas", "boundaries", "agency", "mapping", "rubric", ...comparisonOptions, ...footprintOptions],
  lists: [...comparisonLists, ...eventLists, ...policyLists],
  run: async (given: Arguments, terminal, say) => {
    const boundaries = await boundariesFrom(given.option("areas") ?? given.option("boundaries"));
    const compared = await comparisonInput(given, terminal, say);
    const followed = await changeInput(given, say);
    const audited = await policyInput(given, terminal, say);
    const out = given.option("out") ?? "report.html";
    await withReleaseOrFiles(given, terminal, say, async (open) => {
      const { findings, sentences, policy, engine } = await writeReport(open, terminal, say, {
        out,
        language: given.language,
        ...(boundaries === undefined ? {} : { boundaries }),
        beside: { ...compared.beside, ...followed.beside },
        ...(audited === undefined ? {} : { policy: audited }),
        isFictional: open.release.agency.id === readAgency(rivertonAgency).id,
      });
      if (given.json) {
        const { agency, date, hash } = open.release;
        const result = {
          release: { agency, date, hash },
          findings,
          ...comparisonJson(compared),
          ...changeJson(followed),
          ...(audited && policy ? { policy: policyJson(audited, policy, { findings, language: given.language }) } : {}),
          report: out,
          engine,
        };
        terminal.out(`${JSON.stringify(result, null, 2)}\n`);
        return;
      }
      const lines = [
        say("report-made", { path: out }),
        "",
        say("main-sentences"),
        ...sentences.map((sentence) => `  ${sentence}`),
        ...comparisonLines(compared, say),
        ...changeLines(followed, say),
        ...(audited?.given ?? []).flatMap((document) =>
          document.isReadable ? [] : [unreadableText(document, given.language)],
        ),
      ];
      terminal.out(`${lines.join("\n")}\n`);
    });
  },
};
