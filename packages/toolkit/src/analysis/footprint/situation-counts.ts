import type { FootprintClass } from "@evenhand/standard";
import type { Cell } from "../../release/cells.ts";
import { type CellTable, optionalKeyReader } from "../cell-table.ts";
import { recordedName, signName } from "./footprint-cells.ts";
import { classSigns } from "./footprint-list.ts";

/** Records of one class, by how sure the sign is. */
export type SituationCount = {
  readonly id: string;
  /** What the contact was for, or the place, says so. */
  readonly narrow: number;
  /** Any indication; those of `narrow` too. */
  readonly wide: number;
  /** Records of which nothing is known that could be a sign of it. */
  readonly unknown: number;
  readonly total: number;
  /** Fields that could be a sign of it and that hold nothing in any record. */
  readonly unrecorded: readonly string[];
  /** Whether any record of the table, kept or not, carries a sign of it. */
  readonly occurs: boolean;
};

/**
 * Counts the records of each class among those that are kept. The two bands are what the definition makes: neither is
 * the true number.
 */
export function situationCounts(
  classes: readonly FootprintClass[],
  table: CellTable,
  isKept: (cell: Cell) => boolean = () => true,
): readonly SituationCount[] {
  const cells = table.cells.filter(isKept);
  const total = cells.reduce((sum, { count }) => sum + count, 0);
  return classes.map(({ id }): SituationCount => {
    const narrowOf = optionalKeyReader(table, `sign.${signName(id, "narrow")}`);
    const wideOf = optionalKeyReader(table, `sign.${signName(id, "wide")}`);
    let [narrow, wide, unknown] = [0, 0, 0];
    for (const cell of cells) {
      if (narrowOf(cell) === 1) narrow += cell.count;
      if (wideOf(cell) === 1) wide += cell.count;
      if (wideOf(cell) === null) unknown += cell.count;
    }
    const fields = [...new Set(classSigns(classes, id).wide.map(({ field }) => field))];
    const unrecorded = fields.filter((field) => !isRecorded(table, field));
    const occurs = table.cells.some((cell) => cell.count > 0 && wideOf(cell) === 1);
    return { id, narrow, wide, unknown, total, unrecorded, occurs };
  });
}

/** Whether any record of a release says something in a field. */
function isRecorded(table: CellTable, field: string): boolean {
  const recorded = optionalKeyReader(table, `sign.${recordedName(field)}`);
  return table.cells.some((cell) => recorded(cell) !== null);
}
