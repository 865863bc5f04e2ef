import type { Finding, FindingRow } from "@evenhand/standard";
import { cannotSay, countFinding, shareFinding } from "../build-finding.ts";
import { byYear, yearKey } from "../by-year.ts";
import type { CellTable } from "../cell-table.ts";
import { forceKind, forceOnly } from "../force-code.ts";
import { type QuestionContext, question } from "../question.ts";
import { regroup } from "../regroup.ts";
import { showTally } from "../show.ts";
import { factQuery, unitSource } from "../sources.ts";
import { countOf, missingIn, type Tally, tally } from "../tally.ts";
import { isCountable } from "../units.ts";

const family = { field: "force_application.force_type", codeList: "force_family" } as const;
const type = { field: "force_application.force_type", codeList: "force_type" } as const;
const about = { question: "what-force", unit: "force", element: "force_types" } as const;

/** What force: families and types, firearm and Taser drawn, pointed and used, totals with and without compliant holds. */
export const whatForce = question({
  id: "what-force",
  needs: ["force_application.force_type", "incident.firearm_discharged"],
  cells: () => ({
    force: { from: "force", by: ["occurred_year", "force_type", "force_type_missing"] },
    incidents: { from: "force", by: ["force_type"], distinct: "incident_id" },
    allIncidents: { from: "incidents", by: ["occurred_year"] },
    discharged: factQuery(unitSource("incidents"), "incidents", "firearm_discharged"),
  }),
  answer: (context, cells) => [
    ...(isCountable(context.scope, "force")
      ? forceFindings(context, cells.force)
      : [cannotSay(context, { ...about, measure: "force-family" }, "unit-not-countable")]),
    incidentFinding(
      context,
      forceOnly(cells.incidents),
      cells.allIncidents,
      tally(cells.force, "force_type").known > 0,
    ),
    ...dischargeFindings(context, cells.discharged),
  ],
});

function forceFindings(context: QuestionContext, everything: CellTable): readonly Finding[] {
  const table = forceOnly(everything);
  const types = tally(table, "force_type");
  const families = regroup(types, (code) => forceKind(code).family);
  const specified = regroup(types, (code) => (forceKind(code).isUnspecified ? "unspecified" : "specified"));
  const caveats = ["absent-is-not-zero"] as const;
  return [
    totalFinding(context, types, everything),
    shareFinding(context, { ...about, measure: "force-family", dimension: family, caveats }, families),
    shareFinding(context, { ...about, measure: "force-type", dimension: type, caveats }, types),
    stageFinding(context, types),
    yearFinding(context, table),
    shareFinding(context, { ...about, measure: "unspecified" }, specified, "unspecified"),
  ];
}

/** Rows are force on people who comply (escort holds, compliant handcuffing) and all other force. */
function totalFinding(context: QuestionContext, types: Tally, everything: CellTable): Finding {
  const groups = regroup(types, (code) => (forceKind(code).isCompliantHold ? "compliant_hold" : "other_force"));
  const compliantHolds = countOf(groups, "compliant_hold");
  const values = {
    withCompliantHolds: types.known,
    withoutCompliantHolds: types.known - compliantHolds,
    compliantHolds,
    notForce: tally(everything, "force_type").values.reduce(
      (sum, { value, count }) => sum + (forceKind(value).isForce ? 0 : count),
      0,
    ),
  };
  const rows = groups.values.map(({ value, count }): FindingRow => ({ key: value, count }));
  return countFinding(context, { ...about, measure: "total", values }, groups, {
    rows,
    numerator: types.total,
    ...(showTally(types, context.coverage).shown === "full" ? { shown: "full" } : countsOnly(types)),
  });
}

/** Firearm and Taser: rows are family × stage. `displayed` without saying whether drawn or pointed counts as display. */
function stageFinding(context: QuestionContext, types: Tally): Finding {
  const stageOf = (code: string) => `${forceKind(code).family} ${forceKind(code).stage}`;
  const stages = regroup(types, stageOf);
  const rows = ["firearm", "cew"].flatMap((weapon) =>
    ["display", "point", "applied", "unspecified"].flatMap((stage): FindingRow[] => {
      const count = countOf(stages, `${weapon} ${stage}`);
      return count > 0 ? [{ key: weapon, key2: stage, count }] : [];
    }),
  );
  const numerator = rows.reduce((sum, row) => sum + (row.count ?? 0), 0);
  const subject = { ...about, element: "display_kept_apart", measure: "display-point-use", dimension: family } as const;
  const full = { ...subject, caveats: ["absent-is-not-zero"] } as const;
  return countFinding(context, full, types, { rows, numerator, ...countsOnly(types) });
}

/** Rows are year × family: counts only, since what is recorded may change from year to year. */
function yearFinding(context: QuestionContext, table: CellTable): Finding {
  const subject = { ...about, measure: "force-family-by-year", dimension: family };
  const types = tally(table, "force_type");
  if (types.total > 0 && types.years === undefined) return cannotSay(context, subject, "no-dates");
  const rows = byYear(table).flatMap(({ year, table: yearly }) => {
    const families = regroup(tally(yearly, "force_type"), (code) => forceKind(code).family);
    return families.values.map(({ value, count }): FindingRow => ({ key: yearKey(year), key2: value, count }));
  });
  return countFinding(context, { ...subject, caveats: ["absent-is-not-zero"] }, types, { rows, ...countsOnly(types) });
}

/** Counts where a share would mislead; nothing where nothing is known. */
function countsOnly(types: Tally): Pick<Finding, "shown" | "reason"> {
  const { shown, reason } = showTally(types);
  return shown === "cannot-say" && reason !== undefined ? { shown, reason } : { shown: "counts" };
}

/** Incidents in which a type was used at least once; one incident can be in several rows. */
function incidentFinding(context: QuestionContext, table: CellTable, all: CellTable, isKnown: boolean): Finding {
  const subject = { ...about, unit: "incidents", measure: "force-type", dimension: type } as const;
  if (!isCountable(context.scope, "incidents")) return cannotSay(context, subject, "unit-not-countable");
  if (!isKnown) return cannotSay(context, subject, "nothing-known");
  const types = tally(table, "force_type");
  const dated = tally(all, "occurred_year");
  const whole: Tally = { ...dated, values: [], known: dated.total, missing: [] };
  const rows = types.values.map(({ value, count }): FindingRow => ({ key: value, count }));
  const lead = rows[0];
  const values = { incidentsWithAMissingValue: missingIn(types) };
  const caveats = ["rows-overlap", "absent-is-not-zero"] as const;
  return countFinding(context, { ...subject, method: "count-at-least-once", caveats, values }, whole, {
    rows,
    shown: "counts",
    ...(lead?.count === undefined ? {} : { lead: lead.key, numerator: lead.count }),
  });
}

/** Incidents in which a firearm was fired, where a source says so of the incident itself. */
function dischargeFindings(context: QuestionContext, table: CellTable): readonly Finding[] {
  const tallied = tally(table, "firearm_discharged");
  if (tallied.known === 0 || !isCountable(context.scope, "incidents")) return [];
  const dimension = { field: "incident.firearm_discharged", codeList: "yes_no" };
  return [
    shareFinding(context, { ...about, unit: "incidents", measure: "firearm-discharged", dimension }, tallied, "yes"),
  ];
}
