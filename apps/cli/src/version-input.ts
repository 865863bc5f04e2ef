import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { readDocument } from "@evenhand/toolkit/documents/read-document";
import type { PolicyDocument } from "@evenhand/toolkit/policy/documents/policy-document";
import type { Language } from "./arguments.ts";
import { CliError } from "./cli-error.ts";
import { type GivenDocument, unreadableText } from "./policy-input.ts";
import type { Progress } from "./progress.ts";
import type { Terminal } from "./terminal.ts";
import type { Say } from "./words/words.ts";

/** One version as given: its documents, read or not. */
export type GivenVersion = {
  /** Path as given. */
  readonly path: string;
  readonly isFolder: boolean;
  readonly given: readonly GivenDocument[];
  readonly read: readonly PolicyDocument[];
};

/**
 * Reads one version: a document, or every document in a folder and the folders in it, named by their place there.
 * @throws CliError when the folder is empty or none of its documents can be read
 */
export async function readVersion(
  path: string,
  {
    terminal,
    progress,
    say,
    language,
  }: {
    readonly terminal: Terminal;
    readonly progress: Progress;
    readonly say: Say;
    readonly language: Language;
  },
): Promise<GivenVersion> {
  const isFolder = (await stat(path)).isDirectory();
  const names = isFolder ? await namesIn(path) : [undefined];
  if (names.length === 0) throw new CliError(say("version-empty", { path }));
  const given: GivenDocument[] = [];
  for (const name of names) {
    const file = name === undefined ? path : join(path, name);
    const step = say("step-reading", { file });
    progress.step(step, 0);
    const document = await readDocument(file, {
      signal: terminal.signal,
      onProgress: ({ page, pages }) => progress.step(step, page / pages),
    });
    given.push(name === undefined ? document : { ...document, name });
  }
  const read = given.filter((document) => document.isReadable);
  if (read.length > 0) return { path, isFolder, given, read };
  progress.end();
  const unread = given.flatMap((document) => (document.isReadable ? [] : [unreadableText(document, language)]));
  throw new CliError([say("version-unread", { path }), ...unread].join("\n"));
}

/** Files of a folder in a fixed order; hidden ones and those of the system are no documents. */
async function namesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, "x").length - 1))
    .filter((name) => !name.split("/").some((part) => part.startsWith(".") || part.startsWith("~$")))
    .toSorted();
}
