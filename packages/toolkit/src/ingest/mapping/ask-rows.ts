import { dateForms } from "./date-forms.ts";
import { readDates } from "./date-reading.ts";
import { findField, headerScore } from "./field-catalogue.ts";
import { readHeader } from "./header-words.ts";
import type { ColumnDraft } from "./suggest-columns.ts";
import type { TableQuestions } from "./table-relations.ts";

/** Name of a draft’s first column. */
export const nameOf = (draft: ColumnDraft) => draft.group.profiles[0]?.column.name ?? "";
/** Field a draft was judged to hold. */
export const fieldOf = (draft: ColumnDraft) => draft.flag?.field ?? draft.chosen?.entry.id;
/** Whether a draft is one column that holds something. */
export const isSingle = (draft: ColumnDraft) => draft.group.profiles.length === 1 && draft.group.values.length > 0;

/** Names of the single columns whose field passes the test. */
export const columnsOf = (drafts: readonly ColumnDraft[], test: (field: string) => boolean) =>
  drafts.filter((draft) => isSingle(draft) && test(fieldOf(draft) ?? "")).map(nameOf);

/** Fields that describe a person well enough to tell two people apart. */
export const personAttributes = new Set([
  "person.race_ethnicity",
  "person.ethnicity_legacy",
  "person.gender",
  "person.age",
  "person.date_of_birth",
]);
const officerAttributes =
  /^officer_involvement\.(?:officer_id|badge|race_ethnicity|gender|age|years_of_service|rank|name)$/u;
const rowKeyFields = new Set(["incident.incident_id", "incident.report_id", "force_application.force_id"]);

/** Columns that could identify an incident, a report or a force. */
export const keyColumns = (drafts: readonly ColumnDraft[]): readonly string[] =>
  drafts
    .filter((draft) => isSingle(draft) && rowKeyFields.has(fieldOf(draft) ?? "") && !draft.chosen?.delimiter)
    .map(nameOf);

const midnightOnly = (draft: ColumnDraft) => readDates(draft.group, "date").read !== "datetime";

/** Fields whose own lists show how many people, officers or forces a row names. */
export const ownsLength =
  /^(?:person\.(?:race|gender|age|ethnicity|person_type)|officer_involvement\.(?:race|gender|age|name)|force_application\.force_type)/u;

const listsOf = (drafts: readonly ColumnDraft[], test: (field: string) => boolean) =>
  drafts.flatMap((draft) =>
    draft.chosen?.delimiter && test(fieldOf(draft) ?? "")
      ? [{ column: nameOf(draft), delimiter: draft.chosen.delimiter }]
      : [],
  );

/** What must be asked of a table's rows before its keys and grain can be told. */
export function askRows(drafts: readonly ColumnDraft[]): TableQuestions {
  const find = (field: string) => drafts.find((draft) => fieldOf(draft) === field && isSingle(draft));
  const date = find("incident.occurred_date");
  const time = find("incident.occurred_time");
  const places = [
    "location.location_text_public",
    "location.latitude",
    "location.longitude",
    "location.beat_or_district",
  ]
    .map(find)
    .filter((draft): draft is ColumnDraft => draft !== undefined)
    .map(nameOf);
  const hasTime = date !== undefined && (time !== undefined || !midnightOnly(date));
  const single = keyColumns(drafts);
  const agency = find("agency.agency_name");
  const composites =
    agency && agency.group.values.length > 1
      ? single
          .filter((name) => !/unique/iu.test(name) && keyHeaderScore("incident.incident_id", name) > 0)
          .map((name) => [nameOf(agency), name])
      : [];
  const forms = date
    ? readDates(date.group, "date").forms.filter((id) => dateForms.some((form) => form.id === id))
    : [];
  const kind = drafts.find((draft) => draft.joinedWith !== undefined);
  return {
    keys: [...single.map((name) => [name]), ...composites],
    trimmed: drafts.flatMap(({ group }) =>
      group.profiles.flatMap(({ column, isTrimmed }) => (isTrimmed ? [column.name] : [])),
    ),
    ...(date && forms.length > 0 ? { date: { column: nameOf(date), forms } } : {}),
    moment:
      date && hasTime && places.length > 0
        ? [nameOf(date), ...(time ? [nameOf(time)] : []), ...places.slice(0, 2)]
        : [],
    person: columnsOf(drafts, (field) => personAttributes.has(field) || field === "person.person_id"),
    officer: columnsOf(drafts, (field) => officerAttributes.test(field)),
    force: drafts
      .filter(
        (draft) =>
          fieldOf(draft) === "force_application.force_type" &&
          isSingle(draft) &&
          !draft.flag &&
          !draft.chosen?.delimiter,
      )
      .flatMap((draft) => (draft.joinedWith ? [nameOf(draft), draft.joinedWith] : [nameOf(draft)])),
    ...(kind?.joinedWith ? { pair: [nameOf(kind), kind.joinedWith] as const } : {}),
    lists: listsOf(drafts, (field) => !ownsLength.test(field)),
    against: [
      /^person\.(?:race|gender|age)/u,
      /^officer_involvement\.(?:race|gender|age)/u,
      /^force_application\.force_type$/u,
    ].flatMap((test) => listsOf(drafts, (field) => test.test(field)).slice(0, 1)),
  };
}

/** How well a header names a key field; see `headerScore`. */
export function keyHeaderScore(field: string, name: string): number {
  const entry = findField(field);
  return entry ? headerScore(entry, readHeader(name), undefined) : 0;
}
