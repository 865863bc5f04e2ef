import type { PlaceTable } from "@evenhand/standard";
import type { DesignColumn } from "../../stats/matrices/design-matrix.ts";
import type { AreaRow } from "./area-rows.ts";
import rules from "./place-rules.json" with { type: "json" };

/** Which circumstances of the areas are allowed for; the share of residents who belong to the reference is always one. */
export function chosenCovariates(places: PlaceTable): readonly string[] {
  return rules.covariates.value.filter((id) => places.covariates.some((covariate) => covariate.id === id));
}

/**
 * The areas' circumstances as columns of a design, one value per row: crime rates as log(1 + rate), all centred and in
 * standard deviations, so that no unit makes the fit unstable. A column that does not vary is left out.
 */
export function circumstanceColumns(
  rows: readonly AreaRow[],
  covariates: readonly string[],
  reference: string,
): readonly DesignColumn[] {
  const columns: DesignColumn[] = covariates.map((id) => ({
    name: id,
    values: rows.map(({ place }) => {
      const value = place.covariates[id] ?? Number.NaN;
      return id.endsWith("_rate") ? Math.log1p(value) : value;
    }),
  }));
  const share = {
    name: "reference_share",
    values: rows.map(({ place }) => (place.residents[reference] ?? 0) / place.population),
  };
  return [...columns, share].flatMap(({ name, values }) => {
    const scaled = standardised(Array.from(values));
    return scaled === undefined ? [] : [{ name, values: scaled }];
  });
}

/** Largest correlation between two circumstances over the rows, 0–1; 0 with fewer than two. */
export function strongestCorrelation(columns: readonly DesignColumn[]): number {
  let strongest = 0;
  columns.forEach((left, index) => {
    for (const right of columns.slice(index + 1)) {
      const sum = Array.from(left.values).reduce((total, value, row) => total + value * (right.values[row] ?? 0), 0);
      strongest = Math.max(strongest, Math.abs(sum / left.values.length));
    }
  });
  return strongest;
}

function standardised(values: readonly number[]): readonly number[] | undefined {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  if (!(variance > 1e-12 * Math.max(1, mean ** 2))) return undefined;
  return values.map((value) => (value - mean) / Math.sqrt(variance));
}
