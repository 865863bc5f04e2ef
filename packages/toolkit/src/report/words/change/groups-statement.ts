import type { Finding, FindingRow } from "@evenhand/standard";
import { groupPeople, groupTitle } from "../disparity/group-phrase.ts";
import { isBeside1, ratioRangePhrase } from "../disparity/range-phrase.ts";
import { present, type Statement, sentences } from "../disparity/statement.ts";
import { orderedRows } from "../ordered-rows.ts";
import type { Words } from "../words.ts";
import { eventPhrase } from "./event-phrase.ts";
import { notCompared } from "./not-compared.ts";
import { ratioMoved } from "./ratio-moved.ts";
import { stepPhrase } from "./step-phrase.ts";

/**
 * On whom: the share of the largest group then and now, how each group's ratio to the reference stands to what it was,
 * and what each group's own series shows.
 */
export function groupsStatement(finding: Finding, words: Words, ofEvent: readonly Finding[] = []): Statement {
  const row = leadGroup(finding);
  const shares = row && sharesSentence(row, finding, words);
  if (row === undefined || shares === undefined)
    return { headline: words.say("change.groups.none", { event: eventPhrase(finding, words) }), more: [], after: [] };
  const missing = raceMissing(finding, words, ofEvent);
  if (isMissingJump(finding))
    return { headline: words.say("change.groups.recording"), more: present(missing), after: [] };
  if (finding.shown !== "full") return { ...notCompared(finding, words, ofEvent), more: present(missing) };
  return {
    headline: sentences(shares, everyone(finding, words) ?? ratioSentence(row, finding, words)),
    more: present(sentences(...movedSentences(finding, words)), missing),
    after: present(...ownSentences(finding, words)),
  };
}

/** Whether a jump in missing race forbids every comparison of groups. */
export const isMissingJump = ({ shown, reason }: Finding): boolean => shown === "counts" && reason === "missing-jumps";

/** The group spoken of first: the one with the most records, the reference aside. */
export function leadGroup({ rows, comparison }: Finding): FindingRow | undefined {
  const size = ({ figures }: FindingRow): number => (figures?.before ?? 0) + (figures?.after ?? 0);
  return rows
    .filter(({ key }) => key !== comparison?.reference)
    .reduce<FindingRow | undefined>(
      (most, row) => (most === undefined || size(row) > size(most) ? row : most),
      undefined,
    );
}

function sharesSentence({ key, figures = {} }: FindingRow, finding: Finding, words: Words): string | undefined {
  const { before, after, shareBefore, shareAfter } = figures;
  const { before: allBefore, after: allAfter, windowMonths } = finding.values ?? {};
  if (before === undefined || after === undefined || shareBefore === undefined || shareAfter === undefined)
    return undefined;
  const total = (n: unknown) => words.say(`say.unit.${finding.unit}`, { n: Number(n ?? 0) });
  return words.say("change.groups.shares", {
    months: Number(windowMonths ?? 0),
    event: eventPhrase(finding, words),
    people: groupPeople(key, words),
    shareBefore: words.percent(shareBefore),
    shareAfter: words.percent(shareAfter),
    before,
    after,
    totalBefore: total(allBefore),
    totalAfter: total(allAfter),
  });
}

function ratioSentence(row: FindingRow, finding: Finding, words: Words): string | undefined {
  const moved = ratioMoved(row);
  const { ratioOfRatios = 1, ratioOfRatiosLow = 0, ratioOfRatiosHigh = Number.POSITIVE_INFINITY } = row.figures ?? {};
  const reference = finding.comparison?.reference;
  if (moved === "none" || reference === undefined) return undefined;
  const names = { people: groupPeople(row.key, words), reference: groupPeople(reference, words) };
  if (moved === "trend") return words.say("change.groups.ratio.trend", names);
  const interval = { low: ratioOfRatiosLow, high: ratioOfRatiosHigh };
  return words.say(`change.groups.ratio.${moved === "unclear" && isBeside1(interval) ? "many" : moved}`, {
    ...names,
    ratio: words.ratio(ratioOfRatios),
    between: ratioRangePhrase(interval, words),
  });
}

/** The ratios that moved, of groups other than the one spoken of first. */
function movedSentences(finding: Finding, words: Words): readonly string[] {
  const lead = everyone(finding, words) === undefined ? leadGroup(finding)?.key : undefined;
  return orderedRows(finding, words)
    .filter((row) => row.key !== lead && ["lower", "higher", "trend"].includes(ratioMoved(row)))
    .flatMap((row) => ratioSentence(row, finding, words) ?? []);
}

/** Where every group that could be tested moved the same way and no ratio between them did: said so. */
function everyone(finding: Finding, words: Words): string | undefined {
  const tested = finding.rows.filter(({ compared }) => compared?.ratio !== undefined);
  const directions = [...new Set(tested.map(({ compared }) => compared?.direction))];
  const [direction] = directions;
  if (tested.length < 2 || directions.length > 1 || (direction !== "lower" && direction !== "higher")) return undefined;
  const ratios = tested.filter(({ key }) => key !== finding.comparison?.reference).map(ratioMoved);
  if (ratios.some((moved) => moved === "lower" || moved === "higher" || moved === "trend")) return undefined;
  const isSame = ratios.length > 0 && ratios.every((moved) => moved === "same");
  return words.say(`change.groups.everyone.${direction}.${isSame ? "same" : "unclear"}`);
}

const directions = ["lower", "higher", "about-the-same", "cannot-tell", "none"] as const;

/** Each group's own series beside what its earlier pattern would have given. */
function ownSentences(finding: Finding, words: Words): readonly string[] {
  const rows = orderedRows(finding, words);
  const item = ({ key, compared }: FindingRow): string =>
    compared?.ratio === undefined
      ? groupTitle(key, words)
      : words.say("change.groups.own.item", {
          people: groupTitle(key, words),
          step: stepPhrase(compared.ratio.value, words),
        });
  return directions.flatMap((direction) => {
    const own = rows.filter(({ compared }) => (compared?.direction ?? "none") === direction);
    const isPlain = direction === "cannot-tell" || direction === "about-the-same" || direction === "none";
    const items = own.map((row) => (isPlain ? groupTitle(row.key, words) : item(row)));
    return items.length === 0 ? [] : [words.say(`change.groups.own.${direction}`, { items: words.list(items) })];
  });
}

/** For how many of all no race is recorded: what the total counts more than the groups. */
function raceMissing(finding: Finding, words: Words, ofEvent: readonly Finding[]): string | undefined {
  const total = ofEvent.find(({ measure, unit }) => measure === "total" && unit === finding.unit);
  const [allBefore, allAfter] = [Number(total?.values?.before), Number(total?.values?.after)];
  const before = allBefore - Number(finding.values?.before);
  const after = allAfter - Number(finding.values?.after);
  if (!(before >= 0 && after >= 0)) return undefined;
  if (before + after === 0) return words.say("change.groups.missing.none");
  return words.say("change.groups.missing", { before, after, totalBefore: allBefore, totalAfter: allAfter });
}
