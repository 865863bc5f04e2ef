import type { Finding } from "@evenhand/standard";
import type { Words } from "../words.ts";
import { eventNoun } from "./event-phrase.ts";
import { stepPhrase, stepRange } from "./step-phrase.ts";

/** How far the words about a change may go: one verdict, and what it rests on. */
export type Claim = { readonly verdict: string; readonly evidence: readonly string[] };

/** The limits of the analysis: at most a tenth of the other dates may show as much, and there must be enough of them. */
const specialDate = 0.1;
const fewestDates = 1 / specialDate - 1;

/**
 * What may be said of a change, never beyond the finding's `claimLevel`: 2 beyond the noise of months, 3 and recorded
 * as before, 4 and not at other dates or in comparison series, 5 and not in other agencies. Never that one thing came
 * from the other.
 */
export function claimSentences(finding: Finding, words: Words, ofEvent: readonly Finding[] = []): Claim {
  const { direction } = finding.values ?? {};
  const level = Number(finding.values?.claimLevel ?? 1);
  const isMoved = (direction === "lower" || direction === "higher") && level >= 2;
  if (!isMoved) return { verdict: unmoved(finding, words), evidence: [] };
  const why = words.say("change.claim.why", { noun: eventNoun(finding, words) });
  const say = (key: string) => words.say(`change.claim.${key}`);
  const moved = say(String(direction));
  if (level < 3) return { verdict: `${moved} ${say(`recording.${direction}`)}`, evidence: [why] };
  const evidence = [...against(finding, level, ofEvent).map(say), why];
  return { verdict: `${moved} ${say(`steady${recordingOf(ofEvent)}`)}`, evidence };
}

/** Whether other dates, series that should not move, or other agencies speak against a change. */
export function isDoubted(finding: Finding, ofEvent: readonly Finding[]): boolean {
  const found = against(finding, Number(finding.values?.claimLevel ?? 1), ofEvent);
  return found.some((key) => ["dates.not", "comparison.moved", "agencies.not"].includes(key));
}

/** Which recording is called steady: nothing changed, only what the event is about, or it is not known here. */
function recordingOf(ofEvent: readonly Finding[]): "" | ".about" | ".unasked" {
  const recording = ofEvent.find(({ measure }) => measure === "recording");
  if (recording === undefined) return ".unasked";
  return recording.rows.length === 0 ? "" : ".about";
}

/** What the change was held against: other dates, series that should not move, other agencies. */
function against(finding: Finding, level: number, ofEvent: readonly Finding[]): readonly string[] {
  const { placeboP, placeboDates } = finding.values ?? {};
  const hasDates = typeof placeboP === "number" && Number(placeboDates ?? 0) >= fewestDates;
  const compared = finding.measure === "total" || finding.measure === "target" ? comparisonsOf(ofEvent) : [];
  const alike = compared.some((other) => movedLike(other, finding));
  const apart = finding.measure === "total" && isOneAmongAgencies(finding, ofEvent) ? ["agencies.not"] : [];
  if (level >= 5) return [...(hasDates ? ["dates"] : []), ...steady(finding, compared), "agencies"];
  if (level >= 4) return [...(hasDates ? ["dates"] : []), ...steady(finding, compared), ...apart];
  const isSpecial = hasDates && placeboP <= specialDate;
  const dates = isSpecial ? [] : [hasDates ? "dates.not" : "dates.few"];
  return [...dates, ...(alike ? ["comparison.moved"] : []), ...apart];
}

const comparisonsOf = (ofEvent: readonly Finding[]): readonly Finding[] =>
  ofEvent.filter(({ measure, shown }) => measure === "comparison" && shown === "full");

/** Whether a series that should not move lies on the same side of 1 by its own interval. */
const movedLike = ({ interval }: Finding, { values }: Finding): boolean =>
  interval !== undefined && (values?.direction === "lower" ? interval.high < 1 : interval.low > 1);

/** A series that should not move did not, and is exact enough to show a change like this one. */
function steady({ values }: Finding, compared: readonly Finding[]): readonly string[] {
  const ratio = Number(values?.ratio);
  const isStill = compared.every(({ values: own }) => own?.direction !== "lower" && own?.direction !== "higher");
  const isExact = compared.some(({ interval }) => interval && (ratio < interval.low || ratio > interval.high));
  return compared.length > 0 && isStill && isExact ? ["comparison"] : [];
}

/** Whether agencies with the event did not move that way beside the others, or did so before the date already. */
function isOneAmongAgencies({ values }: Finding, ofEvent: readonly Finding[]): boolean {
  const agencies = ofEvent.find(({ measure, shown }) => measure === "agencies" && shown === "full");
  if (agencies === undefined) return false;
  return agencies.values?.direction !== values?.direction || agencies.caveats.includes("moved-apart-before");
}

/** About the same, or too little to tell. */
function unmoved(finding: Finding, words: Words): string {
  const { interval, values, comparison } = finding;
  if (values?.direction === "about-the-same" && interval !== undefined)
    return words.say("change.same", { range: stepRange(interval, words) });
  if (finding.caveats.includes("later-dates-as-strong") && typeof values?.laterRatio === "number")
    return words.say("change.claim.bend", {
      month: words.month(String(values.laterMonth ?? "")),
      change: stepPhrase(values.laterRatio, words),
    });
  if (finding.caveats.includes("bend-fits-as-well") && values?.bendMonth !== undefined)
    return words.say("change.claim.bend-alone", { month: words.month(String(values.bendMonth)) });
  if (finding.caveats.includes("plain-counts-differ") && typeof values?.before === "number")
    return words.say("change.claim.plain", { before: values.before, after: Number(values.after) });
  if (values?.direction === "lower" || values?.direction === "higher") return words.say("change.claim.context");
  const holdsOne = interval !== undefined && interval.low <= 1 && interval.high >= 1;
  if (values?.direction === "cannot-tell" && holdsOne)
    return words.say("change.cannot.range", { range: stepRange(interval, words, "fits") });
  return words.say("change.cannot.many", { n: comparison?.family?.comparisons ?? 1 });
}
