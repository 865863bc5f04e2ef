import type { KeyTest, TableRelations } from "./table-relations.ts";

/** Adds up the answers of tables that share one mapping. */
export function addRelations(relations: readonly TableRelations[]): TableRelations | undefined {
  const [first] = relations;
  if (!first || relations.length === 1) return first;
  const weighted = (pick: (test: KeyTest) => number | undefined, tests: readonly KeyTest[]) => {
    const known = tests.filter((test) => pick(test) !== undefined);
    const weight = known.reduce((sum, test) => sum + Math.max(1, test.repeated), 0);
    return known.length === 0
      ? undefined
      : known.reduce((sum, test) => sum + (pick(test) ?? 0) * Math.max(1, test.repeated), 0) / weight;
  };
  const keys = first.keys.map(({ columns }) => {
    const tests = relations.flatMap((relation) =>
      relation.keys.filter((test) => test.columns.join() === columns.join()),
    );
    const sum = (pick: (test: KeyTest) => number) => tests.reduce((total, test) => total + pick(test), 0);
    const sameDate = weighted((test) => test.sameDate, tests);
    const splitMoments = weighted((test) => test.splitMoments, tests);
    return {
      columns,
      ...(tests.some(({ isEstimate }) => isEstimate) ? { isEstimate: true } : {}),
      rows: sum((test) => test.rows),
      distinct: sum((test) => test.distinct),
      repeated: sum((test) => test.repeated),
      ...(sameDate === undefined ? {} : { sameDate }),
      ...(splitMoments === undefined ? {} : { splitMoments }),
    };
  });
  const mean = (record: (relation: TableRelations) => number | undefined) => {
    const known = relations.map(record).filter((value): value is number => value !== undefined);
    return known.length === 0 ? undefined : known.reduce((sum, value) => sum + value, 0) / known.length;
  };
  const names = Object.keys(first.rowsPerPair);
  const sharedMoments = mean((relation) => relation.sharedMoments);
  return {
    table: first.table,
    keys,
    ...(sharedMoments === undefined ? {} : { sharedMoments }),
    rowsPerPair: Object.fromEntries(names.map((name) => [name, mean((relation) => relation.rowsPerPair[name]) ?? 1])),
    crossed: Object.fromEntries(
      names.map((name) => {
        const found = relations.flatMap((relation) => relation.crossed[name] ?? []);
        const incidents = found.reduce((sum, { incidents }) => sum + incidents, 0);
        return [
          name,
          {
            incidents,
            share: incidents === 0 ? 0 : found.reduce((sum, one) => sum + one.share * one.incidents, 0) / incidents,
          },
        ];
      }),
    ),
    pairs: relations.flatMap((relation) => relation.pairs),
    equalLists: first.equalLists.map((pair) => {
      const same = relations.flatMap((relation) =>
        relation.equalLists.filter((other) => other.a === pair.a && other.b === pair.b),
      );
      const rows = same.reduce((sum, other) => sum + other.rows, 0);
      return {
        ...pair,
        rows,
        share: rows === 0 ? 0 : same.reduce((sum, other) => sum + other.share * other.rows, 0) / rows,
      };
    }),
  };
}
