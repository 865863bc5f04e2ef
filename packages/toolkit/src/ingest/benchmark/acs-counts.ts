import type { BenchmarkCell, Issue } from "@evenhand/standard";
import { InputError } from "../read/input-error.ts";
import type { AcsTable, AcsVariable } from "./acs-table.ts";
import tables from "./acs-tables.json" with { type: "json" };
import { acsYears } from "./acs-years.ts";
import { addEstimates, type SurveyEstimate } from "./add-estimates.ts";
import { chooseAreas, wholeOf } from "./choose-areas.ts";
import type { Counted, CountedOptions } from "./counted.ts";
import { readGroupWord } from "./group-word.ts";
import { readCount, readMargin } from "./read-count.ts";
import { repeatedAreas } from "./repeated-areas.ts";

type Chosen = Pick<BenchmarkCell, "group" | "gender" | "ageBand"> & { readonly variable: AcsVariable };

const ageBands = tables.ageBands as Readonly<Record<string, string>>;
const raceByTable = tables.raceByTable as Readonly<Record<string, string>>;
const genders: Readonly<Record<string, string>> = { male: "man", female: "woman" };

/**
 * Counts of residents by group out of a table of the American Community Survey. Hispanic people of any race and the
 * groups that are not Hispanic are taken where the table has them, since they do not overlap (B03002, DP05); else races
 * alone, which include Hispanic people (B02001). B01001A–I give one group each by sex and age.
 *
 * @throws InputError for a table without groups
 */
export function acsCounts(table: AcsTable, file: string, options: CountedOptions): Counted {
  const { chosen, caveats, part } = chooseVariables(table, file);
  const picked = chooseAreas(table.areas, { file, areaContains: options.areaContains });
  const names = picked.map((index) => table.areas[index]?.name ?? "");
  const unread: Issue[] = [];
  const values = chosen.map(({ variable }) =>
    picked.flatMap((index) => {
      const estimate = readEstimate(variable, index);
      if (estimate === undefined)
        unread.push(unreadable(file, variable, { text: variable.estimates[index] ?? "", row: index + 1 }));
      return estimate ?? [];
    }),
  );
  const repeated = repeatedAreas(
    picked.map((index) => ({
      name: table.areas[index]?.name ?? "",
      counts: chosen.map(({ variable }) => readCount(variable.estimates[index] ?? "") ?? 0),
    })),
  );
  if (repeated !== undefined) throw new InputError("repeated-areas", file, `${file}: ${repeated}`);
  const cells = addCells(chosen, values, names.length === 1 ? names[0] : undefined);
  const isSeveral = names.length > 1;
  return {
    kind: "population",
    source: sourceOf(table, file, names, cells),
    years: acsYears(file),
    cells,
    areas: names.length,
    caveats: [...caveats, ...(isSeveral ? ["benchmark-areas-added"] : [])],
    issues: [...gather(unread), ...checkTotal(table, file, picked, cells, part)],
    ...(part === undefined ? {} : { partOf: { table: part, areas: names.join("\n") } }),
  };
}

function chooseVariables(
  table: AcsTable,
  file: string,
): { readonly chosen: readonly Chosen[]; readonly caveats: readonly string[]; readonly part?: string } {
  const race = raceByTable[table.code ?? ""];
  if (table.code !== undefined && race !== undefined) {
    const group = codeOf(race);
    const chosen = table.variables.flatMap((variable): Chosen[] => {
      const [gender, ageBand] = [genders[variable.path.at(-2) ?? ""], ageBands[variable.path.at(-1) ?? ""]];
      return group === undefined || gender === undefined || ageBand === undefined
        ? []
        : [{ group, gender, ageBand, variable }];
    });
    if (chosen.length > 0) return { chosen, caveats: [], part: table.code };
  }
  const origin = firstOfEach(table.variables.flatMap(byOrigin));
  if (origin.length > 1) return { chosen: origin, caveats: [] };
  const alone = firstOfEach(table.variables.flatMap(byRaceAlone));
  if (alone.length > 1) return { chosen: alone, caveats: ["benchmark-hispanic-in-groups"] };
  throw new InputError(
    "no-groups",
    file,
    `${file} is a census table${table.code === undefined ? "" : ` (${table.code})`} without residents by race and ethnicity. Give table B03002 or DP05, or B01001A to B01001I together, from data.census.gov.`,
  );
}

const codeOf = (text: string): string | undefined => {
  const word = readGroupWord(text);
  return word?.means === "group" ? word.code : undefined;
};

/** Hispanic people of any race, and the groups right under "not Hispanic or Latino". */
function byOrigin(variable: AcsVariable): Chosen[] {
  const { path } = variable;
  const last = path.at(-1) ?? "";
  const isHispanic = /^hispanic or latino(?: \(of any race\))?$/u.test(last);
  const isUnderOther = path.at(-2) === "not hispanic or latino";
  const group = isHispanic ? "hispanic_latino" : isUnderOther ? codeOf(last) : undefined;
  return group === undefined ? [] : [{ group, variable }];
}

/** Races alone under a total, and two or more. */
function byRaceAlone(variable: AcsVariable): Chosen[] {
  const [parent, last = ""] = variable.path.slice(-2);
  const isOfTotal = parent === "total" || parent === "one race" || parent === "total population";
  const isRace = last.endsWith(" alone") || last === "two or more races" || parent === "one race";
  const group = isOfTotal && isRace ? codeOf(last) : undefined;
  return group === undefined ? [] : [{ group, variable }];
}

const firstOfEach = (chosen: readonly Chosen[]): readonly Chosen[] =>
  [...Map.groupBy(chosen, ({ group }) => group).values()].flatMap(([first]) => first ?? []);

function readEstimate(variable: AcsVariable, index: number): SurveyEstimate | undefined {
  const estimate = readCount(variable.estimates[index] ?? "");
  return estimate === undefined ? undefined : { estimate, margin: readMargin(variable.margins[index] ?? "") };
}

function addCells(
  chosen: readonly Chosen[],
  values: readonly (readonly SurveyEstimate[])[],
  area: string | undefined,
): readonly BenchmarkCell[] {
  const groups = Map.groupBy(
    chosen.map((one, index) => ({ ...one, values: values[index] ?? [] })),
    ({ group, gender, ageBand }) => JSON.stringify([group, gender, ageBand]),
  );
  return [...groups.values()].flatMap((list) => {
    const [first] = list;
    if (first === undefined) return [];
    const { variable: _, values: __, ...cell } = first;
    return [{ ...cell, ...(area === undefined ? {} : { area }), ...addEstimates(list.flatMap((one) => one.values)) }];
  });
}

function sourceOf(table: AcsTable, file: string, names: readonly string[], cells: readonly BenchmarkCell[]): string {
  const residents = Math.round(cells.reduce((sum, { count }) => sum + count, 0)).toLocaleString("en-US");
  const whole = wholeOf(names);
  const places =
    names.length === 1
      ? names[0]
      : `${names.length.toLocaleString("en-US")} areas${whole === undefined ? "" : ` in ${whole}`}`;
  const name = `U.S. Census Bureau, American Community Survey${table.code === undefined ? "" : `, table ${table.code}`}`;
  return `${file}: ${name}; ${places}, ${residents} residents`;
}

const unreadable = (file: string, variable: AcsVariable, { text, row }: { text: string; row: number }): Issue => ({
  code: "unreadable-count",
  severity: "warning",
  file,
  column: variable.path.join(" – "),
  row,
  value: text.slice(0, 200),
  count: 1,
  message: `“${text.slice(0, 60)}” is no estimate that can be counted; the area is left out for “${variable.path.at(-1)}”.`,
});

/** One issue for each column and text. */
function gather(issues: readonly Issue[]): readonly Issue[] {
  const groups = Map.groupBy(issues, ({ column, value }) => JSON.stringify([column, value]));
  return [...groups.values()].flatMap(([first, ...rest]) =>
    first === undefined ? [] : [{ ...first, count: rest.length + 1 }],
  );
}

/** The groups must add up to the table's own total. */
function checkTotal(
  table: AcsTable,
  file: string,
  picked: readonly number[],
  cells: readonly BenchmarkCell[],
  part: string | undefined,
): readonly Issue[] {
  const total = table.variables.find(({ path }) => /^total(?: population)?$/u.test(path.at(-1) ?? ""));
  if (total === undefined) return [];
  const published = picked.reduce((sum, index) => sum + (readCount(total.estimates[index] ?? "") ?? 0), 0);
  const added = cells.reduce((sum, { count }) => sum + count, 0);
  if (Math.abs(added - published) <= Math.max(1, 0.001 * published)) return [];
  const what = part === undefined ? "The groups" : "The sexes and ages";
  const message = `${what} add up to ${added.toLocaleString("en-US")}, the table's total is ${published.toLocaleString("en-US")}. Check that the download is complete.`;
  return [{ code: "groups-do-not-add-up", severity: "warning", file, count: 1, message }];
}
