import type { Issue } from "@evenhand/standard";
import type { Encoding } from "./detect-encoding.ts";
import type { Rewrite } from "./rewrite-csv.ts";
import type { CsvSketch } from "./sniff-csv.ts";

/** What a person should know of how a delimited file was read, as issues. */
export function csvIssues(file: string, sketch: CsvSketch, encoding: Encoding, rewrite?: Rewrite): Issue[] {
  const issues: Issue[] = [];
  const add = (code: string, severity: Issue["severity"], count: number, message: string, value?: string): void => {
    issues.push({ code, severity, file, count, message, ...(value ? { value: value.slice(0, 200) } : {}) });
  };
  const label = encoding.label === "utf-8" ? "windows-1252" : encoding.label;
  const foreign = label.startsWith("utf-") ? 1 : (rewrite?.foreign ?? 0);
  const read = label.startsWith("utf-") ? "The file was" : "Lines that are not UTF-8 were";
  if (foreign > 0) add("encoding", "note", foreign, `${read} read as ${label}. Check names with accents.`);
  if (!sketch.isNamed)
    add(
      "no-header",
      "warning",
      1,
      "The first line looks like data, so the columns have no names. Add a header line if there is one.",
    );
  if (sketch.banner.length > 0)
    add(
      "banner",
      "note",
      sketch.banner.length,
      "Lines of text above the header were left out of the data.",
      sketch.banner.join(" / "),
    );
  if (sketch.secondHeader)
    add("second-header", "note", 1, "The line under the header names the columns again and was not counted as data.");
  const blank = sketch.header.filter((text) => text.trim() === "").length;
  if (sketch.isNamed && blank > 0)
    add("blank-header", "note", blank, "Columns without a header are called “column N” by their place in the file.");
  const repeated = repeatedHeaders(sketch.header);
  if (repeated.length > 0)
    add(
      "duplicate-header",
      "warning",
      repeated.length,
      "A header is used for more than one column; the later ones are called “NAME (2)” and so on.",
      repeated[0],
    );
  return rewrite ? [...issues, ...rewriteIssues(file, rewrite)] : issues;
}

function rewriteIssues(file: string, { short, unpaired, doubtful, refused, rejected }: Rewrite): Issue[] {
  const issues: Issue[] = [];
  const add = (code: string, severity: Issue["severity"], count: number, message: string, value?: string): void => {
    if (count > 0)
      issues.push({ code, severity, file, count, message, ...(value ? { value: value.slice(0, 200) } : {}) });
  };
  add(
    "short-row",
    "warning",
    short.count,
    `Rows have fewer cells than the header, the first at line ${short.line}; the cells missing at the end were left blank. Compare those lines with the agency's own copy.`,
  );
  add(
    "unterminated-quote",
    "warning",
    unpaired.count,
    `Lines have a quote that is not closed as it should be, the first at line ${unpaired.line}; the quote was read as text and every line kept its own row. Compare those lines with the agency's own copy.`,
  );
  add(
    "suspicious-quote",
    "warning",
    doubtful.count,
    `Cells in quotes hold text that looks like whole lines of the table, the first at line ${doubtful.line}. Check that no closing quote is missing there.`,
  );
  add(
    "rejected-line",
    "error",
    refused,
    `Lines could not be read as rows, the first at line ${rejected[0]?.line}: ${rejected[0]?.why}. They are kept with their text; ask the agency for a corrected file.`,
    rejected[0]?.text,
  );
  return issues;
}

function repeatedHeaders(header: readonly string[]): string[] {
  const tidy = header.map((text) => text.replace(/\s+/g, " ").trim()).filter((text) => text !== "");
  return tidy.filter((text, index) => tidy.indexOf(text) !== index);
}
