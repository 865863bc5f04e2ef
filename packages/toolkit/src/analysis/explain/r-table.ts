import type { ExplainedTable } from "./explanation.ts";

/**
 * A table as lines of R that read it, all its digits kept. Text stays text (an area named `01` is no number), so the
 * first line names the kind of every column.
 */
export function rTable({ name, columns, rows }: ExplainedTable): readonly string[] {
  const kinds = columns.map((_, index) =>
    rows.some((row) => typeof row[index] === "string") ? "character" : "numeric",
  );
  const classes = kinds.map((kind) => `"${kind}"`).join(", ");
  return [
    `${name} <- read.csv(na.strings = "", check.names = FALSE, strip.white = TRUE, colClasses = c(${classes}), text = r"---(`,
    columns.map(field).join(","),
    ...rows.map((row) => row.map(field).join(",")),
    `)---")`,
  ];
}

function field(value: string | number): string {
  if (typeof value === "number") return Number.isNaN(value) ? "" : String(value);
  return `"${value.replaceAll('"', '""')}"`;
}
