import type { Finding, PolicyEvent } from "@evenhand/standard";
import { answerQuestion } from "@evenhand/toolkit/analysis/answer-all";
import { isAskedOf } from "@evenhand/toolkit/analysis/change/about-event";
import { collectCells } from "@evenhand/toolkit/analysis/collect-cells";
import { questionContext } from "@evenhand/toolkit/analysis/gap/gap-report";
import { suppressFindings } from "@evenhand/toolkit/analysis/privacy/suppress-findings";
import { change as changeQuestion } from "@evenhand/toolkit/analysis/questions/change";
import { changeStatement } from "@evenhand/toolkit/report/words/change/change-statement";
import { otherEventsSentence } from "@evenhand/toolkit/report/words/change/other-events";
import { recordingItems } from "@evenhand/toolkit/report/words/change/recording-statement";
import { subjectSentence } from "@evenhand/toolkit/report/words/change/subject-sentence";
import { findingSentence } from "@evenhand/toolkit/report/words/finding-sentence";
import { openWords } from "@evenhand/toolkit/report/words/words";
import type { Arguments } from "../arguments.ts";
import { doubtLines, eventsInput } from "../change-input.ts";
import { CliError } from "../cli-error.ts";
import { referenceOf, thresholdOf } from "../comparison-input.ts";
import { withReleaseOrFiles } from "../open-input.ts";
import type { Terminal } from "../terminal.ts";
import type { Say } from "../words/words.ts";

/**
 * Answers the question “change” alone on a release, or on files made into one for the moment.
 *
 * @throws CliError when no events are given after which a change could be looked for
 */
export async function releaseChange(given: Arguments, terminal: Terminal, say: Say): Promise<void> {
  const paths = given.list("events");
  if (paths.length === 0) throw new CliError(say("change-needs-events"));
  const { events, issues } = await eventsInput(paths, say);
  if (!events.some(isAskedOf)) throw new CliError(say("no-asked-events"));
  const reference = referenceOf(given.option("reference"), say);
  const threshold = thresholdOf(given.option("suppress-below"), say);
  await withReleaseOrFiles(given, terminal, say, async (open) => {
    const { release, cells } = open;
    const context = { ...questionContext(release), events, ...(reference === undefined ? {} : { reference }) };
    const collected = await collectCells(Object.values(changeQuestion.cells(release.scope, context)), cells);
    const all = answerQuestion(changeQuestion, context, collected);
    const findings = threshold === undefined ? all : suppressFindings(all, threshold);
    if (given.json) {
      const { agency, date, hash } = release;
      const sentences = Object.fromEntries(findings.map((finding) => [finding.id, sentenceOf(finding, given)]));
      const result = { release: { agency, date, hash }, events, findings, sentences, changeIssues: issues };
      terminal.out(`${JSON.stringify(result, null, 2)}\n`);
      return;
    }
    const lines = [...eventLines(findings, events, given), ...doubtLines(issues, say), "", say("change-next")];
    terminal.out(`${lines.join("\n").trimStart()}\n`);
  });
}

const sentenceOf = (finding: Finding, { language }: Arguments): string => findingSentence(finding, openWords(language));

function eventLines(
  findings: readonly Finding[],
  events: readonly PolicyEvent[],
  { language }: Arguments,
): readonly string[] {
  const words = openWords(language);
  const byEvent = Map.groupBy(findings, ({ values }) => String(values?.event ?? ""));
  return [...byEvent].flatMap(([id, ofEvent]) => {
    const { eventDate = "", eventWhat = id, eventWhatEs = eventWhat } = ofEvent[0]?.values ?? {};
    const head = [eventDate, language === "es" ? eventWhatEs : eventWhat].filter((part) => part !== "").join(": ");
    const said = ofEvent.flatMap((finding) => {
      const statement = changeStatement(finding, words, ofEvent);
      const event = events.find((one) => one.id === id);
      const text = [
        statement?.headline ?? findingSentence(finding, words),
        ...(statement?.more ?? []),
        ...(finding.measure === "recording" ? recordingItems(finding, words) : []),
        (event && subjectSentence(finding, event, words)) ?? "",
      ];
      return [`  ${text.filter((part) => part !== "").join(" ")}`, `    ${finding.id}`];
    });
    const dated = ofEvent.find(({ values }) => values?.comparedFrom !== undefined);
    return ["", head, ...said, ...(dated === undefined ? [] : [`  ${otherEventsSentence(dated, events, words)}`])];
  });
}
