import type { Issue, Place, PlaceTable } from "@evenhand/standard";
import { InputError } from "../read/input-error.ts";
import { spacedHeader } from "./column-roles.ts";
import type { PlaceColumn } from "./place-columns.ts";
import type { Sheet } from "./sheet.ts";

type GroupColumn = Extract<PlaceColumn, { holds: "group" }>;
type CovariateColumn = Extract<PlaceColumn, { holds: "covariate" }>;
type Line = {
  readonly row: number;
  readonly name: string;
  readonly population: number;
  readonly cells: readonly string[];
};

const blankWords = /^(?:na|n\/a|nan|null|none|-+|\.+)?$/iu;
const overfull = 1.02;

/** Number of a cell: `1,234`, `$18,892`, `6%` (as 6), `-3.2`; undefined for anything else. */
function readNumber(text: string): number | undefined {
  const plain = text
    .trim()
    .replace(/^\$|%$/gu, "")
    .replace(/(?<=\d),(?=\d{3}\b)/gu, "");
  return /^-?\d*\.?\d+(?:[eE][+-]?\d{1,2})?$/u.test(plain) ? Number(plain) : undefined;
}

/**
 * Turns the lines of a file of areas into places. Shares become residents (share × population), shares in percent
 * become 0–1, crime counts become rates per resident. A number that cannot be read becomes an issue: it is not known.
 *
 * @throws InputError when the groups of most areas add up to more than the population
 */
export function placesOf(
  sheet: Sheet,
  columns: readonly PlaceColumn[],
): Pick<PlaceTable, "places" | "covariates"> & { readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const lines = readRows(sheet, columns, issues);
  const groups = columns.filter((column): column is GroupColumn => column.holds === "group");
  const factor = residentsFactor(lines, groups);
  const covariates = columns
    .filter((column): column is CovariateColumn => column.holds === "covariate")
    .filter((column) => isNumeric(lines, column, sheet, issues));
  const scales = covariates.map((column) => covariateScale(lines, column));
  const over: string[] = [];
  const places = lines.map((line): Place => {
    const residents = groups.flatMap(({ index, code, column }) => {
      const value = numberAt(line, index, { sheet, column, issues });
      return value === undefined || value < 0 ? [] : [[code, factor(value, line.population)] as const];
    });
    const known = new Map<string, number>();
    for (const [code, count] of residents) known.set(code, (known.get(code) ?? 0) + count);
    const named = [...known.values()].reduce((sum, count) => sum + count, 0);
    const isOver = named > line.population * overfull + 1;
    if (isOver) over.push(line.name);
    const figures = covariates.flatMap(({ index, id, column }, at) => {
      const value = numberAt(line, index, { sheet, column, issues });
      const scaled = value === undefined ? undefined : scales[at]?.(value, line.population);
      return scaled === undefined || !Number.isFinite(scaled) ? [] : [[id, scaled] as const];
    });
    return {
      name: line.name,
      population: line.population,
      residents: isOver ? {} : Object.fromEntries(known),
      covariates: Object.fromEntries(figures),
    };
  });
  if (over.length > 0) issues.push(overfullIssue(sheet.file, over, places.length));
  return { places, covariates: covariates.map(({ id, column }) => ({ id, column })), issues: gather(issues) };
}

function readRows(sheet: Sheet, columns: readonly PlaceColumn[], issues: Issue[]): readonly Line[] {
  const at = (holds: PlaceColumn["holds"]) => columns.find((column) => column.holds === holds)?.index ?? -1;
  const [nameAt, populationAt] = [at("name"), at("population")];
  return sheet.rows.flatMap((cells, index): Line[] => {
    const name = (cells[nameAt] ?? "").trim();
    const text = (cells[populationAt] ?? "").trim();
    const population = readNumber(text);
    if (name !== "" && population !== undefined && population > 0) return [{ row: index + 1, name, population, cells }];
    if (name === "" && text === "") return [];
    const message = `Row ${index + 1} (“${name}”) has no population that can be read, so the area is left out: nothing can be told of it.`;
    issues.push({
      code: "area-without-population",
      severity: "warning",
      file: sheet.file,
      row: index + 1,
      value: text.slice(0, 200),
      count: 1,
      message,
    });
    return [];
  });
}

/** How a group's number becomes residents: counts as they are, shares of 1 or of 100 times the population. */
function residentsFactor(
  lines: readonly Line[],
  groups: readonly GroupColumn[],
): (value: number, population: number) => number {
  const sums = lines.map((line) =>
    groups.reduce((sum, { index }) => sum + (readNumber(line.cells[index] ?? "") ?? 0), 0),
  );
  const values = lines.flatMap((line) => groups.flatMap(({ index }) => readNumber(line.cells[index] ?? "") ?? []));
  if (values.every((value) => value <= 1)) return (value, population) => value * population;
  const saysPercent =
    groups.some(({ column }) => /pct|percent|%|porcentaje/iu.test(column)) ||
    lines.some(({ cells }) => groups.some(({ index }) => (cells[index] ?? "").trim().endsWith("%")));
  const hasFractions = values.some((value) => !Number.isInteger(value));
  const isWithin100 = sums.every((sum) => sum <= 100 * overfull);
  const isLarge = lines.some(({ population }) => population > 500);
  if (isWithin100 && (saysPercent || (hasFractions && isLarge)))
    return (value, population) => (value / 100) * population;
  return (value) => value;
}

function isNumeric(lines: readonly Line[], { index, column }: CovariateColumn, sheet: Sheet, issues: Issue[]): boolean {
  const texts = lines.map(({ cells }) => (cells[index] ?? "").trim()).filter((text) => !blankWords.test(text));
  const numbers = texts.filter((text) => readNumber(text) !== undefined).length;
  if (texts.length > 0 && numbers >= 0.5 * texts.length) return true;
  issues.push({
    code: "column-not-read",
    severity: "note",
    file: sheet.file,
    column,
    count: 1,
    message: `Column “${column}” holds no numbers and is not read.`,
  });
  return false;
}

/** How a figure is brought to its unit: shares to 0–1, counts of crimes to a rate per resident. */
function covariateScale(
  lines: readonly Line[],
  { index, column, form }: CovariateColumn,
): (value: number, population: number) => number {
  const values = lines.flatMap(({ cells }) => readNumber(cells[index] ?? "") ?? []);
  const plain = spacedHeader(column.replaceAll("%", " pct "));
  if (form === "share") return values.some((value) => value > 1) ? (value) => value / 100 : (value) => value;
  if (form === "rate" && !/\b(?:rate|per|tasa)\b/u.test(plain)) return (value, population) => value / population;
  return (value) => value;
}

function numberAt(
  line: Line,
  index: number,
  { sheet, column, issues }: { sheet: Sheet; column: string; issues: Issue[] },
): number | undefined {
  const text = (line.cells[index] ?? "").trim();
  const value = readNumber(text);
  if (value !== undefined) return value;
  const shown = blankWords.test(text) ? "An empty cell" : `“${text.slice(0, 60)}”`;
  const message = `${shown} in “${column}” is no number: it is not known for “${line.name}”, not zero.`;
  issues.push({
    code: "unreadable-number",
    severity: "warning",
    file: sheet.file,
    column,
    row: line.row,
    value: text.slice(0, 200),
    count: 1,
    message,
  });
  return undefined;
}

function overfullIssue(file: string, over: readonly string[], all: number): Issue {
  const [first = ""] = over;
  if (over.length > all / 2) {
    const message = `${file}: in ${over.length} of ${all} areas the groups add up to more than the population, so some people are in two of them (often Hispanic people, who can be of any race). Give groups that do not overlap, such as White and Black people who are not Hispanic.`;
    throw new InputError("groups-overlap", file, message);
  }
  const message = `In ${over.length} areas, such as “${first}”, the groups add up to more than the population; the groups of these areas are not used. Correct the file.`;
  return { code: "groups-above-population", severity: "warning", file, value: first, count: over.length, message };
}

const gather = (issues: readonly Issue[]): readonly Issue[] =>
  [...Map.groupBy(issues, ({ code, column, value }) => JSON.stringify([code, column, value])).values()].flatMap(
    ([first, ...rest]) =>
      first === undefined ? [] : [{ ...first, count: first.count + rest.reduce((sum, { count }) => sum + count, 0) }],
  );
