import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseCorrections } from "@evenhand/toolkit/report/corrections";
import { CliError } from "../cli-error.ts";
import type { Say } from "../words/words.ts";

/** Name of the file in a place's folder that lists what was corrected. */
export const correctionsFile = "corrections.json";

/**
 * Reads a place's corrections as the site will, before it does; no file means none were made.
 *
 * @throws CliError when they cannot be read: a correction must not be lost in silence
 */
export async function checkCorrections(folder: string, say: Say): Promise<void> {
  const path = join(folder, correctionsFile);
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) return;
  try {
    parseCorrections(JSON.parse(text));
  } catch (cause) {
    throw new CliError(say("wrong-corrections", { path, reason: cause instanceof Error ? cause.message : "" }), {
      cause,
    });
  }
}
