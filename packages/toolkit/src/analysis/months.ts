/**
 * Every month from the first to the last, both included.
 *
 * @param first month as `YYYY-MM`
 * @returns empty if either end is undefined
 * @example monthsBetween("2019-11", "2020-01") // ["2019-11", "2019-12", "2020-01"]
 */
export function monthsBetween(first: string | undefined, last: string | undefined): readonly string[] {
  if (first === undefined || last === undefined) return [];
  const [start, end] = [monthNumber(first), monthNumber(last)];
  return Array.from({ length: Math.max(0, end - start + 1) }, (_, index) => monthName(start + index));
}

function monthNumber(month: string): number {
  const parts = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month);
  if (parts === null) throw new RangeError(`invalid month; must be YYYY-MM: ${month}`);
  return Number(parts[1]) * 12 + Number(parts[2]) - 1;
}

const monthName = (number: number): string =>
  `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;
