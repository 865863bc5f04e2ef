import type { Issue } from "@evenhand/standard";
import { InputError } from "../read/input-error.ts";
import { chooseAreas } from "./choose-areas.ts";
import type { CountLine } from "./count-line.ts";
import { isTotalWord } from "./total-word.ts";

/**
 * Lines of the areas that are added up. An area that is the sum of all others, by its word or by its numbers, is left
 * out; so are lines that name no area where others do. Both become issues.
 *
 * @throws InputError when an area is asked for that the file does not have
 */
export function linesOfAreas(
  lines: readonly CountLine[],
  file: string,
  areaContains: string | undefined,
): { readonly lines: readonly CountLine[]; readonly issues: readonly Issue[] } {
  const names = [...new Set(lines.flatMap(({ area }) => area ?? []))];
  if (names.length === 0) {
    if (areaContains === undefined) return { lines, issues: [] };
    const message = `${file} names no areas, so “${areaContains}” cannot be chosen in it. Use its whole numbers (leave --benchmark-area out), or give a file with a column of areas.`;
    throw new InputError("no-areas", file, message);
  }
  const inner = names.filter((name) => !isTotalWord(name));
  const areas = inner.length === 0 ? names : inner;
  const sums =
    inner.length > 2 && areaContains === undefined ? areas.filter((name) => isSumOfOthers(lines, name, areas)) : [];
  const usual = areas.filter((name) => !sums.includes(name)).map((name) => ({ name }));
  const picked = new Set(chooseAreas(usual, { file, areaContains }).map((index) => usual[index]?.name));
  const kept = lines.filter(({ area }) => area !== undefined && picked.has(area));
  const left = [...names.filter(isTotalWord).filter(() => inner.length > 0), ...sums];
  const nameless = lines.filter(({ area }) => area === undefined).length;
  const issues = left.map(
    (name): Issue => ({
      code: "total-left-out",
      severity: "note",
      file,
      value: name,
      count: 1,
      message: `“${name}” is the sum of the other areas and is not added to them.`,
    }),
  );
  const blank: Issue = {
    code: "area-missing",
    severity: "warning",
    file,
    count: nameless,
    message: `${nameless} counts have no area and are left out. Name their area in the file if they belong to yours.`,
  };
  return { lines: kept, issues: nameless === 0 ? issues : [...issues, blank] };
}

/** A line for the whole city among its parts, by its numbers. */
function isSumOfOthers(lines: readonly CountLine[], name: string, areas: readonly string[]): boolean {
  const sum = (isOwn: boolean): number =>
    lines
      .filter(({ area }) => area !== undefined && areas.includes(area) && (area === name) === isOwn)
      .reduce((total, { count }) => total + count, 0);
  const own = sum(true);
  return own > 0 && Math.abs(own - sum(false)) <= 1e-9 * own;
}
