import type { Arguments } from "./arguments.ts";
import type { Terminal } from "./terminal.ts";
import type { Say, WordKey } from "./words/words.ts";

/** One command of the program. */
export type Command = {
  readonly name: WordKey &
    ("check" | "ingest" | "report" | "explain" | "letter" | "audit" | "dictionary" | "template" | "demo");
  /** Its own text options, without `--`. */
  readonly options: readonly string[];
  /** Those that may be given several times. */
  readonly lists?: readonly string[];
  /** Throws CliError or InputError for the user's input; anything else is a fault of ours. */
  readonly run: (given: Arguments, terminal: Terminal, say: Say) => Promise<void>;
};
