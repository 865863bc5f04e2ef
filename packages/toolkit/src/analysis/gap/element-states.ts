import type { ElementId, Scope } from "@evenhand/standard";
import type { CellQuery } from "../../release/cells.ts";
import { areaCells, areaTally, saysWhere } from "../areas.ts";
import type { CaveatId } from "../caveat.ts";
import { type CellTable, keyReader, totalCount } from "../cell-table.ts";
import { forceOnly } from "../force-code.ts";
import {
  factQuery,
  incidentSource,
  personSource,
  type Source,
  sourceColumn,
  sourceQuery,
  unitSource,
} from "../sources.ts";
import { unitCount } from "../units.ts";
import { countUsable } from "./count-usable.ts";
import { displayKeptApart } from "./display-kept-apart.ts";
import { type ElementState, hasColumn, judgeElement } from "./element-state.ts";
import rules from "./elements.json" with { type: "json" };

type Cells = Readonly<Record<string, CellTable>>;
type Home = "persons" | "incidents";

const precise = ["neighborhood?", "beat_or_district?", "latitude?"] as const;
const coarse = ["city?", "county?"] as const;
const vague = rules.elements.flatMap((element) => element.vague ?? []);
const simple = rules.elements.filter((element) => element.column !== undefined);

const sourceOf = (scope: Scope, home: Home): Source =>
  home === "persons"
    ? (personSource(scope) ?? unitSource("people"))
    : (incidentSource(scope) ?? unitSource("incidents"));
const homeOf = (element: { readonly from?: string }): Home => (element.from === "incidents" ? "incidents" : "persons");

/** The cells that the states of all elements are judged from. */
export function elementCells(scope: Scope): Readonly<Record<string, CellQuery>> {
  const incidents = sourceOf(scope, "incidents");
  const onIncident = (...columns: readonly string[]): CellQuery =>
    sourceQuery(incidents, ["occurred_year", ...columns.map((column) => sourceColumn(incidents, "incidents", column))]);
  const person = (column: string) => factQuery(sourceOf(scope, "persons"), "persons", column);
  const simpleCells = simple.map((element): [string, CellQuery] => {
    const home = homeOf(element);
    return [element.id, factQuery(sourceOf(scope, home), home, element.column ?? "")];
  });
  const { city, county } = areaCells(incidents);
  return {
    ...Object.fromEntries(simpleCells),
    contact_reason_elsewhere: { from: "contact_reasons", by: ["contact_reason?"] },
    injury_elsewhere: { from: "injuries", by: ["injury_type?"] },
    hospital_elsewhere: { from: "injuries", by: ["medical_response?"] },
    resistance_elsewhere: { from: "resistance", by: ["resistance_type?"] },
    city,
    county,
    location: onIncident(...precise, ...coarse, "location_missing"),
    force_types: { from: "force", by: ["occurred_year", "force_type", "force_type_missing"] },
    force_levels: { from: "force", by: ["agency_force_level?", "force_type"] },
    resistance: person("resistance_type"),
    resistance_present: person("resistance_present"),
    date: onIncident("occurred_date?", "occurred_date_missing"),
  };
}

/** What the release holds of each of the 15 minimum elements. */
export function elementStates(scope: Scope, cells: Cells): readonly ElementState[] {
  return rules.elements.map((element): ElementState => {
    const id = element.id as ElementId;
    if (id === "location") return locationState(scope, cells);
    if (id === "force_types") return forceTypesState(scope, cells);
    if (id === "resistance") return resistanceState(scope, cells);
    if (id === "display_kept_apart") return displayKeptApart(scope, cellsOf(cells, "force_types"));
    if (id === "date") return dateState(scope, cells);
    if (id === "incident_id") return incidentIdState(scope, cells);
    if (id === "deescalation") return deescalationState(scope, cells);
    const home = homeOf(element);
    const source = sourceOf(scope, home);
    const counts = countUsable(cellsOf(cells, id), sourceColumn(source, home, element.column ?? ""));
    return judgeElement(id, source.unit, scope, counts, { elsewhere: hasFilled(cells, `${id}_elsewhere`) });
  });
}

function cellsOf(cells: Cells, name: string): CellTable {
  const found = cells[name];
  if (found === undefined) throw new RangeError(`invalid cells; not asked for: ${name}`);
  return forceOnly(found);
}

/** Whether any row of a presence table (`column?`) is filled. */
function hasFilled(cells: Cells, name: string): boolean {
  return cells[name]?.cells.some((cell) => cell.key[0] === 1 && cell.count > 0) ?? false;
}

/** A street address is recorded but not published, so where a file has one, a place that is not missing is enough. */
function locationState(scope: Scope, cells: Cells): ElementState {
  const source = sourceOf(scope, "incidents");
  const missingColumn = sourceColumn(source, "incidents", "location_missing");
  const enough = (["city", "county"] as const)
    .filter((column) => saysWhere(areaTally(source, column, cellsOf(cells, column))))
    .map((column) => `${column}?`);
  const named = (columns: readonly string[]) => columns.map((column) => sourceColumn(source, "incidents", column));
  const where = cellsOf(cells, "location");
  const isPlaced = keyReader(where, missingColumn);
  const hasAddress = hasColumn(scope, "location.location_text_public");
  const count = (columns: readonly string[], withAddress: boolean) =>
    countUsable(
      withFilled(where, named(columns), (cell) => withAddress && isPlaced(cell) === null),
      "filled",
      undefined,
      { missingColumn },
    );
  const counts = count([...precise, ...enough], hasAddress);
  const caveats = hasAddress ? (["address-not-published"] as const) : [];
  if (counts.usable > 0) return judgeElement("location", source.unit, scope, counts, { caveats });
  const any = count(coarse, false);
  if (any.usable === 0) return judgeElement("location", source.unit, scope, counts);
  const tooCoarse = { ...any, usable: 0, byYear: counts.byYear };
  return judgeElement("location", source.unit, scope, tooCoarse, { partOnly: "place-too-coarse" });
}

/** Adds a column `filled`: `yes` where any of the presence columns is 1 or the cell is filled otherwise, else missing. */
function withFilled(
  table: CellTable,
  presence: readonly string[],
  orElse: (cell: CellTable["cells"][number]) => boolean = () => false,
): CellTable {
  const readers = presence.map((column) => keyReader(table, column));
  const cells = table.cells.map((cell) => ({
    count: cell.count,
    key: [...cell.key, readers.some((read) => read(cell) === 1) || orElse(cell) ? "yes" : null],
  }));
  return { by: [...table.by, "filled"], cells };
}

function forceTypesState(scope: Scope, cells: Cells): ElementState {
  const table = cellsOf(cells, "force_types");
  const counts = countUsable(table, "force_type", (code) => !vague.includes(code));
  const judged = (extra = {}) => judgeElement("force_types", "force", scope, counts, extra);
  const isMostlyKnown = counts.total > 0 && counts.known / counts.total >= rules.collectedAbove.value;
  if (!isMostlyKnown && hasFilled(cells, "force_levels")) return judged({ partOnly: "own-level-only" });
  if (counts.usable === 0 && counts.known > 0) return judged({ partOnly: "often-unspecified" });
  const state = judged();
  return state.status === "partly" && isMostlyKnown ? { ...state, reason: "often-unspecified" } : state;
}

function resistanceState(scope: Scope, cells: Cells): ElementState {
  const source = sourceOf(scope, "persons");
  const column = (name: string) => sourceColumn(source, "persons", name);
  const kind = countUsable(cellsOf(cells, "resistance"), column("resistance_type"));
  const present = countUsable(cellsOf(cells, "resistance_present"), column("resistance_present"));
  if (kind.usable > 0 || present.usable === 0)
    return judgeElement("resistance", source.unit, scope, kind, {
      elsewhere: hasFilled(cells, "resistance_elsewhere"),
    });
  const withoutKind = { ...present, usable: 0, byYear: kind.byYear };
  return judgeElement("resistance", source.unit, scope, withoutKind, { partOnly: "kind-not-recorded" });
}

function dateState(scope: Scope, cells: Cells): ElementState {
  const source = sourceOf(scope, "incidents");
  const column = (name: string) => sourceColumn(source, "incidents", name);
  const dates = withFilled(cellsOf(cells, "date"), [column("occurred_date?")]);
  const counts = countUsable(dates, "filled", undefined, { missingColumn: column("occurred_date_missing") });
  const isCoarse = counts.usable === 0 && counts.byYear.some(({ year }) => year !== undefined);
  return judgeElement("date", source.unit, scope, counts, isCoarse ? { partOnly: "date-too-coarse" } : {});
}

/** A spoken command listed among the types of force shows a step taken, never that none was: part of the element. */
function deescalationState(scope: Scope, cells: Cells): ElementState {
  const source = sourceOf(scope, "persons");
  const counts = countUsable(cellsOf(cells, "deescalation"), sourceColumn(source, "persons", "deescalation_used"));
  const force = cells.force_types;
  const spoken = force?.cells.some((cell) => cell.count > 0 && cell.key.includes("verbal_command")) ?? false;
  return judgeElement("deescalation", source.unit, scope, counts, spoken ? { partOnly: "spoken-commands-only" } : {});
}

function incidentIdState(scope: Scope, cells: Cells): ElementState {
  const { unit } = sourceOf(scope, "incidents");
  const { basis, columns } = unitCount(scope, "incidents");
  const total = totalCount(cellsOf(cells, "date"));
  const hasId = basis === "key";
  const counts = {
    usable: hasId ? total : 0,
    known: hasId ? total : 0,
    missing: hasId || total === 0 ? [] : [{ reason: "not_recorded" as const, count: total }],
    total,
    byYear: [],
  };
  const numbersReports = !hasId && unitCount(scope, "reports").basis === "key";
  const extra: { partOnly?: CaveatId } =
    basis === "attributes" ? { partOnly: "id-from-attributes" } : numbersReports ? { partOnly: "report-id-only" } : {};
  const state = judgeElement("incident_id", unit, scope, counts, extra);
  return { ...state, columns: [...new Set([...state.columns, ...columns])] };
}
