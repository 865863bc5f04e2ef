import type { BenchmarkKind, Issue } from "@evenhand/standard";
import { InputError } from "../read/input-error.ts";
import type { CountLine } from "./count-line.ts";
import { type GroupWord, readGroupWord } from "./group-word.ts";

/** A count with the code of its group. */
export type GroupedLine = CountLine & { readonly code: string };

type Resolved = {
  readonly lines: readonly GroupedLine[];
  readonly issues: readonly Issue[];
  readonly caveats: readonly string[];
};
type Read = { readonly line: CountLine; readonly word: GroupWord | undefined };
type Group = { readonly line: CountLine; readonly word: Extract<GroupWord, { means: "group" }> };

/** Rounding of published numbers. */
const tolerance = 0.005;

/**
 * Turns group words into codes so that nobody is counted twice: totals and "not Hispanic" are left out, a group given
 * both with and without its Hispanic people counts once, and groups that overlap are refused. Words that are not
 * understood become issues with their count; they are in no group.
 *
 * @throws InputError when groups overlap, or a line is given twice
 */
export function resolveGroups(
  lines: readonly CountLine[],
  { file, kind }: { readonly file: string; readonly kind: BenchmarkKind },
): Resolved {
  const all = lines.map((line): Read => ({ line, word: readGroupWord(line.group) }));
  const groups = all.flatMap(({ line, word }): Group[] => (word?.means === "group" ? [{ line, word }] : []));
  if (new Set(groups.map(({ word }) => word.code)).size < 2) throw fewGroups(file, all);
  const once = withoutDoubles(groups, file);
  refuseTwice(once.kept, { file, kind });
  const totals = checkTotals(all, once.kept, file);
  if (!totals.isChecked) refuseParts(once.kept, file);
  const hispanic = hispanicOverlap(once.kept, { file, kind, isChecked: totals.isChecked });
  return {
    lines: once.kept.map(({ line, word }) => ({ ...line, code: word.code })),
    issues: [...unknownGroups(all, file), ...leftOut(all, file), ...once.issues, ...totals.issues],
    caveats: hispanic,
  };
}

const keyOf = ({ gender, ageBand, area, year }: CountLine): string => JSON.stringify([gender, ageBand, area, year]);
const number = (count: number): string => Math.round(count).toLocaleString("en-US");
const sumOf = (lines: readonly { readonly line: CountLine }[]): number =>
  lines.reduce((sum, { line }) => sum + line.count, 0);

function fewGroups(file: string, all: readonly Read[]): InputError {
  const words = [...new Set(all.map(({ line }) => line.group))].slice(0, 6).map((word) => `“${word}”`);
  const message = `${file} needs counts of at least two groups of people; its groups read ${words.join(", ") || "nothing"}. Name groups such as Black, White, Hispanic, Asian in a column “group”, or one column for each.`;
  return new InputError("no-groups", file, message);
}

/** White beside White non-Hispanic: the second is a part of the first, so the first is left out. */
function withoutDoubles(groups: readonly Group[], file: string): { kept: readonly Group[]; issues: readonly Issue[] } {
  const kept: Group[] = [];
  const dropped: Group[] = [];
  const hasHispanic = groups.some(({ word }) => word.hispanic === "only");
  for (const list of Map.groupBy(groups, ({ line, word }) => `${keyOf(line)} ${word.code}`).values()) {
    const parts = list.filter(({ word }) => word.hispanic === "left-out");
    const others = list.filter(({ word }) => word.hispanic !== "left-out");
    const isDouble = parts.length > 0 && others.length > 0;
    kept.push(...(isDouble ? (hasHispanic ? parts : others) : list));
    if (isDouble) dropped.push(...(hasHispanic ? others : parts));
  }
  const issues = [...Map.groupBy(dropped, ({ line }) => line.group)].map(
    ([value, list]): Issue => ({
      code: "overlapping-group",
      severity: "note",
      file,
      value,
      row: list[0]?.line.row ?? 1,
      count: list.length,
      message: `“${value}” (${number(sumOf(list))}) overlaps another line of the same group, with or without its Hispanic people, and is not added to it.`,
    }),
  );
  return { kept, issues };
}

/** The same group, sex, age, area and year in two lines: for residents one of them is wrong; events may come in parts. */
function refuseTwice(groups: readonly Group[], { file, kind }: { file: string; kind: BenchmarkKind }): void {
  for (const list of Map.groupBy(groups, ({ line }) => `${keyOf(line)} ${line.group}`).values()) {
    const [first, second] = list;
    if (
      first === undefined ||
      second === undefined ||
      (kind !== "population" && first.line.count !== second.line.count)
    )
      continue;
    if (kind !== "population" && first.line.count < 20) continue;
    const area = first.line.area === undefined ? "" : ` of “${first.line.area}”`;
    const message = `${file} counts “${first.line.group}”${area} twice, in rows ${first.line.row} (${number(first.line.count)}) and ${second.line.row} (${number(second.line.count)}). Keep one of them, or add a column that tells them apart (area, sex, age or year).`;
    throw new InputError("group-twice", file, message);
  }
}

/** Groups must fit into the total where one is given; a total is never added to its parts. */
function checkTotals(
  all: readonly Read[],
  kept: readonly Group[],
  file: string,
): { isChecked: boolean; issues: readonly Issue[] } {
  const totals = all.filter(({ word }) => word?.means === "total");
  const unread = all.filter(({ word }) => word === undefined || word.means === "no-group");
  let [above, below, rest] = [0, 0, 0];
  const keptByKey = Map.groupBy(kept, ({ line }) => keyOf(line));
  const unreadByKey = Map.groupBy(unread, ({ line }) => keyOf(line));
  for (const { line } of totals) {
    const own = sumOf(keptByKey.get(keyOf(line)) ?? []);
    const added = own + sumOf(unreadByKey.get(keyOf(line)) ?? []);
    const slack = Math.max(2, tolerance * line.count);
    if (own > line.count + slack) above += 1;
    if (added < line.count - slack) {
      below += 1;
      rest += line.count - added;
    }
  }
  if (above > 0.1 * totals.length) {
    const message = `${file}: its groups add up to more than its own total, so some people are in two of them (often Hispanic people, who can be of any race). Give a table in which each person is in one group: for the American Community Survey table B03002 or DP05, with Hispanic people of any race beside groups that are not Hispanic.`;
    throw new InputError("groups-overlap", file, message);
  }
  const message = `The groups add up to ${number(rest)} fewer than the total: these people are in none of the groups and are not compared.`;
  const issues: Issue[] =
    below === 0 ? [] : [{ code: "groups-below-total", severity: "warning", file, count: below, message }];
  return { isChecked: totals.length > 0, issues };
}

/** A group and a part of it (Asian and Chinese) or two words for one group (Black and African American). */
function refuseParts(kept: readonly Group[], file: string): void {
  for (const list of Map.groupBy(kept, ({ line, word }) => `${keyOf(line)} ${word.code}`).values()) {
    const texts = [...new Set(list.map(({ line }) => line.group))];
    if (texts.length < 2 || !list.some(({ word }) => word.isWhole)) continue;
    const message = `${file} has several lines for one group: ${texts.map((text) => `“${text}”`).join(", ")}. If one holds the others, people would count twice: keep one line for the group, or add a line with the total so that it can be checked.`;
    throw new InputError("groups-overlap", file, message);
  }
}

/** Whether Hispanic people may be in the other groups too. */
function hispanicOverlap(
  kept: readonly Group[],
  { file, kind, isChecked }: { file: string; kind: BenchmarkKind; isChecked: boolean },
): readonly string[] {
  const hispanic = kept.filter(({ word }) => word.hispanic === "only");
  const unsaid = kept.filter(({ word }) => word.hispanic === "unsaid" && word.code !== "multiracial");
  if (kind !== "population") return [];
  if (hispanic.length === 0) return unsaid.length > 0 ? ["benchmark-hispanic-in-groups"] : [];
  if (unsaid.length === 0 || isChecked || kept.some(({ word }) => word.isCode)) return [];
  if (unsaid.some(({ word }) => word.isAlone)) {
    const message = `${file} has Hispanic people beside races “alone”, which hold Hispanic people too: they would count twice. Give the groups that are not Hispanic (table B03002 or DP05), or add a line with the total so that it can be checked.`;
    throw new InputError("groups-overlap", file, message);
  }
  return ["benchmark-hispanic-unclear"];
}

function unknownGroups(all: readonly Read[], file: string): readonly Issue[] {
  const unread = all.filter(({ line, word }) => word === undefined && line.count >= 0);
  return [...Map.groupBy(unread, ({ line }) => line.group)].map(([value, list]): Issue => {
    const shown = value === "" ? "An empty group" : `“${value}”`;
    const message = `${shown} is no group that is known; its ${number(sumOf(list))} are in no group and not compared. Write one of the standard's groups in the file (evenhand dictionary lists them) if it is one.`;
    return {
      code: "unknown-group",
      severity: "warning",
      file,
      value: value.slice(0, 200),
      row: list[0]?.line.row ?? 1,
      count: list.length,
      message,
    };
  });
}

function leftOut(all: readonly Read[], file: string): readonly Issue[] {
  const quiet = all.filter(({ word }) => word?.means === "no-group" || word?.means === "not-hispanic");
  return [...Map.groupBy(quiet, ({ line }) => line.group)].map(([value, list]): Issue => {
    const isSum = list[0]?.word?.means === "not-hispanic";
    const why = isSum
      ? "are the sum of other groups and not added to them"
      : "have no known group and are not compared";
    const message = `“${value}”: ${number(sumOf(list))} ${why}.`;
    return {
      code: isSum ? "total-left-out" : "group-not-known",
      severity: isSum ? "note" : "warning",
      file,
      value,
      row: list[0]?.line.row ?? 1,
      count: list.length,
      message,
    };
  });
}
