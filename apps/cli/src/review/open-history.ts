import { readFile } from "node:fs/promises";
import { readHistory } from "@evenhand/toolkit/policy/review/history-file";
import { historyProblemText } from "@evenhand/toolkit/policy/review/problem-text";
import type { ReviewHistory } from "@evenhand/toolkit/policy/review/review-event";
import type { Language } from "../arguments.ts";
import { CliError } from "../cli-error.ts";
import { sha256 } from "./sha256.ts";

/** A history as it stands on disk. */
export type OpenHistory = {
  readonly path: string;
  readonly history: ReviewHistory;
  /** Hash of the last line. */
  readonly head: string;
};

/** Takes the text of a history file. @throws CliError when it is not as this program wrote it */
export function takeHistory(path: string, text: string, language: Language): OpenHistory {
  const read = readHistory(text, sha256);
  if (read.problem === undefined) return { path, history: read.history, head: read.head };
  throw new CliError(`${path}: ${historyProblemText(read.problem, language)}`);
}

/** Opens the history that a command names. @throws CliError when it is not as this program wrote it */
export const openHistory = async (path: string, language: Language): Promise<OpenHistory> =>
  takeHistory(path, await readFile(path, "utf8"), language);
