import { stat } from "node:fs/promises";
import { readDocument } from "@evenhand/toolkit/documents/read-document";
import type { PolicyDocument, UnreadableDocument } from "@evenhand/toolkit/policy/documents/policy-document";
import { openWords } from "@evenhand/toolkit/report/words/words";
import type { Arguments, Language } from "./arguments.ts";
import { CliError } from "./cli-error.ts";
import type { Progress } from "./progress.ts";
import type { Terminal } from "./terminal.ts";
import type { Say } from "./words/words.ts";

/** A document that was given, read or not. */
export type GivenDocument = PolicyDocument | UnreadableDocument;

/** "cannot read this document: name: reason (what was found)". */
export function unreadableText({ name, reason, detail }: UnreadableDocument, language: Language): string {
  const words = openWords(language);
  const because = `${name}: ${words.say(`audit.reason.${reason}`)} (${detail})`;
  return words.say("audit.unreadable", { reason: because });
}

/**
 * Reads the policy documents of a command line, one after another.
 * @throws CliError when none is given, one is no file, or none can be read
 */
export async function readPolicies(
  { files, language }: Arguments,
  { terminal, progress, say }: { readonly terminal: Terminal; readonly progress: Progress; readonly say: Say },
): Promise<{ readonly given: readonly GivenDocument[]; readonly read: readonly PolicyDocument[] }> {
  if (files.length === 0) throw new CliError(say("no-policy"));
  for (const path of files) if (!(await stat(path)).isFile()) throw new CliError(say("policy-not-a-file", { path }));
  const given: GivenDocument[] = [];
  for (const path of files) {
    const step = say("step-reading", { file: path });
    progress.step(step, 0);
    const document = await readDocument(path, {
      signal: terminal.signal,
      onProgress: ({ page, pages }) => progress.step(step, page / pages),
    });
    given.push(document);
  }
  const read = given.filter((document) => document.isReadable);
  if (read.length > 0) return { given, read };
  progress.end();
  const unread = given.filter((document) => !document.isReadable);
  throw new CliError(unread.map((document) => unreadableText(document, language)).join("\n"));
}
