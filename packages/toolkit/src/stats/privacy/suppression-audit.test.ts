import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { suppressionAudit } from "./suppression-audit.ts";
import type { TableCell } from "./table-network.ts";

const at = (row: number | "total", column: number | "total"): TableCell => ({ row, column });

type Known = {
  table: number[][];
  hidden: boolean[][];
  rowTotals: boolean;
  columnTotals: boolean;
  rowGroups?: readonly (readonly number[])[];
};

const sum = (counts: number[]): number => counts.reduce((total, count) => total + count, 0);
const columnOf = (table: number[][], column: number): number[] => table.map((counts) => counts[column] ?? 0);

const groupSum = (table: number[][], rows: readonly number[], column: number): number =>
  sum(rows.map((row) => table[row]?.[column] ?? 0));

/** Every table of whole numbers with the same published cells and totals, one by one. */
function everyTable({ table, hidden, rowTotals, columnTotals, rowGroups = [] }: Known): readonly number[][][] {
  let tables = [table];
  for (const [row, counts] of table.entries())
    for (const column of counts.keys()) {
      if (!hidden[row]?.[column]) continue;
      const most = Math.min(
        rowTotals ? sum(counts) : Number.POSITIVE_INFINITY,
        columnTotals ? sum(columnOf(table, column)) : Number.POSITIVE_INFINITY,
        ...rowGroups.filter((rows) => rows.includes(row)).map((rows) => groupSum(table, rows, column)),
      );
      tables = tables.flatMap((one) =>
        Array.from({ length: most + 1 }, (_, count) => one.with(row, (one[row] ?? []).with(column, count))),
      );
    }
  return tables.filter(
    (one) =>
      (!rowTotals || one.every((counts, row) => sum(counts) === sum(table[row] ?? []))) &&
      (!columnTotals || one[0]?.every((_, column) => sum(columnOf(one, column)) === sum(columnOf(table, column)))) &&
      rowGroups.every((rows) =>
        one[0]?.every((_, column) => groupSum(one, rows, column) === groupSum(table, rows, column)),
      ),
  );
}

const knowns = fc.record({
  table: fc.array(fc.array(fc.nat(3), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 2 }),
  hidden: fc.array(fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 2 }),
  totals: fc.constantFrom([true, true], [true, false], [false, true]),
});

const positions = (hidden: boolean[][]): TableCell[] =>
  hidden.flatMap((flags, row) => flags.flatMap((isHidden, column) => (isHidden ? [at(row, column)] : [])));

describe("the attacker's range", () => {
  test("is exactly what every table with the same published numbers allows", () => {
    fc.assert(
      fc.property(knowns, ({ table, hidden, totals: [rowTotals = true, columnTotals = true] }) => {
        const tables = everyTable({ table, hidden, rowTotals, columnTotals });
        expect(tables.length).toBeGreaterThan(0);
        const { cells } = suppressionAudit({ table, suppressed: positions(hidden), rowTotals, columnTotals });
        for (const { row, column, range } of cells) {
          const counts = tables.map((one) => one[Number(row)]?.[Number(column)] ?? 0);
          expect(range).toEqual({ low: Math.min(...counts), high: Math.max(...counts) });
        }
      }),
      { numRuns: 100 },
    );
  });

  test("takes subtotals in", () => {
    const grouped = fc.record({
      table: fc.array(fc.array(fc.nat(3), { minLength: 2, maxLength: 2 }), { minLength: 4, maxLength: 4 }),
      hidden: fc.array(fc.array(fc.boolean(), { minLength: 2, maxLength: 2 }), { minLength: 4, maxLength: 4 }),
      rowTotals: fc.boolean(),
      rowGroups: fc.constantFrom<readonly (readonly number[])[]>(
        [
          [0, 1],
          [2, 3],
        ],
        [[3], [0, 2, 1]],
      ),
    });
    fc.assert(
      fc.property(grouped, ({ table, hidden, rowTotals, rowGroups }) => {
        const tables = everyTable({ table, hidden, rowTotals, columnTotals: true, rowGroups });
        const { cells } = suppressionAudit({ table, suppressed: positions(hidden), rowTotals, rowGroups });
        for (const { row, column, range } of cells) {
          const counts = tables.map((one) => one[Number(row)]?.[Number(column)] ?? 0);
          expect(range).toEqual({ low: Math.min(...counts), high: Math.max(...counts) });
        }
      }),
      { numRuns: 40 },
    );
  });

  test("never narrows when one more cell is suppressed, and always holds the true count", () => {
    const large = fc.array(fc.array(fc.nat(60), { minLength: 4, maxLength: 4 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(large, fc.array(fc.nat(19), { minLength: 1, maxLength: 12 }), fc.nat(19), (table, picks, more) => {
        const cell = (pick: number) => at(Math.floor(pick / 4) % table.length, pick % 4);
        const before = suppressionAudit({ table, suppressed: picks.map(cell) });
        const after = suppressionAudit({ table, suppressed: [...picks, more].map(cell) });
        before.cells.forEach(({ row, column, range }, index) => {
          const count = table[Number(row)]?.[Number(column)] ?? 0;
          expect(range.low).toBeLessThanOrEqual(count);
          expect(range.high).toBeGreaterThanOrEqual(count);
          expect(after.cells[index]?.range.low).toBeLessThanOrEqual(range.low);
          expect(after.cells[index]?.range.high).toBeGreaterThanOrEqual(range.high);
        });
      }),
    );
  });
});

const table = [
  [20, 3, 15],
  [30, 12, 40],
  [14, 25, 16],
];

test("a single blank, and a pair in one row, are given away by the totals", () => {
  expect(suppressionAudit({ table, suppressed: [at(0, 1)] })).toMatchObject({
    isSafe: false,
    cells: [{ isDeducible: true }],
  });
  expect(
    suppressionAudit({ table, suppressed: [at(0, 1), at(0, 2)] }).cells.map(({ isDeducible }) => isDeducible),
  ).toEqual([true, true]);
});

// lpSolve in R 4.2.2.
test("a rectangle is safe; one whose row sums to little is not, though no cell is given away", () => {
  const rectangle = [at(0, 1), at(1, 1), at(0, 2), at(1, 2)];
  const safe = suppressionAudit({ table, suppressed: rectangle });
  expect(safe.cells.map(({ range }) => [range.low, range.high])).toEqual([
    [0, 15],
    [0, 15],
    [3, 18],
    [37, 52],
  ]);
  expect(safe.isSafe).toBe(true);
  const small = [
    [4, 3, 50],
    [30, 12, 40],
    [14, 25, 16],
  ];
  const unsafe = suppressionAudit({ table: small, suppressed: [at(0, 0), at(1, 0), at(0, 1), at(1, 1)] });
  expect(unsafe.cells.map(({ range }) => [range.low, range.high])).toEqual([
    [0, 7],
    [27, 34],
    [0, 7],
    [8, 15],
  ]);
  expect(unsafe.cells.some(({ isDeducible }) => isDeducible)).toBe(false);
  expect(unsafe.isSafe).toBe(false);
});

test("small cells and small totals that are published are named", () => {
  expect(suppressionAudit({ table: [[2, 3]], suppressed: [at(0, 0), at(0, 1)] }).exposed).toEqual([
    at(0, "total"),
    at("total", 0),
    at("total", 1),
    at("total", "total"),
  ]);
  expect(suppressionAudit({ table: [[2, 30]], suppressed: [] })).toMatchObject({
    protectsSuppressed: true,
    isSafe: false,
  });
});

test("without totals nothing bounds a cell from above", () => {
  const { cells } = suppressionAudit({ table: [[3]], suppressed: [at(0, 0)], rowTotals: false, columnTotals: false });
  expect(cells[0]?.range).toEqual({ low: 0, high: Number.POSITIVE_INFINITY });
});

test("tables that are none are refused", () => {
  expect(() => suppressionAudit({ table: [[1], [1, 2]], suppressed: [] })).toThrow(
    "invalid table; rows of one length: 1, 2",
  );
  expect(() => suppressionAudit({ table: [[-1]], suppressed: [] })).toThrow("invalid count;");
  expect(() => suppressionAudit({ table: [[1]], suppressed: [at(0, 1)] })).toThrow("invalid suppressed cell;");
  expect(() => suppressionAudit({ table: [[1], [2]], suppressed: [], rowGroups: [[0]] })).toThrow("invalid rowGroups;");
  expect(() => suppressionAudit({ table: [[1]], suppressed: [] }, { threshold: 0 })).toThrow("invalid threshold;");
});
