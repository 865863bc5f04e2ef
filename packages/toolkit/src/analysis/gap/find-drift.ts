import { holmAdjust } from "../../stats/multiplicity/holm-adjust.ts";
import { categoryDivergence } from "../../stats/recording/category-divergence.ts";
import { twoProportionTest } from "../../stats/shares/two-proportion-test.ts";
import rules from "./drift-rules.json" with { type: "json" };

/** Counts by code in one year. */
export type YearMix = { readonly year: number; readonly countByCode: ReadonlyMap<string, number> };

/** A code that appears, vanishes or jumps from one year to the next. */
export type Drift = {
  readonly code: string;
  readonly kind: "appears" | "vanishes" | "jumps";
  /** First year of the new way of recording. */
  readonly year: number;
  readonly before: { readonly count: number; readonly share: number };
  readonly after: { readonly count: number; readonly share: number };
};

/** How far apart the mixes of two neighbouring years are. */
export type MixChange = { readonly from: number; readonly to: number; readonly bits: number };

/**
 * Finds codes whose use changes from one year to the next so suddenly that the definition or the form may have
 * changed. Conservative: a change must be unlikely by chance (two-proportion score test, Holm over all codes and
 * years) and large (limits in `drift-rules.json`). Counts are divided by the design factor first, because the rows of
 * one incident are not independent. Not for slow change, and not proof: practice can change too.
 *
 * @param clusterSize rows per incident; at least 1
 * @throws RangeError if clusterSize is below 1
 */
export function findDrift(mixes: readonly YearMix[], clusterSize: number): readonly Drift[] {
  if (!(clusterSize >= 1)) throw new RangeError(`invalid clusterSize; must be at least 1: ${clusterSize}`);
  const years = largeYears(mixes, clusterSize);
  const candidates = years.slice(1).flatMap((after, index) => {
    const before = years[index];
    if (before === undefined) return [];
    return codesOf([before, after]).flatMap((code) => {
      const [was, is] = [partOf(before, code), partOf(after, code)];
      const test = twoProportionTest(effective(was, clusterSize), effective(is, clusterSize));
      return test === undefined ? [] : [{ code, p: test.p, year: after.year, was, is, index }];
    });
  });
  const adjusted = holmAdjust(candidates.map(({ p }) => p));
  return candidates.flatMap(({ code, year, was, is, index }, position) => {
    if ((adjusted[position] ?? 1) >= rules.level.value) return [];
    const kind = kindOf(code, was, is, years.slice(0, index + 1), years.slice(index + 1));
    if (kind === undefined) return [];
    return [{ code, kind, year, before: shareOf(was), after: shareOf(is) }];
  });
}

/** Divergence of the mixes of neighbouring years that are large enough. */
export function mixChanges(mixes: readonly YearMix[], clusterSize: number): readonly MixChange[] {
  const years = largeYears(mixes, clusterSize);
  return years.slice(1).flatMap((after, index) => {
    const before = years[index];
    if (before === undefined) return [];
    const codes = codesOf([before, after]);
    const counts = (mix: YearMix) => codes.map((code) => mix.countByCode.get(code) ?? 0);
    const bits = categoryDivergence(counts(before), counts(after));
    return bits === undefined ? [] : [{ from: before.year, to: after.year, bits }];
  });
}

type Part = { readonly count: number; readonly total: number };

const totalOf = (mix: YearMix): number => [...mix.countByCode.values()].reduce((sum, count) => sum + count, 0);
const partOf = (mix: YearMix, code: string): Part => ({ count: mix.countByCode.get(code) ?? 0, total: totalOf(mix) });
const shareOf = ({ count, total }: Part) => ({ count, share: count / total });
const effective = ({ count, total }: Part, clusterSize: number): Part => ({
  count: count / clusterSize,
  total: total / clusterSize,
});
const codesOf = (mixes: readonly YearMix[]): readonly string[] =>
  [...new Set(mixes.flatMap((mix) => [...mix.countByCode.keys()]))].sort();

function largeYears(mixes: readonly YearMix[], clusterSize: number): readonly YearMix[] {
  return mixes
    .filter((mix) => totalOf(mix) / clusterSize >= rules.minimumYearTotal.value)
    .toSorted((left, right) => left.year - right.year);
}

function kindOf(
  code: string,
  was: Part,
  is: Part,
  earlier: readonly YearMix[],
  later: readonly YearMix[],
): Drift["kind"] | undefined {
  const isAbsent = (mix: YearMix) => (mix.countByCode.get(code) ?? 0) === 0;
  const [before, after] = [was.count / was.total, is.count / is.total];
  if (earlier.every(isAbsent)) return after >= rules.appearsShare.value ? "appears" : undefined;
  if (later.every(isAbsent)) return before >= rules.appearsShare.value ? "vanishes" : undefined;
  const isLarge = Math.abs(after - before) >= rules.jumpPoints.value;
  const isManifold = Math.max(before, after) >= rules.jumpFactor.value * Math.min(before, after);
  return isLarge && isManifold ? "jumps" : undefined;
}
