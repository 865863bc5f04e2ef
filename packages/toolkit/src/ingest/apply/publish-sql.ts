import { type CodeListId, type ReleaseTable, releaseTables } from "@evenhand/standard";
import { columnsOf, type Mentions, needsOf } from "./build-tables.ts";
import { codeType, type listedFields, personFields } from "./coded-field.ts";
import type { Mention, Need } from "./mention.ts";
import { type Expressions, personOutcomes } from "./person-outcomes.ts";

/** What the publishing queries need to know of the working tables. */
export type PublishContext = {
  readonly mentions: Mentions;
};

const agreeing = new Set(personFields.filter(({ merge }) => merge === "agree").map(({ column }) => column));

/** A coded column and its missing reason, out of a working table that may lack it. */
function codedColumns(name: string, source: string, has: boolean, list: string, gathered: boolean): Expressions {
  if (!has) {
    return {
      [name]: `CAST(NULL AS ${codeType(list as CodeListId)})`,
      [`${name}_missing`]: `CAST('not_recorded' AS missing_reason)`,
    };
  }
  const code = `${source}.${name}`;
  const differs = gathered && agreeing.has(name) ? `${code} <> ${source}.${name}_highest` : undefined;
  const missing = `coalesce(${code}_missing, CAST('not_recorded' AS missing_reason))`;
  if (differs === undefined)
    return { [name]: code, [`${name}_missing`]: `CASE WHEN ${code} IS NULL THEN ${missing} END` };
  return {
    [name]: `CASE WHEN NOT (${differs}) THEN ${code} END`,
    [`${name}_missing`]: `CASE WHEN ${differs} THEN CAST('unknown' AS missing_reason) WHEN ${code} IS NULL THEN ${missing} END`,
  };
}

const whenOf = (date: string): Expressions => ({
  occurred_year: `CAST(year(${date}) AS SMALLINT)`,
  occurred_month: `CASE WHEN ${date} IS NOT NULL THEN CAST(year(${date}) AS VARCHAR) || '-' || lpad(CAST(month(${date}) AS VARCHAR), 2, '0') END`,
});

/** Lists the columns of a release table in its order, each with its expression. */
function selectList(table: ReleaseTable, expressions: Expressions): string {
  const names = releaseTables[table].flatMap((column) =>
    column.type === "coded" ? [column.name, `${column.name}_missing`] : [column.name],
  );
  return names.map((name) => `${expressions[name] ?? "NULL"} AS ${name}`).join(", ");
}

const codedOf = (table: ReleaseTable) =>
  releaseTables[table].flatMap((column) =>
    column.type === "coded" && "codeList" in column && column.codeList
      ? [{ name: column.name, list: column.codeList as string }]
      : [],
  );

function plain(columns: ReadonlySet<string>, source: string, names: readonly string[], type = "VARCHAR"): Expressions {
  return Object.fromEntries(
    names.map((name) => [name, columns.has(name) ? `${source}.${name}` : `CAST(NULL AS ${type})`]),
  );
}

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

/** Joins that find the incident of a row known only by its report, and the date of a row that carries none. */
function incidentJoins(
  mentions: readonly Mention[],
  context: PublishContext,
): { joins: string; incident: string; date: string } {
  const columns = columnsOf(mentions);
  const needs = needsOf(mentions);
  const byReport = columns.has("report_id") && context.mentions.reports.length > 0 && needs.has("incident");
  const incident = byReport ? "coalesce(w.incident_id, wr.incident_id)" : "w.incident_id";
  const reportJoin = byReport ? " LEFT JOIN w_reports AS wr ON w.report_id = wr.report_id" : "";
  const dated = columnsOf(context.mentions.incidents).has("occurred_date");
  const own = columns.has("occurred_date");
  const everyRowDated = own && !needs.has("date");
  if (everyRowDated || !dated)
    return { joins: reportJoin, incident, date: own ? "w.occurred_date" : "CAST(NULL AS DATE)" };
  return {
    joins: `${reportJoin} LEFT JOIN w_incidents AS wi ON ${incident} = wi.incident_id`,
    incident,
    date: own ? "coalesce(w.occurred_date, wi.occurred_date)" : "wi.occurred_date",
  };
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

/** Joins that link rows without a person to the only person of their report or incident, and likewise officers. */
function linkJoins(
  context: PublishContext,
  incident: string,
  need: Extract<Need, "person" | "officer">,
  mentions: readonly Mention[],
): { joins: string; link: string } {
  const columns = columnsOf(mentions);
  const kind = need === "person" ? "persons" : "officers";
  const id = need === "person" ? "person_id" : "officer_id";
  if (!needsOf(mentions).has(need) || context.mentions[kind].length === 0) return { joins: "", link: `w.${id}` };
  const alias = `only_${kind}`;
  const only = (by: string) =>
    `(SELECT ${by}, min(${id}) AS only_id FROM w_${kind} WHERE ${by} IS NOT NULL GROUP BY ${by} HAVING count(*) = 1)`;
  const byReport = columns.has("report_id") && columnsOf(context.mentions[kind]).has("report_id");
  const joins = byReport ? [` LEFT JOIN ${only("report_id")} AS ${alias}_r ON w.report_id = ${alias}_r.report_id`] : [];
  joins.push(` LEFT JOIN ${only("incident_id")} AS ${alias}_i ON ${incident} = ${alias}_i.incident_id`);
  const sources = [`w.${id}`, ...(byReport ? [`${alias}_r.only_id`] : []), `${alias}_i.only_id`];
  return { joins: joins.join(""), link: `coalesce(${sources.join(", ")})` };
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

function publishListed(table: (typeof listedFields)[number]["table"], context: PublishContext): string {
  const mentions = context.mentions.listed.get(table) ?? [];
  const columns = columnsOf(mentions);
  const { joins, incident, date } = incidentJoins(mentions, context);
  const person = linkJoins(context, incident, "person", mentions);
  const coded = codedOf(table).map(({ name, list }) => codedColumns(name, "w", columns.has(name), list, false));
  const link = columns.has("person_id") ? person.link : "CAST(NULL AS UBIGINT)";
  const expressions: Expressions = Object.assign(
    {
      incident_id: incident,
      person_id: link,
      person_id_missing: `CASE WHEN ${link} IS NULL THEN 'not_recorded' END`,
      ...whenOf(date),
    },
    ...coded,
  );
  const personJoins = columns.has("person_id") ? person.joins : "";
  return `SELECT DISTINCT ${selectList(table, expressions)} FROM w_${table} AS w${joins}${personJoins}`;
}

/** SQL of every table of the release that has rows, in publishing order. */
export function publishQueries(context: PublishContext): ReadonlyMap<ReleaseTable, string> {
  const { mentions } = context;
  const queries = new Map<ReleaseTable, string>([["incidents", publishIncidents(context)]]);
  if (mentions.persons.length > 0) queries.set("persons", publishPersons(context));
  if (mentions.officers.length > 0) queries.set("officers", publishOfficers(context));
  if (mentions.reports.length > 0) queries.set("reports", publishReports(context));
  if (mentions.force.length > 0) queries.set("force", publishForce(context));
  for (const [table, list] of mentions.listed) {
    if (list.length > 0)
      queries.set(table as ReleaseTable, publishListed(table as (typeof listedFields)[number]["table"], context));
  }
  return queries;
}
