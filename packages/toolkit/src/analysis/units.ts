import type { ReleaseTable, Scope, Unit, UnitCount } from "@evenhand/standard";
import type { CaveatId } from "./caveat.ts";

/** Release table whose rows are one unit each. */
export const tableByUnit = {
  incidents: "incidents",
  people: "persons",
  reports: "reports",
  force: "force",
} as const satisfies Record<Unit, ReleaseTable>;

/** How the release counts a unit; `none` if it does not say. */
export function unitCount(scope: Scope, unit: Unit): UnitCount {
  return scope.units.find((candidate) => candidate.unit === unit) ?? { unit, basis: "none", columns: [] };
}

/** Whether the release can tell one of this unit from another. */
export function isCountable(scope: Scope, unit: Unit): boolean {
  return unitCount(scope, unit).basis !== "none";
}

/** What a reader must know of a unit before reading its counts. */
export function unitCaveats(scope: Scope, unit: Unit): readonly CaveatId[] {
  const { basis } = unitCount(scope, unit);
  if (unit === "incidents" && basis === "row") return ["incidents-by-row"];
  if (unit === "incidents" && basis === "attributes") return ["incidents-lower-bound"];
  if (unit === "people" && basis === "row") return ["people-by-row"];
  if (unit === "people" && basis === "attributes") return ["people-lower-bound"];
  if (unit === "reports" && basis === "row") return ["reports-by-row"];
  if (unit === "force")
    return basis === "attributes" ? ["force-not-people", "force-lower-bound"] : ["force-not-people"];
  return [];
}
