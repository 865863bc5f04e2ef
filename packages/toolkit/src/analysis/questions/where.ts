import { areaCells, chooseAreas } from "../areas.ts";
import { cannotSay, shareFinding } from "../build-finding.ts";
import type { CaveatId } from "../caveat.ts";
import { question } from "../question.ts";
import { factQuery, factTally, incidentSource, unitSource } from "../sources.ts";

const about = { question: "where", element: "location" } as const;

/** Where: incidents by the finest area that is filled well, and by kind of place. Rows hold every area, largest first. */
export const where = question({
  id: "where",
  needs: [
    "location.neighborhood",
    "location.beat_or_district",
    "location.city",
    "location.county",
    "location.location_type",
  ],
  cells: (scope) => {
    const source = incidentSource(scope) ?? unitSource("incidents");
    return { ...areaCells(source), kind: factQuery(source, "incidents", "location_type") };
  },
  answer: (context, cells) => {
    const source = incidentSource(context.scope);
    if (source === undefined)
      return [cannotSay(context, { ...about, unit: "incidents", measure: "area" }, "unit-not-countable")];
    const area = { ...about, unit: source.unit, measure: "area" };
    const own: readonly CaveatId[] = source.unit === "incidents" ? [] : ["incidents-not-countable"];
    const areas = chooseAreas(source, cells);
    const kinds = factTally(source, "incidents", "location_type", cells.kind);
    const kind = { ...about, unit: source.unit, measure: "location-type", caveats: own };
    const dimension = { field: "location.location_type", codeList: "location_type" };
    const named = (column: string, count: number) => ({
      dimension: { field: `location.${column}` },
      values: { areas: count },
      caveats: [...own, "area-names-as-recorded" as const],
    });
    return [
      areas === undefined
        ? cannotSay(context, area, "no-areas")
        : shareFinding(context, { ...area, ...named(areas.column, areas.tally.values.length) }, areas.tally),
      ...(kinds.known > 0 ? [shareFinding(context, { ...kind, dimension }, kinds)] : []),
    ];
  },
});
