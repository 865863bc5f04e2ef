import { suppressionAudit } from "../../src/stats/privacy/suppression-audit.ts";
import { adapt } from "../adapter.ts";

type Input = {
  table: number[][];
  suppressed: [number, number][];
  row_totals: boolean;
  col_totals: boolean;
  threshold?: number;
};

export const adapter = adapt<Input>(({ table, suppressed, row_totals, col_totals, threshold }) => {
  const { cells, protectsSuppressed } = suppressionAudit(
    {
      table,
      suppressed: suppressed.map(([row, column]) => ({ row, column })),
      rowTotals: row_totals,
      columnTotals: col_totals,
    },
    { threshold: threshold ?? 11 },
  );
  return {
    lo: cells.map(({ range }) => range.low),
    hi: cells.map(({ range }) => range.high),
    deducible: cells.map(({ isDeducible }) => isDeducible),
    safe: protectsSuppressed,
  };
});
