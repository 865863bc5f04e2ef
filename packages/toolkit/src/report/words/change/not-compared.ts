import type { Finding } from "@evenhand/standard";
import { reasonText } from "../disparity/reason-text.ts";
import { type Statement, sentences } from "../disparity/statement.ts";
import type { Words } from "../words.ts";
import { eventPhrase } from "./event-phrase.ts";

/**
 * Counts before and after that are listed and not compared, and why. A change in recording is not told again where the
 * finding that tells of it stands beside.
 */
export function notCompared(finding: Finding, words: Words, ofEvent: readonly Finding[]): Statement {
  const { reason } = finding;
  const isTold = reason === "recording-changed" && ofEvent.some(({ measure }) => measure === "recording");
  const why = reason === undefined || isTold ? undefined : reasonText(reason, words);
  return {
    headline: sentences(words.say("change.not-compared", { event: eventPhrase(finding, words) }), why),
    more: [],
    after: [],
  };
}
