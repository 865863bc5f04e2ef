import type { BenchmarkKind, Issue, Years } from "@evenhand/standard";
import { InputError } from "../read/input-error.ts";
import { linesOfAreas } from "./areas-of-lines.ts";
import { cellsOf } from "./cells-of-lines.ts";
import { kindOfWords, readKind } from "./column-roles.ts";
import type { CountLine } from "./count-line.ts";
import type { Counted, CountedOptions } from "./counted.ts";
import { readLines } from "./read-lines.ts";
import { repeatedAreas } from "./repeated-areas.ts";
import { type GroupedLine, resolveGroups } from "./resolve-groups.ts";
import type { Sheet } from "./sheet.ts";
import { isTotalWord } from "./total-word.ts";

/**
 * Counts by group out of a plain table, one line or one column for each group.
 *
 * @param comments what lines beginning with `#` say: `kind`, `source`, `years`
 * @returns undefined when the table is no such table
 * @throws InputError when its numbers cannot be added up
 */
export function plainCounts(
  sheet: Sheet,
  comments: ReadonlyMap<string, string>,
  options: CountedOptions,
): Counted | undefined {
  const { file } = sheet;
  const said = commentKind(comments, file);
  const read = readLines(sheet, options.kind ?? said);
  if (read === undefined) return undefined;
  const kind = options.kind ?? said ?? read.kind ?? kindOfWords(file.replace(/\.[a-z.]+$/iu, "")) ?? "unstated";
  const chosen = linesOfAreas(read.lines, file, options.areaContains);
  const subtotals = withoutSubtotals(chosen.lines);
  const resolved = resolveGroups(subtotals.lines, { file, kind });
  if (kind === "population" || kind === "unstated") refuseRepeated(resolved.lines, file);
  const averaged = acrossYears(resolved.lines, { file, kind });
  const { cells, issues: unread } = cellsOf(averaged.lines, file);
  const areas = new Set(averaged.lines.flatMap(({ area }) => area ?? [])).size;
  const years = commentYears(comments) ?? averaged.years;
  const people = Math.round(averaged.lines.reduce((sum, { count }) => sum + count, 0)).toLocaleString("en-US");
  const publisher = [comments.get("source") ?? comments.get("fuente") ?? read.sources.slice(0, 2).join("; ")].filter(
    Boolean,
  );
  const size = `${areas > 1 ? `${areas.toLocaleString("en-US")} areas, ` : ""}${people} in all`;
  return {
    kind,
    source: `${file}: ${[...publisher, size].join("; ")}`,
    years,
    cells,
    areas: areas === 0 ? undefined : areas,
    caveats: [...(areas > 1 ? ["benchmark-areas-added"] : []), ...resolved.caveats],
    issues: [
      ...read.issues,
      ...chosen.issues,
      ...subtotals.issues(file),
      ...resolved.issues,
      ...averaged.issues,
      ...unread,
    ],
  };
}

function commentKind(comments: ReadonlyMap<string, string>, file: string): BenchmarkKind | undefined {
  const text = comments.get("kind") ?? comments.get("tipo");
  if (text === undefined) return undefined;
  const kind = readKind(text);
  if (kind !== undefined) return kind;
  const message = `${file} says “# kind: ${text}”. It can be residents, stops, arrests, calls or contacts.`;
  throw new InputError("unknown-kind", file, message);
}

function commentYears(comments: ReadonlyMap<string, string>): Years | undefined {
  const text = comments.get("years") ?? comments.get("year") ?? comments.get("años") ?? "";
  const found = [...text.matchAll(/(?:19|20)\d{2}/gu)].map(([year]) => Number(year));
  return found.length === 0 ? undefined : { from: Math.min(...found), to: Math.max(...found) };
}

/** Lines for both sexes or all ages are left out where the file has the parts. */
function withoutSubtotals(all: readonly CountLine[]) {
  let lines = all;
  let left = 0;
  for (const dimension of ["gender", "ageBand"] as const) {
    const hasParts = lines.some((line) => line[dimension] !== undefined && !isTotalWord(line[dimension]));
    const kept = hasParts ? lines.filter((line) => !isTotalWord(line[dimension])) : lines;
    left += lines.length - kept.length;
    lines = kept;
  }
  const issues = (file: string): readonly Issue[] =>
    left === 0
      ? []
      : [
          {
            code: "total-left-out",
            severity: "note",
            file,
            count: left,
            message: `${left} lines for both sexes or all ages are the sums of other lines and are not added to them.`,
          },
        ];
  return { lines, issues };
}

function refuseRepeated(lines: readonly GroupedLine[], file: string): void {
  const groups = [...new Set(lines.map(({ code }) => code))];
  const areas = Map.groupBy(
    lines.filter(({ area }) => area !== undefined),
    ({ area }) => area ?? "",
  );
  const counted = [...areas].map(([name, own]) => ({
    name,
    counts: groups.map((group) => own.filter(({ code }) => code === group).reduce((sum, { count }) => sum + count, 0)),
  }));
  const problem = repeatedAreas(counted);
  if (problem !== undefined) throw new InputError("repeated-areas", file, `${file}: ${problem}`);
}

/** Residents counted in several years are the same people: their mean counts. Events of several years add up. */
function acrossYears(
  lines: readonly GroupedLine[],
  { file, kind }: { file: string; kind: BenchmarkKind },
): { readonly lines: readonly GroupedLine[]; readonly years: Years | undefined; readonly issues: readonly Issue[] } {
  const years = [...new Set(lines.flatMap(({ year }) => year ?? []))];
  const period: Years | undefined =
    years.length === 0 ? undefined : { from: Math.min(...years), to: Math.max(...years) };
  if (kind !== "population" || years.length < 2) return { lines, years: period, issues: [] };
  const perYear = years.map((year) => lines.filter((line) => line.year === year).length);
  if (new Set(perYear).size > 1) {
    const message = `${file} has residents of ${years.length} years, and not the same groups and areas in each. Give a file of one year: residents of several years are the same people.`;
    throw new InputError("years-differ", file, message);
  }
  const message = `The file has residents of ${years.length} years (${period?.from}–${period?.to}); their mean is used, since they are the same people.`;
  const mean = lines.map((line) => ({
    ...line,
    count: line.count / years.length,
    ...(line.standardError === undefined ? {} : { standardError: line.standardError / years.length }),
  }));
  return {
    lines: mean,
    years: period,
    issues: [{ code: "years-averaged", severity: "note", file, count: 1, message }],
  };
}
