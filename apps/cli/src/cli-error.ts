/** The user's input is wrong: the message says what to do next. No stack is shown; the exit code is 1. */
export class CliError extends Error {
  override readonly name = "CliError";
}
