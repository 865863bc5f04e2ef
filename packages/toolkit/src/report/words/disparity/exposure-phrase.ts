import type { BenchmarkKind, Finding } from "@evenhand/standard";
import type { Words } from "../words.ts";
import { groupPeople, groupResidents } from "./group-phrase.ts";

/** What the counts of a finding are set against; `whole` are residents where no year is known. */
export type ExposureKind = BenchmarkKind | "whole" | "share";

/** What kind of exposure a comparison rests on; `share` when it is the release's own people. */
export function exposureKind(finding: Finding): ExposureKind {
  const kind = finding.comparison?.benchmark?.kind ?? (finding.question === "places" ? "population" : "share");
  return kind === "population" && finding.caveats.includes("rate-of-whole-file") ? "whole" : kind;
}

const names = (key: string, words: Words) => ({
  people: groupPeople(key, words),
  residents: groupResidents(key, words),
});

/** "10,000 Black residents a year", "1,000 stops of Black people" */
export function exposedPhrase(key: string, finding: Finding, words: Words): string {
  const n = finding.comparison?.per ?? 1;
  return words.say(`disparity.exposed.${exposureKind(finding)}`, { n, ...names(key, words) });
}

/** "the rate for White residents", "the share of White people": what a row is compared with. */
export function comparedWith(finding: Finding, words: Words): string {
  const kind = exposureKind(finding);
  const key = finding.comparison?.reference ?? "everybody-else";
  return words.say(`disparity.what.${kind === "whole" ? "population" : kind}`, names(key, words));
}

/** "stops", "residents" */
export const exposuresWord = (finding: Finding, words: Words): string => {
  const kind = exposureKind(finding);
  return words.say(`disparity.exposures.${kind === "whole" || kind === "share" ? "population" : kind}`);
};

/** A rate of a row in the unit of the finding: "62". */
export const rateText = (rate: number, finding: Finding, words: Words): string =>
  words.rate(rate * (finding.comparison?.per ?? 1));
