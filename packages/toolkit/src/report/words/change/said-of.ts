import type { FindingRow } from "@evenhand/standard";

/** What may be said of a row's own counts before and after. */
export type SaidOf = "lower" | "higher" | "about-the-same" | "cannot-tell" | "small" | "bend" | "none";

/** What a row's direction lets one say; few counts are never put as a fall or a rise. */
export function saidOf({ compared }: FindingRow): SaidOf {
  if (compared?.ratio === undefined || compared.direction === "none") return "none";
  if (compared.reason === "small-counts") return "small";
  if (compared.reason === "later-dates-as-strong" || compared.reason === "bend-fits-as-well") return "bend";
  return compared.direction;
}
