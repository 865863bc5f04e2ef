import { columnsOf, type Mentions, needsOf, unionOf } from "./build-tables.ts";
import type { Mention, Need } from "./mention.ts";

/** What the publishing queries need to know of the working tables. */
export type PublishContext = {
  readonly mentions: Mentions;
};

/** Joins that find the incident of a row known only by its report, and the date of a row that carries none. */
export function incidentJoins(
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

/** Joins that link rows without a person to the only person of their report or incident, and likewise officers. */
export function linkJoins(
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
  const reported = context.mentions[kind].filter((mention) => mention.columns.has("report_id"));
  const byReport = columns.has("report_id") && reported.length > 0;
  // Of a person in several reports the working table holds one; who a report speaks of is only in its own rows.
  const onlyOfReport = `(SELECT report_id, min(${id}) AS only_id FROM (${unionOf(reported)}) WHERE report_id IS NOT NULL GROUP BY report_id HAVING min(${id}) = max(${id}))`;
  const onlyOfIncident = `(SELECT incident_id, min(${id}) AS only_id FROM w_${kind} WHERE incident_id IS NOT NULL GROUP BY incident_id HAVING count(*) = 1)`;
  const joins = byReport ? [` LEFT JOIN ${onlyOfReport} AS ${alias}_r ON w.report_id = ${alias}_r.report_id`] : [];
  joins.push(` LEFT JOIN ${onlyOfIncident} AS ${alias}_i ON ${incident} = ${alias}_i.incident_id`);
  const sources = [`w.${id}`, ...(byReport ? [`${alias}_r.only_id`] : []), `${alias}_i.only_id`];
  return { joins: joins.join(""), link: `coalesce(${sources.join(", ")})` };
}
