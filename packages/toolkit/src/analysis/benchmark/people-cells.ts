import type { Scope } from "@evenhand/standard";
import type { CellQuery } from "../../release/cells.ts";
import { personSource, type Source, sourceColumn, sourceQuery, unitSource } from "../sources.ts";

const facts = ["race_ethnicity", "race_ethnicity_missing", "gender", "age_band"] as const;

/** What people are counted in when they are set against a benchmark. */
export function comparedSource(scope: Scope): Source {
  return personSource(scope) ?? unitSource("people");
}

/** People by year, month, race, gender and age band: what every comparison with a benchmark is made from. */
export function peopleQuery(scope: Scope): CellQuery {
  const source = comparedSource(scope);
  const links = source.from === "persons" ? [] : ["person_id_missing"];
  const columns = facts.map((column) => sourceColumn(source, "persons", column));
  return sourceQuery(source, ["occurred_year", "occurred_month", ...columns, ...links]);
}
