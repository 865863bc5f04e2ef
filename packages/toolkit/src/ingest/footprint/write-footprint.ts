import type { FootprintClass } from "@evenhand/standard";
import { csvCell } from "../events/events-template.ts";

/** Columns of a list of situations, in their order. */
export const footprintColumns = ["class", "title", "title_es", "field", "code", "band", "reason", "reason_es"] as const;

/** A list of situations as a table to read, change and give back: a line for each code. What is read back is the same list. */
export function writeFootprint(classes: readonly FootprintClass[]): string {
  const lines = classes.flatMap(({ id, title, codes }) =>
    codes.map(({ field, code, band, reason, reasonEs }) => [
      id,
      title.en,
      title.es,
      field,
      code,
      band,
      reason,
      reasonEs ?? "",
    ]),
  );
  return [[...footprintColumns], ...lines].map((cells) => `${cells.map(csvCell).join(",")}\r\n`).join("");
}
