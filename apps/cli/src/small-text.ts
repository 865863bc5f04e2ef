import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { mostCharacters } from "@evenhand/toolkit/ingest/events/text-table";
import { detectEncoding } from "@evenhand/toolkit/ingest/read/detect-encoding";
import { CliError } from "./cli-error.ts";
import type { Say } from "./words/words.ts";

/** A small file a person made, as text, and its name for messages. */
export type SmallText = { readonly name: string; readonly text: string };

/**
 * Reads a small file a person made (a timeline, a code list, a series), whatever program wrote it.
 *
 * @throws CliError for a file of more than 1 MB, which is not opened
 */
export async function smallText(path: string, say: Say): Promise<SmallText> {
  const { size } = await stat(path);
  if (size > mostCharacters) throw new CliError(say("file-too-large", { path }));
  const bytes = await readFile(path);
  return { name: basename(path), text: new TextDecoder(detectEncoding(bytes).label).decode(bytes) };
}
