import { CliError } from "../cli-error.ts";
import type { ReviewInput } from "./review-command.ts";

/** The text of an option that must be given. @throws CliError when it is not, or is empty */
export function neededOption({ given, say }: ReviewInput, name: string): string {
  const value = given.option(name)?.trim() ?? "";
  if (value === "") throw new CliError(say("review-needs-option", { option: `--${name}` }));
  return value;
}
