import type { Chance } from "../functions/binomial-probability.ts";
import type { Events } from "./event-rate.ts";

/**
 * Chance that an event is one of the group's if both rates are equal: t₁ / (t₁ + t₀), and its complement.
 *
 * Source: Przyborowski & Wilenski (1940), Biometrika 31, 313–323.
 *
 * @example chanceIfEqual({ count: 0, exposure: 1 }, { count: 0, exposure: 3 }) // { p: 0.25, q: 0.75 }
 */
export function chanceIfEqual(group: Events, reference: Events): Chance {
  const total = group.exposure + reference.exposure;
  return { p: group.exposure / total, q: reference.exposure / total };
}
