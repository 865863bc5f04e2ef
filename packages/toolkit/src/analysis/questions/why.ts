import type { Finding, FindingRow } from "@evenhand/standard";
import { cannotSay, countFinding, shareFinding } from "../build-finding.ts";
import type { CaveatId } from "../caveat.ts";
import type { CellTable } from "../cell-table.ts";
import { type QuestionContext, question } from "../question.ts";
import { factQuery, factTally, incidentSource, unitSource } from "../sources.ts";
import { missingIn, type Tally, tally } from "../tally.ts";
import { isCountable } from "../units.ts";

const about = { question: "why", element: "contact_reason" } as const;
const reason = { field: "incident.contact_reason", codeList: "contact_reason" } as const;
const origin = { field: "incident.contact_origin", codeList: "contact_origin" } as const;

/** Why the contact before the force came about, by incident; every reason where a source gives several. */
export const why = question({
  id: "why",
  needs: ["incident.contact_reason", "incident.contact_origin"],
  cells: (scope) => {
    const source = incidentSource(scope) ?? unitSource("incidents");
    return {
      reasons: factQuery(source, "incidents", "contact_reason"),
      origins: factQuery(source, "incidents", "contact_origin"),
      several: { from: "contact_reasons", by: ["contact_reason"], distinct: "incident_id" },
      incidents: { from: "incidents", by: ["occurred_year"] },
    };
  },
  answer: (context, cells) => {
    const source = incidentSource(context.scope);
    if (source === undefined)
      return [cannotSay(context, { ...about, unit: "incidents", measure: "contact-reason" }, "unit-not-countable")];
    const { unit } = source;
    const own: readonly CaveatId[] = unit === "incidents" ? [] : ["incidents-not-countable"];
    const hasSeveral = cells.several.cells.length > 0;
    const reasons = factTally(source, "incidents", "contact_reason", cells.reasons);
    const origins = factTally(source, "incidents", "contact_origin", cells.origins);
    const caveats: CaveatId[] = hasSeveral ? [...own, "first-of-several"] : [...own];
    return [
      shareFinding(context, { ...about, unit, measure: "contact-reason", dimension: reason, caveats }, reasons),
      ...(hasSeveral && isCountable(context.scope, "incidents")
        ? [severalReasons(context, cells.several, cells.incidents)]
        : []),
      ...(origins.known > 0
        ? [
            shareFinding(
              context,
              { ...about, unit, measure: "contact-origin", dimension: origin, caveats: own },
              origins,
            ),
          ]
        : []),
    ];
  },
});

/** Incidents for which a reason was given at all; one incident can be in several rows. */
function severalReasons(context: QuestionContext, table: CellTable, incidents: CellTable): Finding {
  const given = tally(table, "contact_reason");
  const rows = given.values.map(({ value, count }): FindingRow => ({ key: value, count }));
  const lead = rows[0];
  const dated = tally(incidents, "occurred_year");
  const whole: Tally = { ...dated, values: [], known: dated.total, missing: [] };
  const values = { incidentsWithAMissingValue: missingIn(given) };
  const subject = { ...about, unit: "incidents", measure: "any-contact-reason", dimension: reason, values } as const;
  return countFinding(context, { ...subject, method: "count-at-least-once", caveats: ["rows-overlap"] }, whole, {
    rows,
    shown: "counts",
    ...(lead?.count === undefined ? {} : { lead: lead.key, numerator: lead.count }),
  });
}
