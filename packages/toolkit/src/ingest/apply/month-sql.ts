const years = { first: 1970, last: 2099 };

const months = Array.from({ length: years.last - years.first + 1 }, (_, index) => years.first + index).flatMap((year) =>
  Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, "0")}`),
);

/** Statement that {@link monthSql} needs: a variable of the engine that holds the months as text. */
export const monthStatement = `SET VARIABLE months = [${months.map((month) => `'${month}'`).join(", ")}]`;

/**
 * SQL: the month of a date as text, `2024-03`. Out of a list, at a third of the cost of writing the date out and cutting
 * it; a date outside of the list is written out.
 */
export const monthSql = (date: string): string =>
  `CASE WHEN year(${date}) BETWEEN ${years.first} AND ${years.last} ` +
  `THEN getvariable('months')[(year(${date}) - ${years.first}) * 12 + month(${date})] ELSE left(CAST(${date} AS VARCHAR), 7) END`;
