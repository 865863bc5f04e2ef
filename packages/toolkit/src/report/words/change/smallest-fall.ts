import type { Finding } from "@evenhand/standard";
import type { Words } from "../words.ts";
import { fallPhrase } from "./step-phrase.ts";

/**
 * The smallest fall that would probably have been noticed: said where no change is. Left out where the interval itself
 * reaches further than that fall, since the counts then vary more than the figure knows.
 */
export function smallestFallSentence({ shown, values, interval }: Finding, words: Words): string | undefined {
  const { smallestFall, ratio, direction } = values ?? {};
  if (typeof smallestFall !== "number") return undefined;
  if (shown !== "full") return words.say("change.smallest.best", { fall: fallPhrase(smallestFall, words) });
  if (direction !== "cannot-tell" || interval === undefined || typeof ratio !== "number") return undefined;
  const holdsOne = interval.low <= 1 && interval.high >= 1;
  const isBelievable = holdsOne && ratio > 0 && smallestFall <= interval.low / ratio;
  return isBelievable ? words.say("change.smallest", { fall: fallPhrase(smallestFall, words) }) : undefined;
}
