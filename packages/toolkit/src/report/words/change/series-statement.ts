import type { Finding } from "@evenhand/standard";
import { present, type Statement, sentences } from "../disparity/statement.ts";
import type { Words } from "../words.ts";
import { claimSentences } from "./claim-sentences.ts";
import { countedClause } from "./counted-clause.ts";
import { eventPhrase } from "./event-phrase.ts";
import { leftOutSentence } from "./left-out-sentence.ts";
import { refusedStatement } from "./refused-statement.ts";
import { smallestFallSentence } from "./smallest-fall.ts";
import { stepPhrase, stepRange } from "./step-phrase.ts";

/**
 * What a series says of the months after an event: what was counted, what the earlier pattern would have given, and how
 * far the words may go. All findings of the event tell whether comparison series moved.
 */
export function seriesStatement(finding: Finding, words: Words, ofEvent: readonly Finding[] = []): Statement {
  const { observed, expected, monthsAfter } = finding.values ?? {};
  if (finding.shown !== "full" || typeof observed !== "number" || typeof expected !== "number")
    return refusedStatement(finding, words);
  const counted = words.say("change.series", {
    months: Number(monthsAfter ?? 0),
    event: eventPhrase(finding, words),
    counted: countedClause(finding, observed, words),
  });
  const claim = claimSentences(finding, words, ofEvent);
  return {
    headline: sentences(counted, expectedSentence(finding, words), claim.verdict),
    more: present(sentences(...claim.evidence), sizeSentence(finding, words), smallestFallSentence(finding, words)),
    after: present(sentences(beforeSentence(finding, words), leftOutSentence(finding, words))),
  };
}

/** Number of a forecast: whole from ten on, and with a decimal below. */
const rounded = (value: number, words: Words): string =>
  value >= 10 ? words.number(Math.round(value)) : words.decimal(value);

function expectedSentence({ values }: Finding, words: Words): string | undefined {
  const { observed, expected, differenceLow, differenceHigh } = values ?? {};
  if ([observed, expected, differenceLow, differenceHigh].some((value) => typeof value !== "number")) return undefined;
  const low = Math.max(0, Math.floor(Number(observed) - Number(differenceHigh) + 1e-9));
  const high = Math.max(0, Math.ceil(Number(observed) - Number(differenceLow) - 1e-9));
  return words.say("change.series.expected", { expected: rounded(Number(expected), words), low, high });
}

function sizeSentence({ values, interval }: Finding, words: Words): string | undefined {
  const isWorded = values?.direction === "lower" || values?.direction === "higher";
  if (!isWorded || interval === undefined || typeof values.ratio !== "number") return undefined;
  return words.say("change.series.size", {
    change: stepPhrase(values.ratio, words),
    range: stepRange(interval, words),
  });
}

const beforeSentence = ({ values }: Finding, words: Words): string | undefined =>
  typeof values?.monthsBefore === "number"
    ? words.say("change.series.before", { months: values.monthsBefore })
    : undefined;
