import { type Finding, type Release, units } from "@evenhand/standard";
import { cannotSay, countFinding } from "../build-finding.ts";
import type { CaveatId } from "../caveat.ts";
import { type CellTable, keyReader, totalCount } from "../cell-table.ts";
import type { QuestionContext } from "../question.ts";
import { type Tally, tally } from "../tally.ts";
import { unitCount } from "../units.ts";

/** What the release can count, one finding a unit, with the ground it rests on and the columns it was read from. */
export function unitFindings(context: QuestionContext): readonly Finding[] {
  return units.map((unit) => {
    const { basis, count, columns } = unitCount(context.scope, unit);
    const subject = { question: "gap", measure: "counting-unit", unit } as const;
    if (basis === "none" || count === undefined) return cannotSay(context, subject, "unit-not-countable");
    const values = { basis, columns: columns.join(", ") };
    const counted: Tally = { values: [], known: count, missing: [], total: count };
    return countFinding(context, { ...subject, values }, counted, { rows: [], numerator: count, shown: "full" });
  });
}

/**
 * How many rows stand for one incident: `values` hold the lines of the source and the rows of each table per incident.
 * Counting rows of such a file as incidents or people would overstate both.
 */
export function rowExplosionFinding(context: QuestionContext, release: Pick<Release, "lines" | "tables">): Finding {
  const subject = { question: "gap", measure: "row-explosion", unit: "incidents" } as const;
  const { basis, count: incidents } = unitCount(context.scope, "incidents");
  if (basis === "none" || !incidents) return cannotSay(context, subject, "unit-not-countable");
  const each = (rows: number | undefined) => (rows ?? 0) / incidents;
  const values = {
    sourceLines: release.lines.accepted,
    linesPerIncident: each(release.lines.accepted),
    ...Object.fromEntries(
      Object.entries(release.tables)
        .filter(([table]) => table !== "incidents")
        .map(([table, rows]) => [`${table}PerIncident`, each(rows)]),
    ),
  };
  const caveats: CaveatId[] =
    values.linesPerIncident > 1.05 || each(release.tables.force) > 1.05 ? ["rows-multiply"] : [];
  const counted: Tally = { values: [], known: incidents, missing: [], total: incidents };
  return countFinding(context, { ...subject, values, caveats }, counted, {
    rows: [],
    numerator: incidents,
    shown: "full",
  });
}

/** For how much of the force it is known who used it on whom. A record without both links counts in no comparison. */
export function linkFinding(context: QuestionContext, force: CellTable): Finding {
  const subject = { question: "gap", measure: "who-did-what-to-whom", unit: "force" } as const;
  const total = totalCount(force);
  if (total === 0) return cannotSay(context, subject, "no-records");
  const [person, officer] = [keyReader(force, "person_id?"), keyReader(force, "officer_id?")];
  const countWhere = (isCounted: (person: boolean, officer: boolean) => boolean) =>
    force.cells.reduce((sum, cell) => sum + (isCounted(person(cell) === 1, officer(cell) === 1) ? cell.count : 0), 0);
  const both = countWhere((hasPerson, hasOfficer) => hasPerson && hasOfficer);
  const values = {
    withPerson: countWhere((hasPerson) => hasPerson),
    withOfficer: countWhere((_, hasOfficer) => hasOfficer),
    withBoth: both,
  };
  const tallied = tally(withLink(force), "linked");
  const rows = (["withPerson", "withOfficer", "withBoth"] as const).map((key) => ({
    key,
    count: values[key],
    share: values[key] / total,
  }));
  const caveats: CaveatId[] = both < total ? ["not-linked-to-people"] : [];
  return countFinding(context, { ...subject, values, caveats }, tallied, {
    rows,
    lead: "withBoth",
    numerator: both,
    shown: "full",
  });
}

/** Adds a column `linked`: `yes` where both the person and the officer are known, else missing with the first reason. */
function withLink(force: CellTable): CellTable {
  const [person, officer] = [keyReader(force, "person_id?"), keyReader(force, "officer_id?")];
  const [noPerson, noOfficer] = [keyReader(force, "person_id_missing"), keyReader(force, "officer_id_missing")];
  const cells = force.cells.map((cell) => {
    const isLinked = person(cell) === 1 && officer(cell) === 1;
    return { count: cell.count, key: [...cell.key, isLinked ? "yes" : null, noPerson(cell) ?? noOfficer(cell)] };
  });
  return { by: [...force.by, "linked", "linked_missing"], cells };
}
