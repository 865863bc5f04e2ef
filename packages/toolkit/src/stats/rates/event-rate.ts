import type { Refusal } from "../refusal.ts";

/** Events counted over an exposure, such as people-years, arrests or stops. */
export type Events = {
  /** A whole number of independent events. */
  readonly count: number;
  /** Above 0, in any unit; may be a fraction. */
  readonly exposure: number;
};

/**
 * Events per unit of exposure: count / exposure · per. Not without its interval (see rateInterval), and not for shares
 * of a whole, where each trial has one event or none.
 *
 * Source: Breslow & Day (1987), Statistical Methods in Cancer Research II, IARC, chapter 2.
 *
 * @param options per: exposure the rate is stated for; 1 if absent
 * @returns rate, or why there is none
 * @throws RangeError if the count is not a whole number or a number is not finite
 * @example eventRate({ count: 17, exposure: 23456 }, { per: 1000 }) // 0.72476125511…
 * @example eventRate({ count: 3, exposure: 0 }) // { reason: "no_exposure" }
 */
export function eventRate(events: Events, { per = 1 }: { readonly per?: number } = {}): number | Refusal {
  const refusal = refuseEvents(events);
  return refusal ?? (events.count / events.exposure) * per;
}

/**
 * Why no rate can be calculated from these events: a negative number, or no exposure. Undefined if one can be.
 *
 * @throws RangeError if the count is not a whole number or a number is not finite
 * @example refuseEvents({ count: -1, exposure: 10 }) // { reason: "negative_input" }
 */
export function refuseEvents({ count, exposure }: Events): Refusal | undefined {
  if (!Number.isInteger(count)) throw new RangeError(`invalid count; must be a whole number: ${count}`);
  if (!Number.isFinite(exposure)) throw new RangeError(`invalid exposure; must be a finite number: ${exposure}`);
  if (count < 0 || exposure < 0) return { reason: "negative_input" };
  return exposure === 0 ? { reason: "no_exposure" } : undefined;
}

/**
 * Why two rates cannot be compared: the first trouble of either. Undefined if they can be.
 *
 * @throws RangeError if a count is not a whole number or a number is not finite
 * @example refusePair({ count: 1, exposure: 10 }, { count: 1, exposure: 0 }) // { reason: "no_exposure" }
 */
export function refusePair(group: Events, reference: Events): Refusal | undefined {
  return refuseEvents(group) ?? refuseEvents(reference);
}

/**
 * The level of an interval, checked.
 *
 * @throws RangeError if the level is not between 0 and 1
 * @example checkLevel(0.95) // 0.95
 */
export function checkLevel(level: number): number {
  if (!(level > 0 && level < 1)) throw new RangeError(`invalid level; not in (0, 1): ${level}`);
  return level;
}
