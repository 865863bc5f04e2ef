import { parseCsv } from "./parse-csv.ts";

/** What a human coder said of one provision of one department. */
export type Label = {
  readonly city: string;
  readonly provision: string;
  readonly isPresent: boolean;
  /** The coder's note: a verdict word, comments and often the policy's words. */
  readonly note: string;
  readonly wave: string;
  /** Whether the document at hand is the one that was coded. */
  readonly match: string;
  readonly hasDocument: boolean;
};

/** Reads a table of labels (`labels.csv`). */
export const readLabels = (csv: string): Label[] =>
  parseCsv(csv).map((row) => ({
    city: row.city ?? "",
    provision: row.provision ?? "",
    isPresent: row.label === "1",
    note: row.coder_quote ?? "",
    wave: row.wave ?? "",
    match: row.doc_version_match ?? "",
    hasDocument: row.doc_available === "1",
  }));
