import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { RegisterSources } from "@evenhand/toolkit/policy/register/make-register";
import type { PolicyRegister } from "@evenhand/toolkit/policy/register/policy-register";
import { validateRegister } from "@evenhand/toolkit/policy/register/validate-register";
import type { Arguments } from "./arguments.ts";
import { CliError } from "./cli-error.ts";
import type { Say } from "./words/words.ts";

type Titles = NonNullable<RegisterSources["listedTitles"]>;
type Withheld = NonNullable<RegisterSources["withheld"]>;

/** Titles of `--listed`: one a line, or JSON. */
export async function readListed(given: Arguments, say: Say): Promise<Titles> {
  const path = given.option("listed");
  if (path === undefined) return [];
  const entries = await readEntries(path, say);
  return entries.map((entry, index) => ({
    title: text(entry.title) ?? entryFault(path, index, say, "title"),
    document: text(entry.document) ?? basename(path),
  }));
}

/** Policies of `--withheld`: `title | words of the department` a line, or JSON. */
export async function readWithheld(given: Arguments, say: Say): Promise<Withheld> {
  const path = given.option("withheld");
  if (path === undefined) return [];
  const entries = await readEntries(path, say);
  return entries.map((entry, index) => ({
    title: text(entry.title) ?? entryFault(path, index, say, "title"),
    words: text(entry.words) ?? entryFault(path, index, say, "title | words"),
  }));
}

/**
 * The register of `--register`, as `register --json` wrote it or alone.
 * @throws CliError where it is no register, with everything that is wrong in it
 */
export async function readRegister({ option, language }: Arguments, say: Say): Promise<PolicyRegister | undefined> {
  const path = option("register");
  if (path === undefined) return undefined;
  const value = parsed(await readFile(path, "utf8"), () => say("register-not-json", { path }));
  const { register, issues } = validateRegister(isRecord(value) && isRecord(value.register) ? value.register : value, {
    language,
  });
  if (register === undefined) throw new CliError(issues.map(({ message }) => `${path}: ${message}`).join("\n"));
  return register;
}

async function readEntries(path: string, say: Say): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const content = await readFile(path, "utf8");
  if (!/^\s*[[{]/.test(content))
    return content
      .split(/\r?\n/)
      .filter((line) => line.trim() !== "")
      .map((line) => {
        const [title = "", ...words] = line.split("|");
        return { title, words: words.join("|") };
      });
  const fault = (why: string) => say("register-bad-list", { path, why });
  const value = parsed(content, () => fault("JSON"));
  if (!Array.isArray(value) || !value.every(isRecord)) throw new CliError(fault("[{…}]"));
  return value;
}

function parsed(content: string, message: () => string): unknown {
  try {
    return JSON.parse(content);
  } catch (cause) {
    throw new CliError(message(), { cause });
  }
}

function entryFault(path: string, index: number, say: Say, parts: string): never {
  throw new CliError(say("register-bad-list", { path, why: say("register-bad-entry", { place: index + 1, parts }) }));
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const text = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
