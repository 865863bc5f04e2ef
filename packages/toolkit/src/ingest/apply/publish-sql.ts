import type { ReleaseTable } from "@evenhand/standard";
import { columnsOf, unionOf } from "./build-tables.ts";
import type { listedFields } from "./coded-field.ts";
import type { Mention } from "./mention.ts";
import { type Expressions, personOutcomes } from "./person-outcomes.ts";
import { codedColumns, codedOf, plain, selectList, whenOf } from "./publish-columns.ts";
import { incidentJoins, linkJoins, type PublishContext } from "./publish-links.ts";

function publishIncidents({ mentions }: PublishContext): string {
  const columns = columnsOf(mentions.incidents);
  const places = ["beat_or_district", "neighborhood", "city", "county", "address", "latitude"].filter((name) =>
    columns.has(name),
  );
  const date = columns.has("occurred_date") ? "w.occurred_date" : "CAST(NULL AS DATE)";
  const coded = codedOf("incidents").map(({ name, list }) => codedColumns(name, "w", columns.has(name), list, true));
  const expressions: Expressions = Object.assign(
    {
      incident_id: "w.incident_id",
      ...plain(columns, "w", ["agency_name", "beat_or_district", "neighborhood", "city", "county"]),
      ...plain(columns, "w", ["latitude", "longitude"], "DOUBLE"),
      occurred_date: date,
      occurred_date_missing: columns.has("occurred_date")
        ? `CASE WHEN w.occurred_date IS NULL THEN coalesce(w.occurred_date_missing, CAST('not_recorded' AS missing_reason)) END`
        : "'not_recorded'",
      occurred_hour: columns.has("occurred_hour") ? "CAST(w.occurred_hour AS SMALLINT)" : "CAST(NULL AS SMALLINT)",
      location_missing:
        places.length === 0
          ? "'not_recorded'"
          : `CASE WHEN ${places.map((name) => `w.${name} IS NULL`).join(" AND ")} THEN 'not_recorded' END`,
      ...whenOf(date),
    },
    ...coded,
  );
  return `SELECT ${selectList("incidents", expressions)} FROM w_incidents AS w`;
}

function publishPersons(context: PublishContext): string {
  const columns = columnsOf(context.mentions.persons);
  const { joins, incident, date } = incidentJoins(context.mentions.persons, context);
  const facts = factsJoin(context, columns);
  const derived = new Set([
    "injury_severity",
    "injured",
    "hospitalised",
    "died",
    "arrested",
    "resistance_present",
    "deescalation_used",
  ]);
  const coded = codedOf("persons")
    .filter(({ name }) => !derived.has(name))
    .map(({ name, list }) => codedColumns(name, "w", columns.has(name), list, true));
  const expressions: Expressions = Object.assign(
    { person_id: "w.person_id", incident_id: incident, ...whenOf(date) },
    ...coded,
    personOutcomes(facts.columns),
  );
  return `SELECT ${selectList("persons", expressions)} FROM ${facts.relation} AS w${joins}`;
}

/** People with what is known of their incident as a whole, where they are its only person. */
function factsJoin(
  context: PublishContext,
  columns: ReadonlySet<string>,
): { relation: string; columns: ReadonlySet<string> } {
  const { facts } = context.mentions;
  const names = [...columnsOf(facts)].filter((name) => name !== "incident_id" && !columns.has(name));
  if (names.length === 0) return { relation: "w_persons", columns };
  const lone = "(SELECT incident_id, count(*) AS people FROM w_persons GROUP BY incident_id)";
  const picked = names.map((name) =>
    name.endsWith("_missing")
      ? `CASE WHEN o.people = 1 THEN f.${name} ELSE CAST('unmappable' AS missing_reason) END AS ${name}`
      : `CASE WHEN o.people = 1 THEN f.${name} END AS ${name}`,
  );
  return {
    relation: `(SELECT p.*, ${picked.join(", ")} FROM w_persons AS p LEFT JOIN w_facts AS f ON p.incident_id = f.incident_id LEFT JOIN ${lone} AS o ON p.incident_id = o.incident_id)`,
    columns: new Set([...columns, ...names]),
  };
}

function publishOfficers(context: PublishContext): string {
  const columns = columnsOf(context.mentions.officers);
  const { joins, incident, date } = incidentJoins(context.mentions.officers, context);
  const coded = codedOf("officers").map(({ name, list }) => codedColumns(name, "w", columns.has(name), list, true));
  const expressions: Expressions = Object.assign(
    { officer_id: "w.officer_id", incident_id: incident, ...whenOf(date) },
    ...coded,
  );
  return `SELECT ${selectList("officers", expressions)} FROM w_officers AS w${joins}`;
}

/**
 * One row per officer whom a key follows from one incident to the next: in how many incidents. An officer has one id per
 * incident, so ids are counted. The key stays here, and rows are in the order of their numbers, which tells nobody apart.
 */
function publishOfficerCounts(mentions: readonly Mention[]): string {
  const keyed = unionOf(mentions.filter(({ columns }) => columns.has("officer_key")));
  return `SELECT CAST(count(DISTINCT officer_id) AS INTEGER) AS incidents FROM (${keyed}) WHERE officer_key IS NOT NULL GROUP BY officer_key ORDER BY incidents`;
}

function publishReports(context: PublishContext): string {
  const columns = columnsOf(context.mentions.reports);
  const { joins, incident, date } = incidentJoins(context.mentions.reports, context);
  const others = peopleOfReports(context, columns);
  const coded = codedOf("reports").map(({ name, list }) => codedColumns(name, "w", columns.has(name), list, true));
  const one = "(w.people = 1 AND w.person_id = w.person_id_highest)";
  const expressions: Expressions = Object.assign(
    {
      report_id: "w.report_id",
      incident_id: incident,
      officer_id: "w.officer_id",
      person_id: `CASE WHEN ${one} THEN w.person_id END`,
      person_id_missing: `CASE WHEN ${one} THEN NULL WHEN w.people IS NULL THEN 'not_recorded' ELSE 'not_applicable' END`,
      ...whenOf(date),
    },
    ...coded,
  );
  if (!others) return `SELECT ${selectList("reports", expressions)} FROM w_reports AS w${joins}`;
  const described = { ...expressions, ...others.expressions };
  return `SELECT ${selectList("reports", described)} FROM w_reports AS w${joins}${others.join}`;
}

/** The people of reports that another table lists: a report describes its person where it has just one. */
function peopleOfReports(
  context: PublishContext,
  columns: ReadonlySet<string>,
): { join: string; expressions: Expressions } | undefined {
  const people = columnsOf(context.mentions.persons);
  const described = ["race_ethnicity", "gender", "age_band"].filter((name) => people.has(name));
  if (!people.has("report_id") || described.length === 0 || described.some((name) => columns.has(name)))
    return undefined;
  const picked = described.map((name) => `min(${name}) AS ${name}, min(${name}_missing) AS ${name}_missing`);
  const expressions: Expressions = {
    person_id: "CASE WHEN rp.people = 1 THEN rp.person_id END",
    person_id_missing:
      "CASE WHEN rp.people = 1 THEN NULL WHEN rp.people IS NULL THEN 'not_recorded' ELSE 'not_applicable' END",
  };
  for (const name of described) {
    const missing = `coalesce(rp.${name}_missing, CAST('not_recorded' AS missing_reason))`;
    expressions[name] = `CASE WHEN rp.people = 1 THEN rp.${name} END`;
    expressions[`${name}_missing`] =
      `CASE WHEN rp.people > 1 THEN CAST('not_applicable' AS missing_reason) WHEN rp.${name} IS NULL THEN ${missing} END`;
  }
  const join =
    ` LEFT JOIN (SELECT report_id, count(*) AS people, min(person_id) AS person_id, ${picked.join(", ")} FROM w_persons ` +
    `WHERE report_id IS NOT NULL GROUP BY report_id) AS rp ON w.report_id = rp.report_id`;
  return { join, expressions };
}

function publishForce(context: PublishContext): string {
  const columns = columnsOf(context.mentions.force);
  const { joins, incident, date } = incidentJoins(context.mentions.force, context);
  const person = linkJoins(context, incident, "person", context.mentions.force);
  const officer = linkJoins(context, incident, "officer", context.mentions.force);
  const coded = codedOf("force").map(({ name, list }) => codedColumns(name, "w", columns.has(name), list, false));
  const noPerson = "w.person_id_missing = 'not_applicable'";
  const expressions: Expressions = Object.assign(
    {
      force_id: "w.force_id",
      incident_id: incident,
      report_id: columns.has("report_id") ? "w.report_id" : "CAST(NULL AS UBIGINT)",
      person_id: `CASE WHEN ${noPerson} THEN NULL ELSE ${person.link} END`,
      person_id_missing: `CASE WHEN ${noPerson} THEN 'not_applicable' WHEN ${person.link} IS NULL THEN 'not_recorded' END`,
      officer_id: officer.link,
      officer_id_missing: `CASE WHEN ${officer.link} IS NULL THEN 'not_recorded' END`,
      sequence: columns.has("sequence") ? "CAST(w.sequence AS SMALLINT)" : "CAST(NULL AS SMALLINT)",
      agency_force_level: columns.has("agency_force_level") ? "w.agency_force_level" : "CAST(NULL AS VARCHAR)",
      ...whenOf(date),
    },
    ...coded,
  );
  return `SELECT ${selectList("force", expressions)} FROM w_force AS w${joins}${person.joins}${officer.joins}`;
}

/**
 * Repeated rows are dropped before year and month are written out: rows alike in their ids, their codes and the first
 * of their month are alike in all.
 */
function publishListed(table: (typeof listedFields)[number]["table"], context: PublishContext): string {
  const mentions = context.mentions.listed.get(table) ?? [];
  const columns = columnsOf(mentions);
  const { joins, incident, date } = incidentJoins(mentions, context);
  const person = linkJoins(context, incident, "person", mentions);
  const hasPerson = columns.has("person_id");
  const coded: Expressions = Object.assign(
    {},
    ...codedOf(table).map(({ name, list }) => codedColumns(name, "w", columns.has(name), list, false)),
  );
  const distinct = Object.entries({
    incident_id: incident,
    person_id: hasPerson ? person.link : "CAST(NULL AS UBIGINT)",
    month: `${date} - CAST(day(${date}) - 1 AS INTEGER)`,
    ...coded,
  }).map(([name, sql]) => `${sql} AS ${name}`);
  const from = `w_${table} AS w${joins}${hasPerson ? person.joins : ""}`;
  const expressions: Expressions = {
    incident_id: "incident_id",
    person_id: "person_id",
    person_id_missing: "CASE WHEN person_id IS NULL THEN 'not_recorded' END",
    ...whenOf("month"),
    ...Object.fromEntries(Object.keys(coded).map((name) => [name, name])),
  };
  return `SELECT ${selectList(table, expressions)} FROM (SELECT DISTINCT ${distinct.join(", ")} FROM ${from})`;
}

/** SQL of every table of the release that has rows, in publishing order. */
export function publishQueries(context: PublishContext): ReadonlyMap<ReleaseTable, string> {
  const { mentions } = context;
  const queries = new Map<ReleaseTable, string>([["incidents", publishIncidents(context)]]);
  if (mentions.persons.length > 0) queries.set("persons", publishPersons(context));
  if (mentions.officers.length > 0) queries.set("officers", publishOfficers(context));
  if (columnsOf(mentions.officers).has("officer_key"))
    queries.set("officer_counts", publishOfficerCounts(mentions.officers));
  if (mentions.reports.length > 0) queries.set("reports", publishReports(context));
  if (mentions.force.length > 0) queries.set("force", publishForce(context));
  for (const [table, list] of mentions.listed) {
    if (list.length > 0)
      queries.set(table as ReleaseTable, publishListed(table as (typeof listedFields)[number]["table"], context));
  }
  return queries;
}
