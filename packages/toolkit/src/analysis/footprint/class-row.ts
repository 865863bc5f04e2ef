import type { Finding, FindingRow, FootprintClass, FootprintList } from "@evenhand/standard";
import type { CaveatId } from "../caveat.ts";
import { classSigns } from "./footprint-list.ts";
import type { SituationCount } from "./situation-counts.ts";

/** Fewer records than this carry no share. */
export const fewestForShare = 10;

/**
 * One class's line: how many by the narrow and by the wide definition, with shares of all records of the line. No number
 * where nothing of it is recorded, and no share of fewer than {@link fewestForShare} records.
 */
export function classRow(count: SituationCount, key2?: string): FindingRow {
  const { id, narrow, wide, unknown, total } = count;
  const note = noteOf(count);
  const isSaid = note !== "not-recorded" && note !== "code-never-occurs";
  return {
    key: id,
    ...(key2 === undefined ? {} : { key2 }),
    ...(isSaid ? { count: narrow } : {}),
    ...(isSaid && total >= fewestForShare
      ? { share: narrow / total, range: { low: narrow / total, high: wide / total } }
      : {}),
    ...(note === undefined ? {} : { note }),
    figures: { narrow, wide, unknown, total },
  };
}

function noteOf({ narrow, wide, unknown, total, unrecorded, occurs }: SituationCount): CaveatId | undefined {
  if (total > 0 && unknown === total) return "not-recorded";
  if (!occurs) return unrecorded.length > 0 ? "not-recorded" : "code-never-occurs";
  if (unrecorded.length > 0) return "part-not-recorded";
  return narrow === 0 && wide > 0 ? "which-not-recorded" : undefined;
}

/** Whether a class only takes over others, such as “any of these”. */
export const isUnion = ({ codes }: FootprintClass): boolean => codes.every(({ field }) => field === "class");

/** What words need to know of the list: its hash, and of each class its titles and the fields of its two definitions. */
export function listValues(
  list: FootprintList,
  counts: readonly SituationCount[] = [],
): NonNullable<Finding["values"]> {
  const unrecorded = [...new Set(counts.flatMap((count) => count.unrecorded))].sort();
  return {
    list: list.hash,
    isOwnList: list.isOwn ? 1 : 0,
    listChanges: list.changes.length,
    ...Object.fromEntries(list.classes.flatMap((one) => classValues(list.classes, one))),
    ...(unrecorded.length === 0 ? {} : { unrecorded: unrecorded.join(",") }),
  };
}

function classValues(classes: readonly FootprintClass[], one: FootprintClass): readonly (readonly [string, string])[] {
  const { narrow, wide } = classSigns(classes, one.id);
  const isNarrow = new Set(narrow.map(({ field, code }) => `${field} ${code}`));
  const further = wide.filter(({ field, code }) => !isNarrow.has(`${field} ${code}`));
  const fields = (codes: readonly { readonly field: string }[]): string =>
    [...new Set(codes.map(({ field }) => field))].sort().join(",");
  return [
    [`title.${one.id}`, one.title.en],
    [`titleEs.${one.id}`, one.title.es],
    [`narrow.${one.id}`, fields(narrow)],
    [`further.${one.id}`, fields(further)],
    ...(isUnion(one) ? ([[`isUnion.${one.id}`, "yes"]] as const) : []),
  ];
}
