import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "../functions/seeded-random.ts";
import { suppressTable } from "./suppress-table.ts";
import { suppressionAudit } from "./suppression-audit.ts";

const tables = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 })).chain(([rows, columns]) =>
  fc.array(fc.array(fc.oneof(fc.nat(12), fc.nat(60), fc.constant(0)), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  }),
);
const protections = fc.record({
  threshold: fc.constantFrom(5, 10, 11),
  rowTotals: fc.boolean(),
  columnTotals: fc.boolean(),
  showZeros: fc.boolean(),
});

test("whatever the table, the result passes the audit when single totals may be blanked", () => {
  fc.assert(
    fc.property(tables, protections, (table, protection) => {
      const { suppressed, isSafe, unprotected } = suppressTable(table, protection);
      const { rowTotals, columnTotals, threshold } = protection;
      const audit = suppressionAudit({ table, suppressed, rowTotals, columnTotals }, { threshold });
      expect(audit.exposed).toEqual([]);
      expect(audit.isSafe).toBe(true);
      expect(isSafe).toBe(true);
      expect(unprotected).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("subtotals of groups of rows are protected too", () => {
  fc.assert(
    fc.property(
      tables,
      protections,
      fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }),
      (table, protection, groups) => {
        const rowGroups = [0, 1, 2]
          .map((group) => [...table.keys()].filter((row) => groups[row] === group))
          .filter((rows) => rows.length > 0);
        const { suppressed } = suppressTable(table, { ...protection, rowGroups });
        const { rowTotals, columnTotals, threshold } = protection;
        expect(suppressionAudit({ table, suppressed, rowTotals, columnTotals, rowGroups }, { threshold }).isSafe).toBe(
          true,
        );
      },
    ),
    { numRuns: 150 },
  );
});

test("with all large totals kept, the result is safe or names the cells that stay open", () => {
  fc.assert(
    fc.property(tables, protections, (table, protection) => {
      const { suppressed, isSafe, unprotected, audit } = suppressTable(table, { ...protection, mayHideTotals: false });
      expect(isSafe).toBe(unprotected.length === 0);
      for (const cell of unprotected)
        expect(cell.range.low > 1 || cell.range.high < protection.threshold - 1).toBe(true);
      for (const cell of suppressed) {
        const isTotal = cell.row === "total" || cell.column === "total";
        const audited = audit.cells.find(({ row, column }) => row === cell.row && column === cell.column);
        if (isTotal) expect(audited?.isSmall).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test("where large totals are kept and the result is unsafe, no set of cells would have been safe", () => {
  fc.assert(
    fc.property(tables, (table) => {
      const { isSafe, unprotected } = suppressTable(table, { mayHideTotals: false });
      if (isSafe) return;
      const small = suppressTable(table, { mayHideTotals: false }).suppressed.filter(
        ({ row, column }) => row === "total" || column === "total",
      );
      const everyCell = table.flatMap((counts, row) =>
        counts.flatMap((count, column) => (count > 0 ? [{ row, column }] : [])),
      );
      const audit = suppressionAudit({ table, suppressed: [...everyCell, ...small] });
      for (const open of unprotected) {
        const best = audit.cells.find(({ row, column }) => row === open.row && column === open.column);
        expect(best?.isProtected).toBe(false);
      }
    }),
    { numRuns: 200 },
  );
});

test("nothing is blanked where nothing is small, and no blanked cell is needless", () => {
  expect(
    suppressTable([
      [20, 30],
      [11, 0],
    ]),
  ).toMatchObject({ suppressed: [], isSafe: true });
  fc.assert(
    fc.property(tables, (table) => {
      const { suppressed, audit } = suppressTable(table);
      suppressed.forEach((cell, index) => {
        if (audit.cells[index]?.isSmall) return;
        const without = suppressed.filter((one) => one !== cell);
        expect(suppressionAudit({ table, suppressed: without }).isSafe).toBe(false);
      });
    }),
    { numRuns: 100 },
  );
});

test("shown zeros are never blanked to protect others, and a lone small cell takes its totals with it", () => {
  const result = suppressTable([
    [0, 2, 50],
    [30, 0, 40],
    [14, 25, 16],
  ]);
  expect(result.suppressed).not.toContainEqual({ row: 0, column: 0 });
  expect(result.isSafe).toBe(true);
  expect(suppressTable([[5]]).suppressed).toHaveLength(4);
  const kept = suppressTable([[11, 2]], { mayHideTotals: false });
  expect(kept.isSafe).toBe(false);
  expect(kept.unprotected.map(({ range }) => range)).toEqual([
    { low: 2, high: 2 },
    { low: 2, high: 2 },
  ]);
});

test("a table of a city's size is done in time", () => {
  const random = seededRandom(3);
  const table = Array.from({ length: 60 }, () =>
    Array.from({ length: 10 }, () => Math.floor(Math.exp(random() * 6) - 1)),
  );
  const started = performance.now();
  expect(suppressTable(table).isSafe).toBe(true);
  expect(performance.now() - started).toBeLessThan(5000);
});
