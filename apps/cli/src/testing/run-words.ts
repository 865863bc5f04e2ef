import { type ExitCode, run } from "../run.ts";

/** What one command line did. */
export type Ran = {
  readonly code: ExitCode;
  readonly out: string;
  readonly note: string;
  readonly written: readonly string[];
};

/** Runs a command line as a person would, and keeps what it writes; `written` has each piece sent to `out`. */
export async function runWords(
  words: readonly string[],
  signal: AbortSignal = new AbortController().signal,
): Promise<Ran> {
  const written: string[] = [];
  const notes: string[] = [];
  const code = await run(words, {
    out: (text) => written.push(text),
    note: (text) => notes.push(text),
    isScreen: false,
    today: "2025-06-30",
    now: () => "2025-06-30T12:00:00.000Z",
    signal,
  });
  return { code, out: written.join(""), note: notes.join(""), written };
}
