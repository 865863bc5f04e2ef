/**
 * Per how many a rate is told: the smallest of 100, 1,000 … 1,000,000 at which the lowest rate above zero is at least 1,
 * so that no reader meets 0.003. Not for shares.
 *
 * @param rates events per one resident, stop or arrest
 * @example rateUnit([0.0031, 0.0094]) // 1000
 */
export function rateUnit(rates: readonly number[]): number {
  const lowest = Math.min(...rates.filter((rate) => rate > 0));
  return [100, 1000, 10_000, 100_000].find((per) => lowest * per >= 1) ?? 1_000_000;
}
