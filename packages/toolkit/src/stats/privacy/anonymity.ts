import type { Refusal } from "../refusal.ts";

/** Records that share all quasi-identifiers and one sensitive value. */
export type AnonymityCell = {
  /** The quasi-identifiers as one key: what an outsider could know of a person. */
  readonly identifiers: string;
  readonly sensitive: string;
  readonly count: number;
};

/** @see anonymity */
export type Anonymity = {
  /** Groups of records that an outsider cannot tell apart. */
  readonly classes: number;
  /** Size of the smallest class. */
  readonly smallestClass: number;
  /** Fewest different sensitive values in a class; with 1, membership gives the value away. */
  readonly fewestValues: number;
  /** exp of the smallest entropy of a class: the fewest values in effect. */
  readonly fewestEffectiveValues: number;
  /** Largest total-variation distance of a class's values from those of all records, 0–1. */
  readonly largestDistance: number;
  /** Records in classes below the threshold. */
  readonly atRisk: number;
};

/**
 * How well people are hidden among others in records to be published: k-anonymity, l-diversity and t-closeness. For
 * records of single incidents ask for classes of 11 and at least two sensitive values. Says nothing of what an
 * outsider may know beyond the quasi-identifiers, and nothing of differences between releases. Count each person once.
 *
 * Source: Sweeney (2002), International Journal of Uncertainty, Fuzziness and Knowledge-Based Systems 10(5), 557–570;
 * Machanavajjhala et al. (2007), ACM TKDD 1(1); Li, Li & Venkatasubramanian (2007), ICDE (with the total-variation
 * distance).
 *
 * @param cells records counted by quasi-identifiers and sensitive value; a pair may come more than once
 * @param options.threshold size below which a class is at risk; 11 if not given
 * @returns a refusal if there are no records
 * @throws RangeError if a count is not a whole number from 0
 * @example anonymity([{ identifiers: "a", sensitive: "x", count: 2 }, { identifiers: "a", sensitive: "y", count: 2 }])
 *   // { classes: 1, smallestClass: 4, fewestValues: 2, fewestEffectiveValues: 2, largestDistance: 0, atRisk: 4 }
 */
export function anonymity(
  cells: readonly AnonymityCell[],
  { threshold = 11 }: { readonly threshold?: number } = {},
): Anonymity | Refusal {
  const overall = new Map<string, number>();
  const classes = new Map<string, Map<string, number>>();
  for (const { identifiers, sensitive, count } of cells) {
    if (!(Number.isInteger(count) && count >= 0))
      throw new RangeError(`invalid count; must be a whole number from 0: ${count}`);
    if (count === 0) continue;
    const values = classes.get(identifiers) ?? new Map<string, number>();
    classes.set(identifiers, values);
    for (const counts of [overall, values]) counts.set(sensitive, (counts.get(sensitive) ?? 0) + count);
  }
  if (classes.size === 0) return { reason: "no_events" };

  const found = { smallestClass: Infinity, fewestValues: Infinity, entropy: Infinity, largestDistance: 0, atRisk: 0 };
  for (const values of classes.values()) {
    const size = sizeOf(values);
    found.smallestClass = Math.min(found.smallestClass, size);
    found.fewestValues = Math.min(found.fewestValues, values.size);
    found.entropy = Math.min(found.entropy, entropy(values));
    found.largestDistance = Math.max(found.largestDistance, distance(values, overall));
    if (size < threshold) found.atRisk += size;
  }
  const { entropy: smallestEntropy, ...rest } = found;
  return { classes: classes.size, ...rest, fewestEffectiveValues: Math.exp(smallestEntropy) };
}

type Counts = ReadonlyMap<string, number>;

function sizeOf(counts: Counts): number {
  let size = 0;
  for (const count of counts.values()) size += count;
  return size;
}

function entropy(counts: Counts): number {
  const size = sizeOf(counts);
  let nats = 0;
  for (const count of counts.values()) nats -= (count / size) * Math.log(count / size);
  return nats;
}

function distance(counts: Counts, overall: Counts): number {
  const [size, all] = [sizeOf(counts), sizeOf(overall)];
  let sum = 0;
  for (const [value, count] of overall) sum += Math.abs((counts.get(value) ?? 0) / size - count / all);
  return sum / 2;
}
