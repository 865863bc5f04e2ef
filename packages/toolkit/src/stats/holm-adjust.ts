/**
 * Adjusts p values for the number of tests made together, so that the chance of any false alarm stays at the level.
 * Valid whatever the dependence between the tests. Not for screening hundreds of units, where it finds too little:
 * use a false-discovery rate there.
 *
 * Source: Holm (1979), Scandinavian Journal of Statistics 6, 65–70.
 *
 * @param pValues one per test, 0–1
 * @returns adjusted p values in the same order, 0–1
 * @throws RangeError if a p value is outside [0, 1]
 * @example holmAdjust([0.01, 0.02, 0.03]) // [0.03, 0.04, 0.04]
 */
export function holmAdjust(pValues: readonly number[]): readonly number[] {
  for (const p of pValues) if (!(0 <= p && p <= 1)) throw new RangeError(`invalid p value; not in [0, 1]: ${p}`);
  const order = pValues.map((p, index) => ({ p, index })).sort((left, right) => left.p - right.p);
  const adjusted = new Array<number>(pValues.length).fill(1);
  let largest = 0;
  order.forEach(({ p, index }, rank) => {
    largest = Math.max(largest, Math.min(1, p * (pValues.length - rank)));
    adjusted[index] = largest;
  });
  return adjusted;
}
