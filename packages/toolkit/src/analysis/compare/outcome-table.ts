import type { RiskStratum } from "../../stats/strata/stratum.ts";
import { type CellTable, keyReader } from "../cell-table.ts";
import { everybodyElse } from "./reference-group.ts";

/** People of one group and one situation, and how many of them had the outcome. */
export type OutcomeCell = {
  /** Undefined when the group is not known. */
  readonly group: string | undefined;
  /** Values of the strata's columns; undefined when one of them is not known. */
  readonly stratum: string | undefined;
  readonly count: number;
  readonly total: number;
};

/** Which columns of the cells say what. */
export type OutcomeColumns = {
  readonly group: string;
  readonly outcome: string;
  /** Value of `outcome` that means it happened; any other value means it did not, an empty one that it is not known. */
  readonly yes: string | number;
  readonly strata: readonly string[];
};

/** Reads who had an outcome out of cells; people whose outcome is not known are left out. */
export function outcomeCells(table: CellTable, columns: OutcomeColumns): readonly OutcomeCell[] {
  const [group, outcome] = [keyReader(table, columns.group), keyReader(table, columns.outcome)];
  const strata = columns.strata.map((column) => keyReader(table, column));
  const sums = new Map<
    string,
    { group: string | undefined; stratum: string | undefined; count: number; total: number }
  >();
  for (const cell of table.cells) {
    const found = outcome(cell);
    if (found === null) continue;
    const values = strata.map((read) => read(cell));
    const key = {
      group: group(cell) === null ? undefined : String(group(cell)),
      stratum: values.includes(null) ? undefined : values.join(" | "),
    };
    const id = JSON.stringify([key.group ?? null, key.stratum ?? null]);
    const sum = sums.get(id) ?? { ...key, count: 0, total: 0 };
    sum.total += cell.count;
    if (found === columns.yes) sum.count += cell.count;
    sums.set(id, sum);
  }
  return [...sums.values()];
}

/** Adds up people by group, over all situations. */
export function outcomeOf(
  cells: readonly OutcomeCell[],
  group: string | undefined,
): { readonly count: number; readonly total: number } {
  const own = cells.filter((cell) => cell.group === group);
  return {
    count: own.reduce((sum, { count }) => sum + count, 0),
    total: own.reduce((sum, { total }) => sum + total, 0),
  };
}

/** A situation by its name, with a group beside the reference in it. */
export type NamedRiskStratum = RiskStratum & { readonly name: string };

/** A group beside the reference in each situation that is known. */
export function outcomeStrata(
  cells: readonly OutcomeCell[],
  group: string,
  reference: string,
): readonly NamedRiskStratum[] {
  const strata = new Map<string, { name: string; count1: number; total1: number; count0: number; total0: number }>();
  for (const cell of cells) {
    if (cell.stratum === undefined || cell.group === undefined) continue;
    const isReference = reference === everybodyElse ? cell.group !== group : cell.group === reference;
    if (cell.group !== group && !isReference) continue;
    const sum = strata.get(cell.stratum) ?? { name: cell.stratum, count1: 0, total1: 0, count0: 0, total0: 0 };
    if (cell.group === group) {
      sum.count1 += cell.count;
      sum.total1 += cell.total;
    } else {
      sum.count0 += cell.count;
      sum.total0 += cell.total;
    }
    strata.set(cell.stratum, sum);
  }
  return [...strata.values()];
}
