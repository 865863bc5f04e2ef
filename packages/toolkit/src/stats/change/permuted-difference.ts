import { seededRandom } from "../functions/seeded-random.ts";
import { isRefusal, type Refusal } from "../refusal.ts";
import { differenceInDifferences } from "./difference-in-differences.ts";
import type { PanelRow } from "./panel-fit.ts";

/** How the reassignments are made. */
export type PermutationOptions = {
  readonly changeAt: number;
  /** Most reassignments to try; all are tried if there are no more than that, else this many at random. */
  readonly most?: number;
  readonly random?: () => number;
};

/** @see permutedDifference */
export type PermutedDifference = {
  readonly logRatio: number;
  /** Share of assignments, the real one included, with a log ratio at least as far from 0. */
  readonly p: number;
  /** Assignments compared, the real one included. With all of them, 1 / assignments is the smallest p there is. */
  readonly assignments: number;
  readonly isComplete: boolean;
};

/**
 * How the difference in differences of the units that changed compares with that of every other choice of as many
 * units: a p value that does not rest on standard errors, for panels of few units. Exact if any of the units could
 * equally well have been the ones that changed; not if those were chosen for what their counts did. With 2 units of 6
 * there are 15 choices, and no p below 0.067.
 *
 * Source: Fisher (1935), The Design of Experiments, 21; for few clusters: MacKinnon & Webb (2020), Journal of
 * Econometrics 218, 435–450 (their RI-β).
 *
 * @returns the refusal of {@link differenceInDifferences}
 * @throws RangeError if most is not a whole number of at least 1, or a row is impossible
 * @example permutedDifference([], { changeAt: 3 }) // { reason: "no_events" }
 */
export function permutedDifference(
  panel: readonly PanelRow[],
  { changeAt, most = 999, random = seededRandom(1935) }: PermutationOptions,
): PermutedDifference | Refusal {
  if (!(Number.isInteger(most) && most >= 1))
    throw new RangeError(`invalid most; must be a whole number of at least 1: ${most}`);
  const real = differenceInDifferences(panel, { changeAt });
  if (isRefusal(real)) return real;
  const units = [...new Set(panel.map(({ unit }) => unit))];
  const treated = new Set(panel.filter((row) => row.treated).map(({ unit }) => unit));
  const places = units.flatMap((unit, index) => (treated.has(unit) ? [index] : []));
  const isComplete = choices(units.length, places.length) <= most;
  const others = isComplete
    ? allChoices(units.length, places.length).filter((chosen) => chosen.join() !== places.join())
    : Array.from({ length: most }, () => randomChoice(units.length, places.length, random));
  const ratios = others.flatMap((chosen) => {
    const picked = new Set(chosen.map((index) => units[index]));
    const answer = differenceInDifferences(
      panel.map((row) => ({ ...row, treated: picked.has(row.unit) })),
      { changeAt },
    );
    return isRefusal(answer) ? [] : [answer.logRatio];
  });
  const reach = Math.abs(real.logRatio) * (1 - 1e-9);
  const asFar = ratios.filter((ratio) => Math.abs(ratio) >= reach).length;
  return {
    logRatio: real.logRatio,
    p: (1 + asFar) / (1 + ratios.length),
    assignments: 1 + ratios.length,
    isComplete: isComplete && ratios.length === others.length,
  };
}

function choices(size: number, chosen: number): number {
  let count = 1;
  for (let k = 1; k <= Math.min(chosen, size - chosen); k++) count = (count * (size - k + 1)) / k;
  return count;
}

function allChoices(size: number, chosen: number, from = 0): readonly (readonly number[])[] {
  if (chosen === 0) return [[]];
  return Array.from({ length: Math.max(0, size - from - chosen + 1) }, (_, index) => from + index).flatMap((first) =>
    allChoices(size, chosen - 1, first + 1).map((rest) => [first, ...rest]),
  );
}

function randomChoice(size: number, chosen: number, random: () => number): readonly number[] {
  const left = Array.from({ length: size }, (_, index) => index);
  return Array.from({ length: chosen }, () => left.splice(Math.floor(random() * left.length), 1)[0] ?? 0);
}
