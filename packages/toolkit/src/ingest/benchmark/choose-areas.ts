import { InputError } from "../read/input-error.ts";

/** An area of a file, as its rows name it. */
export type NamedArea = { readonly name: string; readonly id?: string | undefined };

/**
 * Chooses the areas of a file that are added up: those whose name holds a text (or one of several, parted by `;`), or
 * all. Areas of several levels
 * (a county and its tracts) would count people twice, and areas of several states are no city: both are refused.
 *
 * @returns indices of the chosen areas
 * @throws InputError when no area has the text, or those chosen cannot be added up
 */
export function chooseAreas(
  areas: readonly NamedArea[],
  options: { readonly file: string; readonly areaContains: string | undefined },
): readonly number[] {
  const { file, areaContains } = options;
  const wanted = areaContains?.split(";").flatMap((text) => text.trim().toLowerCase() || []);
  const has = (name: string, text: string): boolean => name.toLowerCase().includes(text);
  const chosen = areas.flatMap(({ name }, index) =>
    wanted === undefined || wanted.some((text) => has(name, text)) ? [index] : [],
  );
  const absent = wanted?.find((text) => !areas.some(({ name }) => has(name, text)));
  if (chosen.length > 0 && absent !== undefined) {
    const message = `${file} has no area with “${absent}” in its name, though it has the others asked for. Its areas are: ${someNames(areas)}. Correct that part of --benchmark-area.`;
    throw new InputError("no-such-area", file, message);
  }
  if (chosen.length === 0) {
    const message = `${file} has no area with “${areaContains}” in its name. Its areas are: ${someNames(areas)}. Choose a part of one of these names with --benchmark-area.`;
    throw new InputError("no-such-area", file, message);
  }
  const picked = chosen.flatMap((index) => areas[index] ?? []);
  const levels = Map.groupBy(picked, levelOf);
  if (levels.size > 1) {
    const examples = [...levels.values()].map(([first]) => `“${first?.name}”`).join(", ");
    const message = `${file} holds areas of several sizes, one inside the other, such as ${examples}: adding them up would count people twice. Choose one with --benchmark-area TEXT (a part of its name), or give a file with one level only.`;
    throw new InputError("areas-of-several-levels", file, message);
  }
  const states = new Set(picked.flatMap(({ name }) => stateOf(name) ?? []));
  if (states.size > 1) {
    const message = `${file} has ${picked.length.toLocaleString("en-US")} areas${wanted === undefined ? "" : ` with “${areaContains}” in their name`}, in ${states.size} states. Choose those of your city or county with --benchmark-area TEXT, such as --benchmark-area "${picked[0]?.name}".`;
    throw new InputError("areas-of-several-states", file, message);
  }
  return chosen;
}

/** Some names of areas, for a message. */
export function someNames(areas: readonly NamedArea[]): string {
  const names = [...new Set(areas.map(({ name }) => `“${name}”`))];
  return names.length > 4
    ? `${names.slice(0, 4).join(", ")} … (${names.length.toLocaleString("en-US")} in all)`
    : names.join(", ");
}

/** Summary level of the Census Bureau: from the identifier, else from how the name is made. */
function levelOf({ name, id }: NamedArea): string {
  const level = /^(\d{3})[0-9A-Z]{2,6}US/u.exec(id ?? "")?.[1];
  if (level !== undefined) return level;
  if (/^block group /iu.test(name)) return "150";
  if (/^census tract /iu.test(name)) return "140";
  if (/^united states$/iu.test(name)) return "010";
  const [head = ""] = name.split(/[,;]/u);
  if (/ (?:county|parish|borough|census area)$/iu.test(head) && /[,;]/u.test(name)) return "050";
  if (/ (?:city|town|village|cdp|municipality)$/iu.test(head) && /[,;]/u.test(name)) return "160";
  return "";
}

/** `Hennepin County, Minnesota` → `Minnesota`; undefined for names that are not made that way. */
const stateOf = (name: string): string | undefined =>
  / (?:county|parish|borough|area|city|town|village|cdp)[,;]/iu.test(name)
    ? /[,;]\s*([\p{L} .]+)$/u.exec(name)?.[1]?.trim()
    : undefined;

/** What areas have in common after their first part: `Hennepin County, Minnesota` of its tracts. */
export function wholeOf(names: readonly string[]): string | undefined {
  const wholes = new Set(names.map((name) => /^[^,;]+[,;]\s*(.+)$/u.exec(name)?.[1]?.replace(/;\s*/gu, ", ")));
  const [only] = wholes;
  return wholes.size === 1 ? only : undefined;
}
