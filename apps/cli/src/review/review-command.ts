import type { Arguments } from "../arguments.ts";
import type { Terminal } from "../terminal.ts";
import type { Say } from "../words/words.ts";

/** A command line of `evenhand review` after the word that says which part. */
export type ReviewInput = {
  readonly given: Arguments;
  /** The files it names, without that word. */
  readonly files: readonly string[];
  readonly terminal: Terminal;
  readonly say: Say;
};

/** One part of `evenhand review`. */
export type ReviewCommand = {
  readonly options: readonly string[];
  readonly flags?: readonly string[];
  readonly run: (input: ReviewInput) => Promise<void>;
};
