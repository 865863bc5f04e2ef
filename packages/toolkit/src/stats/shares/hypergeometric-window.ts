/** What is fixed when the margins of a 2 × 2 table are: people in each group, and all who had the outcome. */
export type TableMargins = { readonly total1: number; readonly total0: number; readonly events: number };

/** Weights of the counts `start`, `start + 1`, …, on a scale of their own. */
export type HypergeometricWindow = { readonly start: number; readonly weights: readonly number[] };

/**
 * Relative probabilities of the first group's count, given the margins and the odds ratio (Fisher's noncentral
 * hypergeometric distribution): all counts that are not negligible beside the likeliest. Built outward from there by
 * ratios of neighbours, so that nothing overflows and counts of 1e9 need about a million steps. Not normalised.
 *
 * Formula: w(k + 1)/w(k) = ψ(n₁ − k)(m − k)/((k + 1)(n₀ − m + k + 1)).
 *
 * Source: Fisher (1935), JRSS 98, 39–82; likeliest count: Liao & Rosen (2001), The American Statistician 55, 366–369.
 *
 * @param oddsRatio ψ, positive; 1 for the central distribution
 * @param negligible weight, relative to the largest, at which the window ends
 * @throws RangeError if the margins are not whole numbers that fit together, there are more than 1e11 people, or the
 *   odds ratio is not positive
 * @example hypergeometricWindow({ total1: 2, total0: 2, events: 2 }) // { start: 0, weights: [0.25, 1, 0.25] }
 */
export function hypergeometricWindow(margins: TableMargins, oddsRatio = 1, negligible = 1e-300): HypergeometricWindow {
  checkMargins(margins);
  if (!(oddsRatio > 0 && oddsRatio < Number.POSITIVE_INFINITY))
    throw new RangeError(`invalid oddsRatio; must be positive and finite: ${oddsRatio}`);
  const { low, high } = possibleCounts(margins);
  const { total1, total0, events } = margins;
  const likeliest = likeliestCount(margins, oddsRatio);
  const ratioAfter = (k: number): number =>
    (oddsRatio * ((total1 - k) / (k + 1)) * (events - k)) / (total0 - events + k + 1);

  const upward = [1];
  for (let k = likeliest, weight = 1; k < high; k++) {
    weight *= ratioAfter(k);
    if (weight < negligible) break;
    upward.push(weight);
  }
  const downward: number[] = [];
  for (let k = likeliest - 1, weight = 1; k >= low; k--) {
    weight /= ratioAfter(k);
    if (weight < negligible) break;
    downward.push(weight);
  }
  return { start: likeliest - downward.length, weights: downward.reverse().concat(upward) };
}

/**
 * The smallest and the largest count the first group can have, given the margins. Not what is likely.
 *
 * Source: none; arithmetic.
 *
 * @example possibleCounts({ total1: 5, total0: 3, events: 4 }) // { low: 1, high: 4 }
 */
export function possibleCounts({ total1, total0, events }: TableMargins): {
  readonly low: number;
  readonly high: number;
} {
  return { low: Math.max(0, events - total0), high: Math.min(total1, events) };
}

function checkMargins(margins: TableMargins): void {
  for (const [name, value] of Object.entries(margins))
    if (!(Number.isSafeInteger(value) && value >= 0))
      throw new RangeError(`invalid ${name}; must be a whole number: ${value}`);
  if (margins.total1 + margins.total0 > 1e11)
    throw new RangeError(`invalid totals; more than 1e11 people: ${margins.total1 + margins.total0}`);
  if (margins.events > margins.total1 + margins.total0)
    throw new RangeError(`invalid events; more than there are people: ${margins.events}`);
}

function likeliestCount(margins: TableMargins, oddsRatio: number): number {
  const { total1, total0, events } = margins;
  const square = oddsRatio - 1;
  const linear = oddsRatio * (total1 + events + 2) + total0 - events;
  const constant = oddsRatio * (total1 + 1) * (events + 1);
  const root = Math.sqrt(Math.max(0, linear ** 2 - 4 * square * constant));
  const count = linear < 0 ? (linear - root) / (2 * square) : (2 * constant) / (linear + root);
  const { low, high } = possibleCounts(margins);
  return Math.min(high, Math.max(low, Math.floor(count)));
}
