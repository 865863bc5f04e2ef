import { findCode } from "@evenhand/standard";
import type { CellTable } from "./cell-table.ts";

/** Force on a person who complies; shown apart, because most agencies do not record it and some do. */
const compliantHolds: readonly string[] = ["escort_hold", "handcuffing_compliant"];

/** What kind of force a code is. A code that the standard does not know is `other` with an unspecified stage. */
export type ForceKind = {
  readonly family: string;
  /** `display`, `point`, `applied`, `unspecified` or `none`. */
  readonly stage: string;
  /** Whether it is force as the toolkit defines it: any use of the body or an object, including display. */
  readonly isForce: boolean;
  readonly isCompliantHold: boolean;
  /** Says less than the standard asks: which hold, or whether a weapon was shown or used. */
  readonly isUnspecified: boolean;
};

/** Looks up the kind of a force code. Source: code list `force_type` of the standard. */
export function forceKind(code: string): ForceKind {
  const found = findCode("force_type", code);
  const stage = found?.stage ?? "unspecified";
  return {
    family: found?.family ?? "other",
    stage,
    isForce: found?.seedForce ?? true,
    isCompliantHold: compliantHolds.includes(code),
    isUnspecified: found === undefined || found.legacy || stage === "unspecified" || code.endsWith("_unspecified"),
  };
}

/**
 * Leaves out the cells of records that are no force (an officer's presence, a spoken order); records whose kind is
 * missing stay. Cells that are not grouped by `force_type` are returned as they are.
 */
export function forceOnly(table: CellTable): CellTable {
  const index = table.by.indexOf("force_type");
  if (index < 0) return table;
  const isKept = (code: string | number | null | undefined) => typeof code !== "string" || forceKind(code).isForce;
  return { by: table.by, cells: table.cells.filter((cell) => isKept(cell.key[index])) };
}
