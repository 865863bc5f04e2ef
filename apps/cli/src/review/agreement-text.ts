import type { Reading } from "@evenhand/toolkit/policy/review/read-sheet";
import { verdictTitle } from "@evenhand/toolkit/report/audit/verdict-text";
import { openWords } from "@evenhand/toolkit/report/words/words";
import type { Language } from "../arguments.ts";
import type { Say } from "../words/words.ts";
import type { FoundAgreement } from "./find-agreement.ts";
import { measureText } from "./measure-text.ts";
import { ruleQuestions } from "./rule-questions.ts";

/** Below this many questions the text says that the intervals are rough. */
const fewQuestions = 30;

type Voice = { readonly say: Say; readonly language: Language };

/** How far two readers agree, in plain words and lines for a terminal. */
export function agreementText(found: FoundAgreement, voice: Voice): string {
  const { say } = voice;
  const part = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ["", title, ...lines];
  const notes = found.notes.map(({ reader, message }) => `  ${reader}: ${message}`);
  return [
    ...overallLines(found, voice),
    ...part(say("review-by-verdict"), found.compared === 0 ? [] : verdictLines(found, voice)),
    ...part(say("review-differences", { count: found.differences.length }), differenceLines(found, voice)),
    ...part(say("review-left-out", { count: found.leftOut.length }), leftOutLines(found, voice)),
    ...part(say("review-machine"), found.agreed === 0 ? [] : machineLines(found, voice)),
    ...part(say("review-notes"), notes),
  ].join("\n");
}

function overallLines(found: FoundAgreement, { say, language }: Voice): readonly string[] {
  const { readers, isBlind, asked, compared, agreed, leftOut, overall } = found;
  const [how, how2] = isBlind.map((blind) => say(blind ? "review-was-blind" : "review-was-not-blind"));
  const percent = compared === 0 ? "" : openWords(language).percent(agreed / compared);
  return [
    say("review-two-readers", { first: readers[0], second: readers[1], how: how ?? "", how2: how2 ?? "" }),
    say("review-compared", { asked, compared, left: leftOut.length }),
    ...(compared === 0 ? [] : [say("review-agreed", { agreed, compared, percent })]),
    `  ${measureText("review-kappa", overall.kappa, { say, language })}`,
    `  ${measureText("review-ac1", overall.ac1, { say, language })}`,
    say("review-how-to-read"),
    ...(compared > 0 && compared < fewQuestions ? [say("review-few", { few: fewQuestions })] : []),
    ...(isBlind.every(Boolean) ? [] : [say("review-agree-not-blind")]),
  ];
}

function verdictLines({ byVerdict, readers }: FoundAgreement, voice: Voice): readonly string[] {
  const { say, language } = voice;
  const words = openWords(language);
  return byVerdict.map(({ verdict, table, kappa, ac1 }) => {
    const count = (row: number, column: number): number => table[row]?.[column] ?? 0;
    const title = verdictTitle(verdict, words);
    const [both, first, second] = [count(0, 0), count(0, 1), count(1, 0)];
    if (both + first + second === 0) return `  ${say("review-verdict-unused", { title })}`;
    const counts = { both, first, second, neither: count(1, 1) };
    return [
      `  ${say("review-verdict-line", { title, ...counts, name: readers[0], name2: readers[1] })}`,
      `      ${measureText("review-kappa", kappa, voice)}`,
      `      ${measureText("review-ac1", ac1, voice)}`,
    ].join("\n");
  });
}

const question = (id: string, language: Language): string =>
  `  ${[id, ruleQuestions[id]?.[language]].filter((text) => text !== undefined).join(": ")}`;

function differenceLines({ differences, readers }: FoundAgreement, { say, language }: Voice): readonly string[] {
  const words = openWords(language);
  const line = (who: string, { verdict, reason }: Reading): string =>
    `    ${who}: ${verdictTitle(verdict, words)} (${verdict}). ${reason === "" ? say("review-no-reason") : reason}`;
  return differences.flatMap(({ id, first, second }) => [
    question(id, language),
    line(readers[0], first),
    line(readers[1], second),
  ]);
}

function leftOutLines({ leftOut }: FoundAgreement, { language }: Voice): readonly string[] {
  return leftOut.flatMap(({ id, notJudgedBy }) => [
    question(id, language),
    ...notJudgedBy.map(({ reader, why }) => `    ${reader}: ${why}`),
  ]);
}

function machineLines({ agreed, machine }: FoundAgreement, { say }: Voice): readonly string[] {
  return [
    `  ${say("review-machine-same", { agreed, same: machine.same })}`,
    ...machine.other.map(
      ({ id, machine: verdict, readers }) => `  ${say("review-machine-other", { id, machine: verdict, readers })}`,
    ),
  ];
}
