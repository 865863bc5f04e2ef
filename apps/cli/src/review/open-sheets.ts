import { readFile } from "node:fs/promises";
import type { ReturnedSheet } from "@evenhand/toolkit/policy/review/add-readings";
import { readSheet } from "@evenhand/toolkit/policy/review/read-sheet";
import { makeSheet } from "@evenhand/toolkit/policy/review/review-sheet";
import type { Language } from "../arguments.ts";
import { CliError } from "../cli-error.ts";
import type { OpenAudit } from "./open-audit.ts";
import { sha256 } from "./sha256.ts";

/** A sheet that came back, with its file. */
export type OpenSheet = ReturnedSheet & { readonly path: string };

/**
 * Opens the filled-in sheets of an audit. Entries with a fault are left out and stand among the sheet's issues.
 * @throws CliError when a sheet cannot be used at all
 */
export async function openSheets(
  paths: readonly string[],
  { audit, id }: OpenAudit,
  language: Language,
): Promise<readonly OpenSheet[]> {
  const given = makeSheet(audit.provisions, { audit: id });
  const sheets = await Promise.all(
    paths.map(async (path) => {
      const bytes = await readFile(path);
      const read = readSheet(bytes.toString("utf8").replace(/^\uFEFF/, ""), given, { language });
      return { ...read, sheet: sha256(bytes), path };
    }),
  );
  const faults = sheets.flatMap(({ path, issues }) =>
    issues.flatMap(({ severity, message }) => (severity === "error" ? [`${path}: ${message}`] : [])),
  );
  if (faults.length > 0) throw new CliError(faults.join("\n"));
  return sheets;
}
