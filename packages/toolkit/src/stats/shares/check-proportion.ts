/**
 * Refuses a count and a total that no proportion can have. Not for numbers that come from a file: there the answer is
 * a {@link proportionRefusal}.
 *
 * Source: none; a guard.
 *
 * @throws RangeError if total is not positive and finite, or count is not in [0, total]
 * @example checkProportion(3, 4) // undefined
 */
export function checkProportion(count: number, total: number): void {
  if (!(total > 0 && total < Number.POSITIVE_INFINITY))
    throw new RangeError(`invalid total; must be positive: ${total}`);
  if (!(0 <= count && count <= total)) throw new RangeError(`invalid count; not in [0, ${total}]: ${count}`);
}
