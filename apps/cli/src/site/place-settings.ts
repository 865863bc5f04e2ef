import { readdir, readFile, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Arguments, Language } from "../arguments.ts";
import { CliError } from "../cli-error.ts";
import { comparisonLists, comparisonOptions } from "../comparison-input.ts";
import type { Say } from "../words/words.ts";
import { type NamedVersions, readVersionNames, versionFiles } from "./named-versions.ts";

/** Name of the file in a place's folder that says what stands beside its releases. */
export const placeFile = "place.json";

/**
 * A site has pages that count from the release itself, and sends its tables: small counts that were blanked in the findings
 * could be had there. So the option that blanks them is refused.
 */
const refused: readonly string[] = ["suppress-below"];

const optionNames = [
  ...comparisonOptions.filter((name) => !refused.includes(name)),
  "areas",
  "footprint",
  "responders",
  "rubric",
  "form",
  "review",
  "register",
] as const;
const listNames = [...comparisonLists, "events", "policy"] as const;
const pathOptions: readonly string[] = ["covariates", "areas", "footprint", "responders", "form", "review", "register"];
/** Options that ask something of the policy, and say nothing without one. */
const policyOptions: readonly string[] = ["rubric", "form", "review"];

/**
 * What stands beside a place's releases: the options of `report` and `audit` by their names, the register of its policies
 * and earlier versions of them, with paths from the place's folder.
 */
export type PlaceSettings = {
  readonly options: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** Pairs of versions of its policies, earliest first. */
  readonly versions: readonly NamedVersions[];
  readonly isFictional: boolean;
};

/**
 * Reads `place.json` of a place's folder; without the file nothing stands beside its releases. A folder named in a list
 * stands for the files in it.
 *
 * @throws CliError when it is no JSON or holds a name or value that is not known
 */
export async function readPlaceSettings(folder: string, say: Say): Promise<PlaceSettings> {
  const path = join(folder, placeFile);
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) return { options: {}, lists: {}, versions: [], isFictional: false };
  const wrong = (name: string): never => {
    const names = [...optionNames, ...listNames, "versions"].join(", ");
    throw new CliError(say("wrong-place-file", { path, name, names }));
  };
  const given = parseObject(text) ?? wrong("{}");
  const options: Record<string, string> = {};
  const lists: Record<string, readonly string[]> = {};
  for (const [name, value] of Object.entries(given)) {
    if (name === "fictional" || name === "versions") continue;
    if (isIn(listNames, name)) {
      const values = typeof value === "string" ? [value] : value;
      if (!isTexts(values)) return wrong(name);
      lists[name] = (await Promise.all(values.map((one) => filesOf(folder, one, name)))).flat();
    } else if (isIn(optionNames, name) && (typeof value === "string" || typeof value === "number"))
      options[name] = pathOptions.includes(name) ? resolve(folder, String(value)) : String(value);
    else wrong(name);
  }
  const versions = await readVersionNames(given.versions, (one) => filesOf(folder, one, "versions"));
  if (versions === undefined) return wrong("versions");
  const needy = [...policyOptions.filter((name) => name in options), ...(versions.length > 0 ? ["versions"] : [])];
  if (lists.policy === undefined && needy[0] !== undefined)
    throw new CliError(say("place-without-policy", { path, name: needy[0] }));
  return { options, lists, versions, isFictional: given.fictional === true };
}

/** The settings as if they had been given to `report`, so that a site and a report read the same input. */
export function placeArguments({ options, lists }: PlaceSettings, language: Language): Arguments {
  return {
    files: lists.policy ?? [],
    json: false,
    help: false,
    language,
    option: (name) => options[name],
    flag: () => false,
    list: (name) => lists[name] ?? [],
  };
}

/** Every file that the settings name, without a benchmark's kind. */
export const namedFiles = ({ options, lists, versions }: PlaceSettings): readonly string[] => [
  ...pathOptions.flatMap((name) => options[name] ?? []),
  ...Object.entries(lists).flatMap(([name, paths]) =>
    name === "benchmark" ? paths.map((path) => path.slice(path.indexOf("=") + 1)) : paths,
  ),
  ...versions.flatMap(versionFiles),
];

/** A path from the place's folder, with the kind before it kept for a benchmark; a folder gives its files by name. */
async function filesOf(folder: string, text: string, list: string): Promise<readonly string[]> {
  const at = list === "benchmark" ? text.indexOf("=") : -1;
  const path = resolve(folder, text.slice(at + 1));
  if (at >= 0) return [`${text.slice(0, at + 1)}${path}`];
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return [path];
  const names = await readdir(path);
  return names
    .filter((name) => !name.startsWith("."))
    .toSorted()
    .map((name) => join(path, name));
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}

const isIn = (names: readonly string[], name: string): boolean => names.includes(name);
const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === "string");
