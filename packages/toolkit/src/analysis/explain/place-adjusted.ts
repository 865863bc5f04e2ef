import type { Finding, FindingRow, PlaceTable } from "@evenhand/standard";
import { isRefusal } from "../../stats/refusal.ts";
import { forceOnly } from "../force-code.ts";
import { type AreaRow, areaRows } from "../places/area-rows.ts";
import { circumstanceColumns } from "../places/circumstances.ts";
import { usableGroups } from "../places/compare-places.ts";
import { fitPlaces } from "../places/place-model.ts";
import rules from "../places/place-rules.json" with { type: "json" };
import { sourceColumn, unitSource } from "../sources.ts";
import { rowKey, step, written } from "./arithmetic.ts";
import { cellsNamed } from "./cells-named.ts";
import { count } from "./count.ts";
import type { ExplainedTable, Explainer, Step } from "./explanation.ts";
import type { NamedCells } from "./finding-cells.ts";
import { placeModelLines } from "./place-model-lines.ts";

/**
 * Force within similar areas: the rows of areas that the models were fitted to, each group's rates and the share that
 * stays by arithmetic, Mantel–Haenszel within areas by arithmetic, the two models in R.
 */
export const placeAdjusted: Explainer = (finding, cells, beside) => {
  const rows = finding.shown === "cannot-say" ? undefined : modelledRows(finding, cells, beside.places);
  const reference = finding.comparison?.reference;
  const own = finding.rows.flatMap(ownSteps);
  const counted = count(finding, cells, beside).steps;
  if (rows === undefined || reference === undefined) return { steps: [...counted, ...own] };
  const allowedFor = (finding.comparison?.adjustedFor ?? []).filter((id) => id !== "reference_share");
  const circumstances = circumstanceColumns(rows, allowedFor, reference);
  const models = {
    raw: fitPlaces({ rows, reference, circumstances: [] }),
    adjusted: fitPlaces({ rows, reference, circumstances }),
  };
  const within = finding.rows.flatMap((row) => withinSteps(row, rows, reference));
  const scatters = {
    raw: !isRefusal(models.raw) && models.raw.theta !== undefined,
    adjusted: !isRefusal(models.adjusted) && models.adjusted.theta !== undefined,
  };
  return {
    tables: [areaTable(rows, allowedFor, reference)],
    steps: [...counted, ...own, ...within],
    r: placeModelLines(finding, { circumstances: circumstances.map(({ name }) => name), scatters }),
  };
};

/** The rows of areas and groups that the finding's models were fitted to. */
function modelledRows(
  { values = {}, unit, comparison }: Finding,
  cells: readonly NamedCells[],
  places: PlaceTable | undefined,
): readonly AreaRow[] | undefined {
  const { areaColumn, exposureYears: years } = values;
  if (places === undefined || typeof areaColumn !== "string" || typeof years !== "number") return undefined;
  const source = unitSource(unit);
  const area = sourceColumn(source, "incidents", areaColumn);
  const group = sourceColumn(source, "persons", "race_ethnicity");
  const table = cellsNamed(cells, areaColumn, [area, group]);
  if (table === undefined) return undefined;
  const groups = [...new Set(places.places.flatMap(({ residents }) => Object.keys(residents)))];
  const { rows } = areaRows(forceOnly(table), places, { area, group, groups, years });
  const large = rows.filter(({ exposure }) => exposure >= rules.smallestExposure.value);
  return usableGroups(large, comparison?.reference ?? "");
}

function areaTable(rows: readonly AreaRow[], circumstances: readonly string[], reference: string): ExplainedTable {
  return {
    name: "areas",
    columns: ["area", "group", "events", "residents_years", ...circumstances, "reference_share"],
    rows: rows.map(({ place, group, count: events, exposure }) => [
      place.name,
      group,
      events,
      exposure,
      ...circumstances.map((id) => place.covariates[id] ?? Number.NaN),
      (place.residents[reference] ?? 0) / place.population,
    ]),
  };
}

function ownSteps(row: FindingRow): readonly Step[] {
  const { count: events, compared } = row;
  if (events === undefined || compared?.exposure === undefined) return [];
  const { ratio, adjusted, remaining } = compared;
  const stays = ratio === undefined || adjusted === undefined ? undefined : remaining?.value;
  return [
    ...step("rate", rowKey(row), `${written(events)} / ${written(compared.exposure)}`, compared.rate?.value),
    ...step(
      "remaining",
      rowKey(row),
      `log(${written(adjusted?.value ?? 1)}) / log(${written(ratio?.value ?? 1)})`,
      stays,
    ),
  ];
}

/** Mantel–Haenszel over the areas in which both groups live. */
function withinSteps(row: FindingRow, rows: readonly AreaRow[], reference: string): readonly Step[] {
  const told = row.compared?.alternatives?.find(({ method }) => method === "within-areas")?.ratio.value;
  if (told === undefined) return [];
  const areas = [...Map.groupBy(rows, ({ place }) => place.name).values()].flatMap((own) => {
    const [first, other] = [own.find(({ group }) => group === row.key), own.find(({ group }) => group === reference)];
    return first === undefined || other === undefined ? [] : [{ first, other }];
  });
  const sum = (top: (area: (typeof areas)[number]) => readonly [number, number]) => {
    const terms = areas.map((area) => ({ parts: top(area), whole: area.first.exposure + area.other.exposure }));
    const filled = terms.filter(({ parts }) => parts[0] !== 0);
    return {
      expression: filled.map(({ parts: [events, other], whole }) => `${events} * ${other} / ${whole}`).join(" + "),
      value: filled.reduce((total, { parts: [events, other], whole }) => total + events * (other / whole), 0),
    };
  };
  const above = sum(({ first, other }) => [first.count, other.exposure]);
  const below = sum(({ first, other }) => [other.count, first.exposure]);
  const key = rowKey(row);
  return [
    ...step("above", key, above.expression, above.value),
    ...step("below", key, below.expression, below.value),
    ...step("within-areas", key, `${written(above.value)} / ${written(below.value)}`, told),
  ];
}
