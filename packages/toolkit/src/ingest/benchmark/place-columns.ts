import { groupColumn, lineRole, spacedHeader } from "./column-roles.ts";
import { readGroupWord } from "./group-word.ts";
import columns from "./place-columns.json" with { type: "json" };

/** What a column of a file of areas holds. */
export type PlaceColumn = { readonly index: number; readonly column: string } & (
  | { readonly holds: "name" }
  | { readonly holds: "population" }
  | { readonly holds: "group"; readonly code: string }
  /** `form`: a share of residents, a rate or count of crimes, or a plain number. */
  | { readonly holds: "covariate"; readonly id: string; readonly form: "share" | "rate" | "number" }
);

/** Reads the headers of a file of areas. Columns that are no name, population or group are circumstances. */
export function placeColumns(names: readonly string[]): readonly PlaceColumn[] {
  const nameAt = names.findIndex((name) => lineRole(name) === "area");
  const populationAt = names.findIndex((name) => columns.population.includes(spacedHeader(name)));
  return names.flatMap((column, index): PlaceColumn[] => {
    const plain = spacedHeader(column);
    if (index === nameAt) return [{ index, column, holds: "name" }];
    if (index === populationAt) return [{ index, column, holds: "population" }];
    if (columns.ignored.includes(plain) || lineRole(column) === "area") return [];
    const known = Object.entries(columns.covariates).find(([, { headers }]) => headers.includes(plain));
    if (known) return [{ index, column, holds: "covariate", id: known[0], form: known[1].form as "share" | "rate" }];
    const group = groupColumn(column);
    const word = group === undefined ? undefined : readGroupWord(group.group);
    if (word?.means === "group") return [{ index, column, holds: "group", code: word.code }];
    if (group !== undefined) return [];
    return [{ index, column, holds: "covariate", id: column.trim(), form: "number" }];
  });
}
