import { policyEventColumns } from "@evenhand/standard";
import { csvLine } from "./csv-text.ts";
import settings from "./riverton-changes.json" with { type: "json" };

const responderColumns = "team,from,to,calls,police_backup,injuries,source,class";

/** Fictional Riverton's timeline, for `report --events`. It does not say what was planted. */
export const rivertonEvents = (): string =>
  table(
    policyEventColumns.join(","),
    settings.events.map((event) => ({ ...event, source: settings.source })),
  );

/** What fictional Riverton's alternative responders say of themselves, for `report --responders`. */
export const rivertonResponders = (): string =>
  table(
    responderColumns,
    settings.responders.map((responder) => ({ ...responder, source: "Riverton (fictional): yearly account, made up" })),
  );

/** An empty cell is not known, never 0. */
function table(header: string, rows: readonly Readonly<Record<string, string | number>>[]): string {
  const lines = rows.map((row) => csvLine(header.split(",").map((column) => String(row[column] ?? ""))));
  return `${[header, ...lines].join("\n")}\n`;
}
