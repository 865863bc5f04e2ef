import { codeLists } from "@evenhand/standard";
import type { GroupCount } from "../compare/group-count.ts";
import data from "./group-merges.json" with { type: "json" };

/** Counts and exposures by the same groups, and the groups that only one side knows. */
export type AlignedGroups = {
  /** In the order of the code list. */
  readonly groups: readonly GroupCount[];
  /** Groups of the records that are not compared: the benchmark does not have them, or means others by them. */
  readonly apart: readonly { readonly key: string; readonly count: number; readonly isKnownToBenchmark: boolean }[];
  /** The benchmark tells Hispanic people apart and the records do not. */
  readonly lacksHispanic: boolean;
};

const order: readonly string[] = codeLists.race_ethnicity.codes.map(({ code }) => code);

/**
 * Brings the groups of the records and of a benchmark together. Where one side has a single group for what the other
 * divides, the parts are added up (`group-merges.json`). A group of the benchmark without any event counts 0 events.
 *
 * @param countByGroup events by code of `race_ethnicity`
 * @param exposureByGroup residents, stops or arrests by the same codes
 */
export function alignGroups(
  countByGroup: ReadonlyMap<string, number>,
  exposureByGroup: ReadonlyMap<string, number>,
): AlignedGroups {
  const codes = new Set([...countByGroup.keys(), ...exposureByGroup.keys()]);
  const merged = new Map(
    data.merges
      .filter(({ code }) => codes.has(code))
      .flatMap(({ code, of }) => of.map((part) => [part, code] as const)),
  );
  const counts = addUp(countByGroup, merged);
  const exposures = addUp(exposureByGroup, merged);
  const excluded = new Set(data.notCompared.map(({ code }) => code));
  const lacksHispanic = exposures.has("hispanic_latino") && (counts.get("hispanic_latino") ?? 0) === 0;
  const compared = [...exposures.keys()].filter(
    (code) => !excluded.has(code) && !(lacksHispanic && code === "hispanic_latino"),
  );
  const groups = compared
    .toSorted((left, right) => order.indexOf(left) - order.indexOf(right))
    .map((key) => ({ key, count: counts.get(key) ?? 0, exposure: exposures.get(key) ?? 0 }));
  const apart = [...counts]
    .filter(([key]) => !compared.includes(key))
    .map(([key, count]) => ({ key, count, isKnownToBenchmark: exposures.has(key) }));
  return { groups, apart, lacksHispanic };
}

function addUp(numbers: ReadonlyMap<string, number>, merged: ReadonlyMap<string, string>): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const [code, number] of numbers) {
    const target = merged.get(code) ?? code;
    sums.set(target, (sums.get(target) ?? 0) + number);
  }
  return sums;
}
