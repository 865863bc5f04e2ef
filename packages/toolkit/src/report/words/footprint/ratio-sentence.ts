import type { Finding, FindingRow } from "@evenhand/standard";
import { everybodyElse, groupPeople } from "../disparity/group-phrase.ts";
import { orderedRows } from "../ordered-rows.ts";
import type { Words } from "../words.ts";

/** Fewer in the kind of situation on either side, and no ratio is put into words. */
const fewestRecords = 20;
/** A change that rounds to nothing. */
const noChange = 0.005;

/**
 * By how much each group's ratio to the reference would move, at the two ends of the band; only for groups with at least
 * 20 records in this kind of situation on both sides, the others named in one sentence.
 */
export function ratioSentences(finding: Finding, words: Words): readonly string[] {
  const reference = finding.comparison?.reference;
  if (reference === undefined) return [];
  const groups = finding.rows.filter(({ key, figures }) => key !== "all" && figures?.ratioChange !== undefined);
  const clear = groups.filter((row) => isLargeEnough(row, finding));
  const said = orderedRows({ ...finding, rows: clear }, words).map((row) => ratioSentence(row, reference, words));
  const isRising = clear.some(({ figures }) => (figures?.ratioChange ?? 1) > 1 + noChange);
  return [
    ...said,
    ...(isRising ? [words.say("footprint.whatif.ratio.both")] : []),
    ...(clear.length < groups.length ? [words.say("footprint.whatif.ratio.small")] : []),
  ];
}

/** Whether the counts behind a group's ratio are large enough to put its change into words. */
export function isLargeEnough(row: FindingRow, finding: Finding): boolean {
  const reference = finding.comparison?.reference;
  const others = finding.rows.filter(
    ({ key }) => key !== "all" && key !== row.key && (reference === everybodyElse || key === reference),
  );
  const narrow = others.reduce((sum, { figures }) => sum + (figures?.narrow ?? 0), 0);
  return Math.min(row.figures?.narrow ?? 0, narrow) >= fewestRecords;
}

function ratioSentence({ key, figures }: FindingRow, reference: string, words: Words): string {
  const { ratioChange = 1, ratioChangeWide = 1 } = figures ?? {};
  const [least, most] = [ratioChange - 1, ratioChangeWide - 1].toSorted((left, right) => left - right) as [
    number,
    number,
  ];
  const names = { people: groupPeople(key, words), reference: groupPeople(reference, words) };
  if (Math.max(Math.abs(least), Math.abs(most)) < noChange) return words.say("footprint.whatif.ratio.same", names);
  if (least < -noChange && most > noChange)
    return words.say("footprint.whatif.ratio.mixed", {
      ...names,
      low: words.comparedPercent(-least),
      high: words.comparedPercent(most),
    });
  const isRise = most + least > 0;
  const ends = isRise ? [Math.max(0, least), most] : [Math.max(0, -most), -least];
  const [low, high] = ends.map((end) => words.percent(end));
  const percent =
    low === high ? (low ?? "") : words.say("footprint.whatif.ratio.percent", { low: low ?? "", high: high ?? "" });
  return words.say(`footprint.whatif.ratio.${isRise ? "rise" : "fall"}`, { ...names, percent });
}
