import type { Refusal } from "../refusal.ts";
import type { Proportion } from "./two-proportion-test.ts";

/**
 * Why the numbers of these groups allow no share, or undefined if they do. Not a judgement of size: a share of 1 in 2
 * passes here.
 *
 * Source: the list of reasons, {@link Reason}.
 *
 * @throws RangeError if a count or a total is not a finite number
 * @example proportionRefusal({ count: 12, total: 11 }) // { reason: "count_exceeds_total" }
 */
export function proportionRefusal(...groups: readonly Proportion[]): Refusal | undefined {
  for (const { count, total } of groups) {
    if (!Number.isFinite(count)) throw new RangeError(`invalid count; must be a finite number: ${count}`);
    if (!Number.isFinite(total)) throw new RangeError(`invalid total; must be a finite number: ${total}`);
  }
  if (groups.some(({ count, total }) => count < 0 || total < 0)) return { reason: "negative_input" };
  const over = groups.find(({ count, total }) => count > total);
  if (over !== undefined) return { reason: "count_exceeds_total", detail: `${over.count} of ${over.total}` };
  return groups.some(({ total }) => total === 0) ? { reason: "no_exposure" } : undefined;
}
