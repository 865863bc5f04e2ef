import { mkdir, open, readFile, realpath, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { historyText } from "@evenhand/toolkit/policy/review/history-file";
import type { ReviewHistory } from "@evenhand/toolkit/policy/review/review-event";
import { continuesHistory } from "@evenhand/toolkit/policy/review/review-history";
import type { Language } from "../arguments.ts";
import { CliError } from "../cli-error.ts";
import type { Say } from "../words/words.ts";
import { type OpenHistory, takeHistory } from "./open-history.ts";
import { sha256 } from "./sha256.ts";

/** @see changeHistory */
export type ChangeOptions = {
  readonly say: Say;
  readonly language: Language;
  /** Whether the file may be begun; otherwise it must be there. */
  readonly mayBegin?: boolean;
  /** How long to wait for another program that is writing the history. */
  readonly waitMilliseconds?: number;
  /** Runs when the new file stands beside the old one, before the two are compared for the last time. */
  readonly beforeCompare?: () => Promise<void>;
};

/**
 * Adds lines to a history file. Programs take turns; the file is read, checked line by line, written whole beside its
 * place, compared once more with what was read, and only then renamed. Whatever goes wrong, the old file stays.
 *
 * @throws CliError when the file was changed by hand or while this ran, or another program does not let go of it
 */
export async function changeHistory(
  path: string,
  options: ChangeOptions,
  change: (history: ReviewHistory) => ReviewHistory,
): Promise<OpenHistory> {
  const { say, language, mayBegin = false } = options;
  if (mayBegin) await mkdir(dirname(path), { recursive: true });
  const place = await realpath(path).catch(() => path);
  const unlock = await lock(`${place}.lock`, options);
  try {
    const before = await textOf(place);
    if (before === undefined && !mayBegin) throw new CliError(say("review-no-history-file", { path }));
    const old = before === undefined ? { path, history: [], head: "" } : takeHistory(path, before, language);
    const history = change(old.history);
    if (!continuesHistory(old.history, history)) throw new RangeError("invalid history; must continue the old one");
    if (history.length === old.history.length) return { ...old, path };
    const text = historyText(history, sha256);
    await replace(place, { before, text, options });
    return takeHistory(path, text, language);
  } finally {
    await unlock();
  }
}

const textOf = (path: string): Promise<string | undefined> =>
  readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });

async function replace(
  path: string,
  { before, text, options }: { readonly before: string | undefined; text: string; options: ChangeOptions },
): Promise<void> {
  const beside = `${path}.${process.pid}.part`;
  try {
    const file = await open(beside, "w");
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await options.beforeCompare?.();
    if ((await textOf(path)) !== before) throw new CliError(options.say("review-history-moved", { path }));
    await rename(beside, path);
  } finally {
    await rm(beside, { force: true });
  }
}

async function lock(path: string, { say, waitMilliseconds = 5000 }: ChangeOptions): Promise<() => Promise<void>> {
  const stopAt = Date.now() + waitMilliseconds;
  for (;;) {
    try {
      const file = await open(path, "wx");
      await file.close();
      return () => rm(path, { force: true });
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
      if (Date.now() > stopAt) throw new CliError(say("review-locked", { path }), { cause: error });
      await wait(40);
    }
  }
}
