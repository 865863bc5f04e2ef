import { InputError } from "@evenhand/toolkit/ingest/read/input-error";
import { readArguments } from "./arguments.ts";
import { CliError } from "./cli-error.ts";
import type { Command } from "./command.ts";
import { audit } from "./commands/audit.ts";
import { change } from "./commands/change.ts";
import { check } from "./commands/check.ts";
import { comparePolicies } from "./commands/compare-policies.ts";
import { demo } from "./commands/demo.ts";
import { dictionary } from "./commands/dictionary.ts";
import { explain } from "./commands/explain.ts";
import { ingest } from "./commands/ingest.ts";
import { letter } from "./commands/letter.ts";
import { prepare } from "./commands/prepare.ts";
import { publish } from "./commands/publish.ts";
import { register } from "./commands/register.ts";
import { report } from "./commands/report.ts";
import { review } from "./commands/review.ts";
import { serve } from "./commands/serve.ts";
import { template } from "./commands/template.ts";
import { whatIfCommand } from "./commands/what-if.ts";
import type { Terminal } from "./terminal.ts";
import { speaker } from "./words/words.ts";

const commands: readonly Command[] = [
  check,
  ingest,
  report,
  explain,
  change,
  whatIfCommand,
  letter,
  audit,
  register,
  comparePolicies,
  review,
  prepare,
  serve,
  publish,
  dictionary,
  template,
  demo,
];

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
    const command = commands.find((candidate) => candidate.name === name);
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
