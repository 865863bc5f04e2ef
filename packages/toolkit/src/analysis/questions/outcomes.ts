import type { ElementId } from "@evenhand/standard";
import type { CellQuery } from "../../release/cells.ts";
import { cannotSay, shareFinding } from "../build-finding.ts";
import { question } from "../question.ts";
import { factQuery, factTally, personSource, unitSource } from "../sources.ts";

type Measure = "injured" | "injury-severity" | "hospitalised" | "died" | "arrested";
type Outcome = { measure: Measure; element: ElementId; column: string; field: string; codeList: string; lead?: string };

const yesNo = { codeList: "yes_no", lead: "yes" } as const;
const severity = { column: "injury_severity", codeList: "injury_severity" } as const;
const outcomeList: readonly Outcome[] = [
  { measure: "injured", element: "injury", column: "injured", field: "injury.injury_severity", ...yesNo },
  { measure: "injury-severity", element: "injury", field: "injury.injury_severity", ...severity },
  { measure: "hospitalised", element: "hospital", column: "hospitalised", field: "outcome.hospitalised", ...yesNo },
  { measure: "died", element: "death", column: "died", field: "outcome.died", ...yesNo },
  { measure: "arrested", element: "arrest", column: "arrested", field: "outcome.arrested", ...yesNo },
];

/** With what outcome: injured, how badly, taken to hospital, died, arrested; each its own answer. */
export const outcomes = question<Measure>({
  id: "outcomes",
  needs: ["injury.injury_severity", "outcome.hospitalised", "outcome.died", "outcome.arrested"],
  cells: (scope) => {
    const source = personSource(scope) ?? unitSource("people");
    const entries = outcomeList.map(({ measure, column }) => [measure, factQuery(source, "persons", column)]);
    return Object.fromEntries(entries) as Record<Measure, CellQuery>;
  },
  answer: (context, cells) => {
    const source = personSource(context.scope);
    return outcomeList.map(({ measure, element, column, field, codeList, lead }) => {
      const subject = { question: "outcomes", measure, element, dimension: { field, codeList } };
      if (source === undefined) return cannotSay(context, { ...subject, unit: "people" }, "unit-not-countable");
      const caveats = source.unit === "people" ? [] : (["people-not-countable"] as const);
      const tallied = factTally(source, "persons", column, cells[measure]);
      return shareFinding(context, { ...subject, unit: source.unit, caveats }, tallied, lead);
    });
  },
});
