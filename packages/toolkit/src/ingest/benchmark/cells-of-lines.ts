import type { BenchmarkCell, Issue } from "@evenhand/standard";
import { ageBandOf } from "../mapping/age-band.ts";
import { findField } from "../mapping/field-catalogue.ts";
import { normaliseValue } from "../mapping/normalise-value.ts";
import { meaningOf } from "../mapping/value-words.ts";
import type { GroupedLine } from "./resolve-groups.ts";
import words from "./words.json" with { type: "json" };

/**
 * Cells by group, sex, age band and area; counts of one cell are added up. A word for sex or age that is not understood
 * becomes an issue: the count stays in its group, without sex or age.
 */
export function cellsOf(
  lines: readonly GroupedLine[],
  file: string,
): { readonly cells: readonly BenchmarkCell[]; readonly issues: readonly Issue[] } {
  const unread = new Map<string, number>();
  const note = (text: string): undefined => {
    unread.set(text, (unread.get(text) ?? 0) + 1);
    return undefined;
  };
  const keyed = lines.map((line) => {
    const gender = line.gender === undefined ? undefined : (genderCode(line.gender) ?? note(line.gender));
    const ageBand = line.ageBand === undefined ? undefined : (ageBandCode(line.ageBand) ?? note(line.ageBand));
    const cell = {
      group: line.code,
      ...(gender === undefined ? {} : { gender }),
      ...(ageBand === undefined ? {} : { ageBand }),
      ...(line.area === undefined ? {} : { area: line.area }),
    };
    return { line, cell };
  });
  const cells = [...Map.groupBy(keyed, ({ cell }) => JSON.stringify(cell)).values()].flatMap((list) => {
    const [first] = list;
    return first === undefined ? [] : [{ ...first.cell, ...sumOf(list.map(({ line }) => line)) }];
  });
  return { cells, issues: [...unread].map(([value, count]) => unreadIssue(file, value, count)) };
}

function sumOf(lines: readonly GroupedLine[]): Pick<BenchmarkCell, "count" | "standardError"> {
  const count = lines.reduce((sum, line) => sum + line.count, 0);
  const errors = lines.map(({ standardError }) => standardError);
  if (errors.includes(undefined)) return { count };
  return { count, standardError: Math.sqrt(errors.reduce<number>((sum, error = 0) => sum + error ** 2, 0)) };
}

const genderField = findField("person.gender");
const genderByWord = new Map(
  Object.entries(words.genders).flatMap(([code, list]) => list.map((word) => [word, code] as const)),
);

function genderCode(text: string): string | undefined {
  const word = normaliseValue(text);
  const target = genderByWord.get(word) ?? (genderField && meaningOf(genderField, word)?.target);
  return typeof target === "string" && !/^[?!]/u.test(target) ? target : undefined;
}

const ageBandCode = (text: string): string | undefined =>
  ageBandOf(normaliseValue(text).replace(/ (?:years?|años)(?: old| of age)?/u, ""));

const unreadIssue = (file: string, value: string, count: number): Issue => ({
  code: "sex-or-age-not-read",
  severity: "warning",
  file,
  value: value.slice(0, 200),
  count,
  message: `“${value}” is no sex or age band that is known; these counts stay in their group, and age and sex are not allowed for with them.`,
});
