import type { ElementId, Finding, Scope, Years } from "@evenhand/standard";
import type { CellQuery } from "../../release/cells.ts";
import { cannotSay } from "../build-finding.ts";
import { type CellTable, keyReader, totalCount, yearsOf } from "../cell-table.ts";
import { outcomeCells } from "../compare/outcome-table.ts";
import { treatmentFinding } from "../compare/treatment-finding.ts";
import { type QuestionContext, question } from "../question.ts";
import { isCountable } from "../units.ts";
import measures from "./treatment-measures.json" with { type: "json" };

const situation = ["resistance_type", "incidents.contact_reason"] as const;
const marks = Object.keys(measures.force);
const forceFields = ["force_application.force_type"];

/** How people were treated once force was used: kinds of force, injury, hospital, arrest, de-escalation, by group. */
export const treatment = question<"force" | "outcomes" | "years">({
  id: "treatment",
  needs: [
    "person.race_ethnicity",
    "force_application.force_type",
    "injury.injury_severity",
    "outcome.hospitalised",
    "outcome.arrested",
    "person.deescalation_used",
    "resistance.resistance_type",
    "incident.contact_reason",
  ],
  cells: (scope) => ({
    force: markQuery(),
    outcomes: outcomeQuery(scope),
    years: { from: "persons", by: ["occurred_year"] },
  }),
  answer: (context, cells) => {
    if (!isCountable(context.scope, "people")) {
      const subject = { question: "treatment", measure: "firearm-pointed", unit: "people" } as const;
      return [cannotSay(context, subject, "unit-not-countable")];
    }
    const years = yearsOf(cells.years);
    return [
      ...marks.map((measure) =>
        answerMeasure(context, cells.force, { years, measure, column: `mark.${measure}`, yes: 1, fields: forceFields }),
      ),
      ...measures.outcomes.map(({ measure, column, element, fields }) =>
        answerMeasure(context, cells.outcomes, {
          years,
          measure,
          column,
          yes: "yes",
          element: element as ElementId,
          fields,
        }),
      ),
    ];
  },
});

function markQuery(): CellQuery {
  return {
    from: "persons",
    by: ["race_ethnicity", ...situation, ...marks.map((name) => `mark.${name}`)],
    marks: measures.force,
  };
}

function outcomeQuery(_scope: Scope): CellQuery {
  return { from: "persons", by: ["race_ethnicity", ...situation, ...measures.outcomes.map(({ column }) => column)] };
}

type Asked = {
  readonly years: Years | undefined;
  readonly measure: string;
  readonly column: string;
  readonly yes: string | number;
  readonly fields: readonly string[];
  readonly element?: ElementId;
};

function answerMeasure(context: QuestionContext, table: CellTable, asked: Asked): Finding {
  const strata = situation.filter((column) => isFilled(table, column));
  const cells = outcomeCells(table, { group: "race_ethnicity", outcome: asked.column, yes: asked.yes, strata });
  const about = {
    measure: asked.measure.replaceAll("_", "-"),
    fields: asked.fields,
    strata,
    caveats: asked.yes === 1 ? (["absent-is-not-zero"] as const) : [],
  };
  return treatmentFinding(context, asked.element === undefined ? about : { ...about, element: asked.element }, cells, {
    people: totalCount(table),
    years: asked.years,
  });
}

/** At least half of the people have a value: situations that are seldom recorded do not describe them. */
function isFilled(table: CellTable, column: string): boolean {
  const value = keyReader(table, column);
  const known = table.cells.reduce((sum, cell) => sum + (value(cell) === null ? 0 : cell.count), 0);
  return known > 0 && known >= totalCount(table) / 2;
}
