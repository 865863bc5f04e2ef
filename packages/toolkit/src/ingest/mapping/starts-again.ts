import type { Keys } from "./mapping.ts";
import type { TableProfile } from "./table-profile.ts";

/**
 * Whether a table numbers its incidents from 1, and another table of these does so too: then `1` of one year is not
 * `1` of the next.
 *
 * @param table.whole the profiles of the tables that share a mapping, added up
 * @param table.profiles each of them
 * @param others profiles of the other tables
 */
export function startsAgain(
  { whole, profiles }: { readonly whole: TableProfile; readonly profiles: readonly TableProfile[] },
  keys: Keys,
  others: readonly TableProfile[],
): boolean {
  const [name] = keys.incident ?? [];
  if (!name || keys.incident?.length !== 1 || !countsFromOne(whole, name)) return false;
  return profiles.length > 1 || others.some((other) => countsFromOne(other, name));
}

function countsFromOne(profile: TableProfile, name: string): boolean {
  const numbers = profile.columns
    .filter(({ column }) => column.name === name)
    .flatMap(({ values }) => values.map(({ value }) => Number(value)));
  return (
    numbers.length > 1 &&
    numbers.includes(1) &&
    numbers.every((value) => Number.isInteger(value) && value > 0 && value <= 2 * numbers.length + 10)
  );
}
