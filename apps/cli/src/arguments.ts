import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { CliError } from "./cli-error.ts";

export type Language = "en" | "es";

export type Arguments = {
  readonly files: readonly string[];
  readonly json: boolean;
  readonly help: boolean;
  readonly language: Language;
  /** Text of an option, or undefined. */
  readonly option: (name: string) => string | undefined;
  /** Whether an option without a value was given. */
  readonly flag: (name: string) => boolean;
  /** Every value of an option that may be given several times. */
  readonly list: (name: string) => readonly string[];
};

const shared: ParseArgsOptionsConfig = {
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  lang: { type: "string" },
};

/**
 * Reads the arguments of one command.
 * @param options names of the command's own text options
 * @param lists names of its text options that may be given several times
 * @param flags names of its options without a value
 * @throws CliError for an unknown or incomplete option
 */
export function readArguments(
  words: readonly string[],
  options: readonly string[],
  lists: readonly string[] = [],
  flags: readonly string[] = [],
): Arguments {
  const config: ParseArgsOptionsConfig = { ...shared };
  for (const name of options) config[name] = { type: "string" };
  for (const name of lists) config[name] = { type: "string", multiple: true };
  for (const name of flags) config[name] = { type: "boolean" };
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: config,
      allowPositionals: true,
      strict: true,
    });
    const language = values.lang ?? "en";
    if (language !== "en" && language !== "es") throw new CliError(`--lang takes en or es, not “${String(language)}”.`);
    return {
      files: positionals,
      json: values.json === true,
      help: values.help === true,
      language,
      option: (name) => {
        const value = values[name];
        return typeof value === "string" ? value : undefined;
      },
      flag: (name) => values[name] === true,
      list: (name) => {
        const value = values[name];
        return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
      },
    };
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
