const firstYear = 1970;

/**
 * Statements that {@link monthSql} needs: the months until the end of this year as an enumerated type, and a variable of
 * the engine that holds them in order. Parquet takes an enumerated type's words as its dictionary and hashes none.
 *
 * @param today ISO date; no date of a record is later
 */
export function monthStatements(today: string): readonly string[] {
  const years = Array.from({ length: Number(today.slice(0, 4)) - firstYear + 1 }, (_, index) => firstYear + index);
  const months = years.flatMap((year) =>
    Array.from({ length: 12 }, (_, month) => `'${year}-${String(month + 1).padStart(2, "0")}'`),
  );
  return [
    `CREATE TYPE release_month AS ENUM (${months.join(", ")})`,
    "SET VARIABLE months = enum_range(NULL::release_month)::release_month[]",
  ];
}

/**
 * SQL: the month of a date, `2024-03`, out of a list: a third of the cost of writing the date out and cutting it. Only
 * for dates that a record can have, from 1970 to today; another date has no month. A text also where no row has a date.
 */
export const monthSql = (date: string): string =>
  `CAST(getvariable('months')[(year(${date}) - ${firstYear}) * 12 + month(${date})] AS release_month)`;
