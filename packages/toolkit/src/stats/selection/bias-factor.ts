/** How strongly an unmeasured thing goes with each side, as risk ratios of at least 1. */
export type Confounding = {
  /** How many times as common it is in one group as in the other, at most. */
  readonly withGroup: number;
  /** How many times as likely it makes the outcome, at most. */
  readonly withOutcome: number;
};

/**
 * The most by which something unmeasured, of the given strength, can have moved a risk ratio: B = ab/(a + b − 1).
 * Not for selection or wrong records, and not additive over several such things.
 *
 * Source: Ding & VanderWeele (2016), Epidemiology 27(3), 368–377.
 *
 * @returns a factor of at least 1
 * @throws RangeError if a strength is below 1
 * @example biasFactor({ withGroup: 2, withOutcome: 2 }) // 1.3333…
 */
export function biasFactor({ withGroup, withOutcome }: Confounding): number {
  for (const [name, value] of Object.entries({ withGroup, withOutcome }))
    if (!(value >= 1)) throw new RangeError(`invalid ${name}; must be at least 1: ${value}`);
  const [weak, strong] = [Math.min(withGroup, withOutcome), Math.max(withGroup, withOutcome)];
  return weak / (1 + (weak - 1) / strong);
}

/**
 * The ratio after taking away the most that something unmeasured can have added: divided by the bias factor if the
 * ratio is above 1, multiplied if below, so always towards (and possibly past) 1. A bound, not an estimate of the
 * ratio without it.
 *
 * Source: Ding & VanderWeele (2016), Epidemiology 27(3), 368–377.
 *
 * @throws RangeError if the ratio is negative, or a strength is below 1
 * @example confoundedRatioBound(3.9, { withGroup: 2, withOutcome: 2 }) // 2.925
 */
export function confoundedRatioBound(ratio: number, confounding: Confounding): number {
  if (!(ratio >= 0)) throw new RangeError(`invalid ratio; must not be negative: ${ratio}`);
  const factor = biasFactor(confounding);
  return ratio < 1 ? ratio * factor : ratio / factor;
}
