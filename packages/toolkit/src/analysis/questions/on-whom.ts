import type { Finding, FindingRow, Unit } from "@evenhand/standard";
import type { CellQuery } from "../../release/cells.ts";
import { missingBounds } from "../../stats/missing/missing-bounds.ts";
import { ageBandsOverlap } from "../age-bands.ts";
import { cannotSay, countFinding, shareFinding } from "../build-finding.ts";
import { byYear, yearKey } from "../by-year.ts";
import type { CaveatId } from "../caveat.ts";
import type { CellTable } from "../cell-table.ts";
import { type QuestionContext, question } from "../question.ts";
import { showTally } from "../show.ts";
import { factQuery, factTally, unitSource } from "../sources.ts";
import { couldBeKnown, type Tally, tally } from "../tally.ts";
import { isCountable } from "../units.ts";

const attributes = [
  { element: "race", column: "race_ethnicity" },
  { element: "gender", column: "gender" },
  { element: "age", column: "age_band" },
] as const;
const units = ["people", "reports", "force"] as const;
const pairs = units.flatMap((unit) => attributes.map((attribute) => ({ unit, ...attribute })));
type CellName = `${(typeof units)[number]} ${(typeof attributes)[number]["element"]}`;

/** On whom: race, gender and age, in every unit the release can count; what the missing could change is a range. */
export const onWhom = question<CellName>({
  id: "on-whom",
  needs: ["person.race_ethnicity", "person.gender", "person.age_band"],
  cells: (scope) => {
    const asked = (unit: Unit): Unit => (isCountable(scope, unit) ? unit : "people");
    const entries = pairs.map(({ unit, element, column }): [string, CellQuery] => [
      `${unit} ${element}`,
      factQuery(unitSource(asked(unit)), "persons", column),
    ]);
    return Object.fromEntries(entries) as Record<CellName, CellQuery>;
  },
  answer: (context, cells) => [
    ...pairs.map(({ unit, element, column }) => {
      const dimension = { field: `person.${column}`, codeList: column };
      const subject = { question: "on-whom", measure: element, element, unit, dimension } as const;
      if (!isCountable(context.scope, unit)) return cannotSay(context, subject, "unit-not-countable");
      const tallied = factTally(unitSource(unit), "persons", column, cells[`${unit} ${element}`]);
      return shareFinding(context, { ...subject, caveats: attributeCaveats(unit, element, tallied) }, tallied);
    }),
    ...(isCountable(context.scope, "people") ? [yearFinding(context, cells["people race"])] : []),
  ],
});

function attributeCaveats(
  unit: Unit,
  element: (typeof attributes)[number]["element"],
  tallied: Tally,
): readonly CaveatId[] {
  const caveats: CaveatId[] = [];
  if (element === "age" && ageBandsOverlap(tallied.values.map(({ value }) => value))) caveats.push("age-bands-overlap");
  if (element === "race" && tallied.known > 0) caveats.push("race-as-recorded");
  const isOnSeveral = unit === "reports" && tallied.missing.some(({ reason }) => reason === "not_applicable");
  if (isOnSeveral) caveats.push("reports-on-several-people");
  return caveats;
}

/** Rows are year × race, with the missing of each year as rows of their own, so that every year adds up. */
function yearFinding(context: QuestionContext, table: CellTable): Finding {
  const dimension = { field: "person.race_ethnicity", codeList: "race_ethnicity" };
  const subject = { question: "on-whom", measure: "race-by-year", element: "race", unit: "people", dimension } as const;
  const all = tally(table, "race_ethnicity");
  if (all.total > 0 && all.years === undefined) return cannotSay(context, subject, "no-dates");
  const rows = byYear(table).flatMap(({ year, table: yearly }) =>
    yearRows(yearKey(year), tally(yearly, "race_ethnicity"), context.coverage),
  );
  const { shown, reason, caveats } = showTally(all, context.coverage);
  return countFinding(context, { ...subject, method: "share-of-known", caveats }, all, {
    rows,
    shown,
    ...(reason === undefined ? {} : { reason }),
  });
}

function yearRows(key: string, yearly: Tally, coverage?: number): readonly FindingRow[] {
  const hasShares = ["full", "range"].includes(showTally(yearly, coverage).shown);
  const missing = couldBeKnown(yearly);
  return [
    ...yearly.values.map(({ value, count }) => ({
      key,
      key2: value,
      count,
      ...(hasShares ? { share: count / yearly.known, range: missingBounds(count, yearly.known, missing) } : {}),
    })),
    ...yearly.missing.map(({ reason, count }) => ({ key, key2: `missing:${reason}`, count })),
  ];
}
