import type { Arguments } from "./arguments.ts";
import type { Terminal } from "./terminal.ts";
import type { Say, WordKey } from "./words/words.ts";

/** One command of the program. */
export type Command = {
  readonly name: WordKey &
    (
      | "check"
      | "ingest"
      | "report"
      | "explain"
      | "change"
      | "what-if"
      | "letter"
      | "audit"
      | "register"
      | "compare-policies"
      | "dictionary"
      | "template"
      | "demo"
      | "review"
      | "prepare"
      | "serve"
      | "publish"
    );
  /** Its own text options, without `--`. */
  readonly options: readonly string[];
  /** Those that may be given several times. */
  readonly lists?: readonly string[];
  /** Its own options without a value. */
  readonly flags?: readonly string[];
  /** Throws CliError or InputError for the user's input; anything else is a fault of ours. */
  readonly run: (given: Arguments, terminal: Terminal, say: Say) => Promise<void>;
};
