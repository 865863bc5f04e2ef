import { readHeader } from "./header-words.ts";
import { type ColumnDraft, draftColumns } from "./suggest-columns.ts";
import type { TableProfile } from "./table-profile.ts";

/** What a table is, and why, in plain words. */
export type Recognition = { readonly kind: "records" | "aggregate" | "reference" | "unknown"; readonly reason: string };

const countWords =
  /(?:^|_|\b)(?:n|num|count|counts|total|rate|pct|percent|share|pop|population|estimate|margin|uof|hh?income|median)(?:_|\b|$)|_(?:pop|uof|rate|count)$/iu;
const descriptionWords = /definition|description|variable|label|data ?dictionary|multi.?select/iu;
const stopWords = /\b(?:citation|search|searched|stop|driver|vehicle search|person search)\b/iu;

/**
 * Tells tables of records (a row is an incident, person, officer, report or force) from tables of counts, and from
 * dictionaries, census tables and boundaries. `unknown` is shown to a person, never dropped.
 */
export function recognise(
  profile: TableProfile,
  drafts: readonly ColumnDraft[] = draftColumns(profile, { name: "" }),
): Recognition {
  const names = profile.columns.map(({ column }) => column.name);
  const spaced = names.map((name) => name.replace(/([a-z])([A-Z])/g, "$1 $2"));
  const counted = spaced.filter(
    (name) =>
      countWords.test(name) &&
      !/^(?:num(?:ber)? involved|number of (?:officers|subjects))/iu.test(name.replaceAll("_", " ")),
  );
  const fields = new Set(
    drafts.flatMap((draft) =>
      draft.flag ? [draft.flag.field] : draft.chosen && draft.chosen.score >= 0.4 ? [draft.chosen.entry.id] : [],
    ),
  );
  const has = (...ids: string[]) => ids.some((id) => fields.has(id));
  const isIdentified = has("incident.incident_id", "incident.report_id", "incident.occurred_date");
  const isAboutForce = has(
    "force_application.force_type",
    "force_application.agency_force_level",
    "resistance.resistance_type",
    "force_application.reason_for_force",
  );
  const isAboutPeople = [...fields].some((field) => /^(?:person|officer_involvement|injury|outcome)\./u.test(field));

  if (profile.rows === 0) return { kind: "unknown", reason: "The table has no rows." };
  if (
    spaced.some((name) =>
      /^geo[ ._]?id|^geo\.|^HC\d\d_|margin of error|^shape[_ ]?(?:area|length)|^estimate;/iu.test(name),
    )
  ) {
    return { kind: "reference", reason: "Its columns are those of a census table or of boundaries." };
  }
  if (names.length <= 4 && spaced.some((name) => descriptionWords.test(name)) && !isIdentified) {
    return { kind: "reference", reason: "It describes columns or words: a dictionary, not records." };
  }
  const isCounted = counted.length > 0 && counted.some((name) => numbersIn(profile, names[spaced.indexOf(name)] ?? ""));
  if (isCounted && !isAboutForce && !has("incident.occurred_date") && !has("officer_involvement.officer_id")) {
    return { kind: "aggregate", reason: `It gives counts or rates (“${counted[0]}”) for groups, not single events.` };
  }
  if (isIdentified && isAboutForce)
    return { kind: "records", reason: "Its rows are dated or numbered and say what force or resistance there was." };
  if (isIdentified && isAboutPeople) {
    const stops = spaced.filter((name) => stopWords.test(name.replaceAll("_", " ").toLowerCase()));
    if (stops.length >= 2)
      return {
        kind: "reference",
        reason: `It records stops or searches (“${stops[0]}”), not force: of use as a benchmark.`,
      };
    return { kind: "records", reason: "Its rows are dated or numbered and describe people or officers." };
  }
  if (isIdentified && has("incident.contact_reason", "incident.contact_origin"))
    return { kind: "records", reason: "Its rows are incidents with their circumstances." };
  const known = names.filter((name) => readHeader(name).words.length > 0).length;
  return {
    kind: "unknown",
    reason: `None of its ${names.length} columns says what force was used or on whom${known === 0 ? "; no header is understood" : ""}.`,
  };
}

function numbersIn(profile: TableProfile, name: string): boolean {
  const column = profile.columns.find((candidate) => candidate.column.name === name);
  const values = column?.values.slice(0, 50) ?? [];
  return values.length > 0 && values.filter(({ value }) => /^-?[\d.,]+%?$/u.test(value)).length >= 0.7 * values.length;
}
