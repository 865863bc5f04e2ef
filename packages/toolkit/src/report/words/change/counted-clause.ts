import type { Finding } from "@evenhand/standard";
import type { Words } from "../words.ts";
import { reported } from "../years-phrase.ts";

/** A count of a series as a clause: of everyone, of what the event is about, or of what it should leave as it is. */
export function countedClause(finding: Finding, n: number, words: Words): string {
  const key = `change.counted.${finding.measure}.${finding.unit}`;
  return words.has(key) ? words.say(key, { n }) : reported(finding, n, words);
}
