/**
 * What one unit (an officer, a precinct, a squad) counted, and how much it was exposed to: contacts, arrests or hours,
 * in the same measure for every unit. Head counts are rarely comparable exposure.
 */
export type UnitCount = { readonly count: number; readonly exposure: number };

/**
 * Refuses arguments that no list of units should hold.
 *
 * @throws RangeError if a count or an exposure is negative or not finite
 * @example checkUnits([{ count: 3, exposure: 40 }]) // undefined
 */
export function checkUnits(units: readonly UnitCount[]): void {
  for (const { count, exposure } of units) {
    if (!(count >= 0 && Number.isFinite(count)))
      throw new RangeError(`invalid count; must be finite and not negative: ${count}`);
    if (!(exposure >= 0 && Number.isFinite(exposure)))
      throw new RangeError(`invalid exposure; must be finite and not negative: ${exposure}`);
  }
}

/**
 * Counts and exposures of all units together.
 *
 * @example sumUnits([{ count: 3, exposure: 40 }, { count: 1, exposure: 10 }]) // { count: 4, exposure: 50 }
 */
export function sumUnits(units: readonly UnitCount[]): UnitCount {
  let count = 0;
  let exposure = 0;
  for (const unit of units) {
    count += unit.count;
    exposure += unit.exposure;
  }
  return { count, exposure };
}
