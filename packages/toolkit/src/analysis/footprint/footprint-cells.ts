import { type FootprintClass, type ReleaseTable, releaseTables, type Scope } from "@evenhand/standard";
import type { CellQuery, SignPlace } from "../../release/cells.ts";
import { comparedSource } from "../benchmark/people-cells.ts";
import { incidentSource, type Source, sourceColumn, sourceQuery, unitSource } from "../sources.ts";
import { classSigns } from "./footprint-list.ts";
import rules from "./footprint-rules.json" with { type: "json" };

/** Incidents, else the first unit that the release can count. */
export const situationSource = (scope: Scope): Source => incidentSource(scope) ?? unitSource("incidents");

/** Name of a class's sign in a cell query. */
export const signName = (id: string, band: "narrow" | "wide"): string => `${band}_${id}`;

/** Name of the sign that is 0 where a field holds anything, and null where it does not. */
export const recordedName = (field: string): string => `recorded_${field.replace(".", "_")}`;

/** Fields that are a sign of any class. */
export const fieldsOf = (classes: readonly FootprintClass[]): readonly string[] =>
  [...new Set(classes.flatMap(({ id }) => classSigns(classes, id).wide.map(({ field }) => field)))].sort();

/** Column of people on whom severe force was used. */
export const severeMark = "mark.severe";

/** Incidents, and people with their group, age and injury, by the signs of every class of a list. */
export function footprintQueries(
  scope: Scope,
  classes: readonly FootprintClass[],
): { readonly incidents: CellQuery; readonly people: CellQuery } {
  const signs: Record<string, readonly SignPlace[]> = Object.fromEntries(
    classes.flatMap(({ id }) => {
      const { narrow, wide } = classSigns(classes, id);
      const bands = [
        [signName(id, "narrow"), placesOf(narrow)],
        [signName(id, "wide"), placesOf(wide)],
      ] as const;
      return bands.filter(([, places]) => places.length > 0);
    }),
  );
  for (const field of fieldsOf(classes))
    signs[recordedName(field)] = columnsOf(field).map(([table, column]) => ({ table, column, values: [] }));
  const columns = Object.keys(signs).map((name) => `sign.${name}`);
  const source = comparedSource(scope);
  const facts = ["race_ethnicity", "race_ethnicity_missing", "injured", "age_band"];
  const people = sourceQuery(source, [
    "occurred_year",
    ...facts.map((column) => sourceColumn(source, "persons", column)),
    ...(source.from === "persons" ? [severeMark] : ["person_id_missing"]),
    ...columns,
  ]);
  return {
    incidents: { ...sourceQuery(situationSource(scope), ["occurred_year", ...columns]), signs },
    people: {
      ...people,
      signs,
      ...(source.from === "persons" ? { marks: { severe: rules.severe.value } } : {}),
    },
  };
}

/** Every place of a release in which one of these codes can stand. */
function placesOf(codes: readonly { readonly field: string; readonly code: string }[]): readonly SignPlace[] {
  const valuesByField = Map.groupBy(codes, ({ field }) => field);
  return [...valuesByField].flatMap(([field, listed]) =>
    columnsOf(field).map(([table, column]) => ({ table, column, values: listed.map(({ code }) => code) })),
  );
}

/**
 * Tables and columns of a release that hold a field.
 *
 * @throws RangeError if the field can be no sign of a situation
 */
export function columnsOf(field: string): readonly (readonly [ReleaseTable, string])[] {
  const places: Readonly<Record<string, readonly (readonly string[])[]>> = rules.signPlaces.value;
  const found = places[field];
  if (found === undefined) throw new RangeError(`invalid field; can be no sign of a situation: ${field}`);
  return found.flatMap(([table = "", column = ""]): [ReleaseTable, string][] =>
    Object.hasOwn(releaseTables, table) ? [[table as ReleaseTable, column]] : [],
  );
}
