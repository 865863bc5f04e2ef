import { InputError } from "@evenhand/toolkit/ingest/read/input-error";
import { readArguments } from "./arguments.ts";
import { CliError } from "./cli-error.ts";
import { findCommand } from "./find-command.ts";
import type { Terminal } from "./terminal.ts";
import { speaker } from "./words/words.ts";

/** 0: done. 1: something to correct in what the user gave. 2: a fault of ours. */
export type ExitCode = 0 | 1 | 2;

/** The language a command line asks for, before it is read as a whole: errors too are said in it. */
function languageOf(words: readonly string[]): "en" | "es" {
  const at = words.indexOf("--lang");
  return words[at + 1] === "es" && at >= 0 ? "es" : words.includes("--lang=es") ? "es" : "en";
}

const placeCodes = new Set([
  "ENOENT",
  "EACCES",
  "EEXIST",
  "ENOTDIR",
  "EISDIR",
  "EROFS",
  "EPERM",
  "ENOSPC",
  "ENAMETOOLONG",
]);

/** A path of the user's that cannot be read or written: theirs to change, not a fault of ours. */
function placeProblem(error: unknown): { path: string; code: string } | undefined {
  if (!(error instanceof Error) || !("code" in error) || !("syscall" in error)) return undefined;
  const { code, path } = error as NodeJS.ErrnoException;
  return code !== undefined && placeCodes.has(code) ? { path: path ?? "?", code } : undefined;
}

/** Runs one command line. Never throws. */
export async function run(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const say = speaker(languageOf(words));
  const [name, ...rest] = words;
  try {
    if (name === undefined) throw new CliError(say("no-command"));
    if (
      name === "--help" ||
      name === "-h" ||
      name === "help" ||
      (name.startsWith("--lang") && words.includes("--help"))
    ) {
      terminal.out(say("usage"));
      return 0;
    }
    const command = await findCommand(name);
    if (!command) throw new CliError(say("unknown-command", { name }));
    const given = readArguments(rest, command.options, command.lists, command.flags);
    if (given.help) terminal.out(say(command.name));
    else await command.run(given, terminal, say);
    return 0;
  } catch (error) {
    if (terminal.signal.aborted) {
      terminal.note(`\n${say("stopped")}\n`);
      return 1;
    }
    const place = placeProblem(error);
    if (place) {
      terminal.note(`${say("place-problem", place)}\n`);
      return 1;
    }
    if (error instanceof CliError || error instanceof InputError) {
      terminal.note(`${error.message}\n`);
      return 1;
    }
    terminal.note(`${say("fault")}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return 2;
  }
}
