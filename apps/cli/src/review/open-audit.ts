import { readFile } from "node:fs/promises";
import {
  auditText,
  documentsText,
  type RecordedAudit,
  readAudit,
} from "@evenhand/toolkit/policy/review/recorded-audit";
import { CliError } from "../cli-error.ts";
import type { Say } from "../words/words.ts";
import { sha256 } from "./sha256.ts";

/** A saved audit with what identifies it. */
export type OpenAudit = {
  readonly audit: RecordedAudit;
  /** Hash of its documents, rubric and provisions. */
  readonly id: string;
  /** Hash of its documents and rubric. */
  readonly documents: string;
};

/** Hash that says which documents were read by which rubric. */
export const documentsId = (audit: Pick<RecordedAudit, "rubric" | "documents">): string => sha256(documentsText(audit));

/**
 * Opens the audit that a command names: the saved output of `evenhand audit --json`.
 * @throws CliError when none is named or the file is none
 */
export async function openAudit(path: string | undefined, say: Say): Promise<OpenAudit> {
  if (path === undefined) throw new CliError(say("review-no-audit"));
  const audit = readAudit(await readFile(path, "utf8"));
  if (audit === undefined) throw new CliError(say("review-not-an-audit", { path }));
  return { audit, id: sha256(auditText(audit)), documents: documentsId(audit) };
}
