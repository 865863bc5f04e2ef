import type { Finding, FindingRow, Scope } from "@evenhand/standard";
import type { CellQuery } from "../../release/cells.ts";
import { cannotSay, countFinding, shareFinding } from "../build-finding.ts";
import type { CaveatId } from "../caveat.ts";
import type { CellTable } from "../cell-table.ts";
import { type QuestionContext, question } from "../question.ts";
import { factQuery, factTally, personSource, unitSource } from "../sources.ts";
import { missingIn, type Tally, tally } from "../tally.ts";
import { isCountable } from "../units.ts";

const resistance = { element: "resistance" } as const;
const type = {
  ...resistance,
  column: "resistance_type",
  field: "resistance.resistance_type",
  codeList: "resistance_type",
} as const;
const facts = {
  present: {
    ...resistance,
    measure: "resistance-present",
    column: "resistance_present",
    field: "person.resistance_present",
    codeList: "yes_no",
    lead: "yes",
  },
  type: { ...type, measure: "resistance-type", lead: undefined },
  deescalation: {
    element: "deescalation",
    measure: "deescalation-used",
    column: "deescalation_used",
    field: "person.deescalation_used",
    codeList: "yes_no",
    lead: "yes",
  },
} as const;
type Name = keyof typeof facts;

/** Whether the person resisted and how, and whether officers tried to de-escalate. */
export const resistanceAndDeescalation = question({
  id: "resistance-and-deescalation",
  needs: ["person.resistance_present", "resistance.resistance_type", "person.deescalation_used"],
  cells: (scope) => ({
    present: cellsOf(scope, "present"),
    type: cellsOf(scope, "type"),
    deescalation: cellsOf(scope, "deescalation"),
    every: { from: "resistance", by: ["resistance_type"], distinct: "incident_id" },
    incidents: { from: "incidents", by: ["occurred_year"] },
  }),
  answer: (context, cells) => {
    const hasSeveral = cells.every.cells.length > 0;
    return [
      factFinding(context, "present", cells.present, []),
      factFinding(context, "type", cells.type, hasSeveral ? ["first-of-several"] : []),
      ...(hasSeveral ? [everyType(context, cells.every, cells.incidents)] : []),
      factFinding(context, "deescalation", cells.deescalation, []),
    ];
  },
});

function cellsOf(scope: Scope, name: Name): CellQuery {
  return factQuery(personSource(scope) ?? unitSource("people"), "persons", facts[name].column);
}

function factFinding(context: QuestionContext, name: Name, table: CellTable, extra: readonly CaveatId[]): Finding {
  const { measure, element, column, field, codeList, lead } = facts[name];
  const subject = {
    question: "resistance-and-deescalation",
    measure,
    element,
    dimension: { field, codeList },
  } as const;
  const source = personSource(context.scope);
  if (source === undefined) return cannotSay(context, { ...subject, unit: "people" }, "unit-not-countable");
  const caveats: CaveatId[] = source.unit === "people" ? [...extra] : [...extra, "people-not-countable"];
  return shareFinding(
    context,
    { ...subject, unit: source.unit, caveats },
    factTally(source, "persons", column, table),
    lead,
  );
}

/** Incidents in which a kind of resistance was recorded at all, whoever's; one incident can be in several rows. */
function everyType(context: QuestionContext, table: CellTable, incidents: CellTable): Finding {
  const { element, field, codeList } = type;
  const subject = { question: "resistance-and-deescalation", measure: "any-resistance-type", element } as const;
  const full = {
    ...subject,
    unit: "incidents",
    dimension: { field, codeList },
    method: "count-at-least-once",
  } as const;
  if (!isCountable(context.scope, "incidents")) return cannotSay(context, full, "unit-not-countable");
  const given = tally(table, "resistance_type");
  const values = { incidentsWithAMissingValue: missingIn(given) };
  const rows = given.values.map(({ value, count }): FindingRow => ({ key: value, count }));
  const dated = tally(incidents, "occurred_year");
  const whole: Tally = { ...dated, values: [], known: dated.total, missing: [] };
  const lead = rows[0];
  return countFinding(context, { ...full, values, caveats: ["rows-overlap"] }, whole, {
    rows,
    shown: "counts",
    ...(lead?.count === undefined ? {} : { lead: lead.key, numerator: lead.count }),
  });
}
