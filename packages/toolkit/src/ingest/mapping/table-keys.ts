import { columnsOf, fieldOf, isSingle, keyHeaderScore, nameOf, personAttributes } from "./ask-rows.ts";
import { readHeader } from "./header-words.ts";
import type { Grain, Keys } from "./mapping.ts";
import type { ColumnDraft } from "./suggest-columns.ts";
import type { TableProfile } from "./table-profile.ts";
import type { KeyTest, TableRelations } from "./table-relations.ts";

/** How the tables read together name their incidents and reports; lets a table without dates find its parent. */
export type ParentKeys = { readonly incident: readonly string[]; readonly report: readonly string[] };

/** What was decided of a table, with reasons for the columns that serve as keys. */
export type KeyDecision = {
  readonly grain: Grain;
  readonly keys: Keys;
  readonly cartesian: boolean;
  /** By column: the field it identifies and why; `ignore` for a mere row number. */
  readonly roles: ReadonlyMap<string, { readonly field: string; readonly reason: string }>;
};

const percent = (share: number) => `${Math.round(share * 100)}%`;

/** Whether rows with this key belong to one event: they bear one date, and rows of one moment bear one key. */
function isIncidentKey(test: KeyTest): boolean {
  if (test.repeated === 0 || test.distinct >= 0.995 * test.rows) return false;
  return (test.sameDate ?? 0) >= 0.9 && (test.splitMoments ?? 0) <= 0.5;
}

/** Case numbers of a statewide file are only unique within an agency: then the agency is part of the key. */
function withAgency(test: KeyTest | undefined, tests: readonly KeyTest[]): KeyTest | undefined {
  if (!test || test.columns.length > 1) return test;
  const wider = tests.find((other) => other.columns.length === 2 && other.columns.at(-1) === test.columns[0]);
  return wider && wider.distinct > test.distinct ? wider : test;
}

const wordsOf = (name: string) => readHeader(name).words.join(" ");

/** Decides keys, grain and cross joins of a table from what its rows share; names only break ties. */
export function decideKeys(
  profile: TableProfile,
  drafts: readonly ColumnDraft[],
  relations: TableRelations | undefined,
  parents: ParentKeys,
): KeyDecision {
  const roles = new Map<string, { field: string; reason: string }>();
  const tests = relations?.keys ?? [];
  const fields = new Set(drafts.map(fieldOf));
  const hasDate = fields.has("incident.occurred_date");
  const isRepeatedOften = (test: KeyTest) => test.distinct < 0.995 * test.rows;

  const parentOf = (names: readonly string[]) =>
    tests.find(
      (test) => test.columns.length === 1 && names.some((name) => wordsOf(name) === wordsOf(test.columns[0] ?? "")),
    );
  const parentReport = hasDate ? undefined : parentOf(parents.report);
  const parentIncident = hasDate ? undefined : parentOf(parents.incident);

  let incident: KeyTest | undefined = parentIncident;
  if (!incident && !parentReport) {
    const candidates = tests
      .filter((test) =>
        hasDate
          ? isIncidentKey(test)
          : test.columns.length === 1 &&
            isRepeatedOften(test) &&
            keyHeaderScore("incident.incident_id", test.columns[0] ?? "") > 0,
      )
      .map((test) => ({
        test,
        header: keyHeaderScore("incident.incident_id", test.columns.at(-1) ?? ""),
        id: /incident.?(?:id|num)/iu.test(test.columns.at(-1) ?? "") ? 0.1 : 0,
      }));
    candidates.sort(
      (a, b) =>
        b.header + b.id - (a.header + a.id) ||
        a.test.columns.length - b.test.columns.length ||
        a.test.distinct - b.test.distinct,
    );
    incident = withAgency(candidates[0]?.test, tests);
  }
  const unique = tests.filter(
    (test) => test.columns.length === 1 && !isRepeatedOften(test) && test.rows > 0.5 * profile.rows,
  );
  if (!incident && !parentReport) {
    // One row an incident: the key differs in every row, and rows seldom share a moment.
    const alone = unique
      .map((test) => ({ test, header: keyHeaderScore("incident.incident_id", test.columns[0] ?? "") }))
      .filter(
        ({ test, header }) =>
          header > 0 && (relations?.sharedMoments ?? 0) <= 0.1 && wordsOf(test.columns[0] ?? "") !== "id",
      )
      .sort((a, b) => b.header - a.header);
    incident = alone[0]?.test;
  }
  if (incident) {
    const [name = ""] = incident.columns.slice(-1);
    const why = parentIncident
      ? `The incidents of the other tables are named by it.`
      : isRepeatedOften(incident)
        ? `${incident.isEstimate ? "About " : ""}${incident.repeated.toLocaleString("en-US")} of its values stand in several rows${incident.sameDate === undefined ? "" : `, ${percent(incident.sameDate)} of them on one date`}: it names the incident.`
        : `It differs in every row and rows seldom share a moment: one row is one incident.`;
    for (const column of incident.columns)
      roles.set(column, { field: column === name ? "incident.incident_id" : "agency.agency_name", reason: why });
  }

  const others = tests.filter(
    (test) =>
      test.columns.length === 1 && !incident?.columns.includes(test.columns[0] ?? "") && test.rows > 0.5 * profile.rows,
  );
  const reportScore = (test: KeyTest) => {
    const name = test.columns[0] ?? "";
    const asIncident = keyHeaderScore("incident.incident_id", name);
    const asReport = keyHeaderScore("incident.report_id", name);
    // Beside the incident's own number another one called so, and repeated, is a second spelling of it, no report.
    if (incident && isRepeatedOften(test) && asIncident > 0 && asIncident >= asReport) return 0;
    const header = Math.max(asReport, 0.9 * keyHeaderScore("force_application.force_id", name), 0.6 * asIncident);
    const isFiner = !incident || test.distinct >= incident.distinct;
    const isOneEvent = !isRepeatedOften(test) || test.distinct >= 0.95 * test.rows || (test.sameDate ?? 1) >= 0.9;
    return isFiner && isOneEvent ? header : 0;
  };
  // Without an incident key a key that a few rows share (one officer's report on several people) is better than one of every row.
  const ranked = others
    .map((test) => ({ test, score: reportScore(test) + (!incident && isRepeatedOften(test) ? 0.3 : 0) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  let report = parentReport ?? ranked[0]?.test;

  const key = (test: KeyTest | undefined) => (test ? relations?.rowsPerPair[test.columns.join(" + ")] : undefined);
  const perPair = incident ? key(incident) : relations?.rowsPerPair[""];
  const flags = drafts.some((draft) => draft.flag?.field === "force_application.force_type");
  const hasPersonColumns = [...fields].some(
    (field) => field !== undefined && /^(?:person|injury|outcome)\./u.test(field),
  );
  const hasOfficerColumns = [...fields].some(
    (field) => field !== undefined && /^officer_involvement\./u.test(field) && field !== "officer_involvement.injured",
  );
  const hasForce = fields.has("force_application.force_type");
  const mixesKinds = drafts.some((draft) => draft.ignored?.startsWith("Says which rows"));
  const isOneRow = incident !== undefined && incident.distinct >= 0.98 * incident.rows && !parentIncident;
  const crossed = incident ? relations?.crossed[incident.columns.join(" + ")] : undefined;
  const cartesian = (crossed?.share ?? 0) >= 0.9 && (crossed?.incidents ?? 0) >= 10;
  const ownsParent = parentReport !== undefined || parentIncident !== undefined;
  const valued = drafts.filter((draft) => draft.chosen && draft.chosen.entry.read !== "key").length;

  let grain: Grain;
  if (mixesKinds) grain = "person";
  else if (
    ownsParent &&
    valued <= 2 &&
    !hasOfficerColumns &&
    !/subject|civilian|person/iu.test(profile.table.name.replace(/_subject_/iu, "_"))
  )
    grain = "child";
  else if (ownsParent && hasOfficerColumns && !hasPersonColumns) grain = "officer";
  else if (ownsParent && hasPersonColumns && !hasOfficerColumns) grain = "person";
  else if (isOneRow) grain = "incident";
  else if (hasForce && !flags && (perPair ?? 1) >= 1.1) grain = "force";
  else if (!incident && !report && !hasOfficerColumns && (relations?.sharedMoments ?? 0) <= 0.1) grain = "incident";
  else grain = "report";

  if (grain === "force" && !incident && report && !isRepeatedOften(report)) {
    roles.set(report.columns[0] ?? "", {
      field: "force_application.force_id",
      reason:
        "It differs in every row while rows share their moment, place and person: it numbers the forces, not the incidents. No column says which forces belong to one incident.",
    });
    report = undefined;
  }
  if (grain === "incident" && !ownsParent) report = undefined;
  if (report) {
    const name = report.columns[0] ?? "";
    const why = parentReport
      ? "The reports of the other tables are named by it."
      : !incident
        ? `${report.splitMoments === undefined ? "Nothing shows that rows with one value are one event" : `Rows of one moment and place bear different values (${percent(report.splitMoments)} of shared moments)`}: it names a report, not the incident. No column says which reports belong together.`
        : isRepeatedOften(report)
          ? "Finer than the incident and repeated with one date: it names a report."
          : "It differs in every row while the incident repeats: it names a report.";
    roles.set(name, { field: "incident.report_id", reason: why });
  }
  for (const test of others) {
    const name = test.columns[0] ?? "";
    if (roles.has(name)) continue;
    roles.set(name, {
      field: "ignore",
      reason:
        report || incident
          ? "Another column identifies the same things better."
          : "A row number: it identifies nothing that rows share.",
    });
  }

  const personId = drafts.find((draft) => fieldOf(draft) === "person.person_id" && isSingle(draft));
  const attributes = columnsOf(drafts, (field) => personAttributes.has(field)).concat(
    drafts
      .filter(
        (draft) => draft.flag && (draft.flag.field === "person.race_ethnicity" || draft.flag.field === "person.gender"),
      )
      .map(nameOf),
  );
  const repeatsPeople =
    !mixesKinds && (grain === "report" || grain === "force" || (grain === "person" && parentReport !== undefined));
  const person = personId
    ? { person: [nameOf(personId)], personBasis: "key" as const }
    : repeatsPeople && attributes.length > 0 && (incident || parentReport || report)
      ? { person: attributes, personBasis: "attributes" as const }
      : {};
  const officerId =
    drafts.find((draft) => fieldOf(draft) === "officer_involvement.officer_id" && isSingle(draft)) ??
    drafts.find((draft) => fieldOf(draft) === "officer_involvement.badge" && isSingle(draft)) ??
    drafts.find(
      (draft) => fieldOf(draft) === "officer_involvement.name" && isSingle(draft) && !draft.chosen?.delimiter,
    );
  return {
    grain,
    cartesian,
    keys: {
      ...(incident && !(grain === "child" && parentReport) ? { incident: incident.columns } : {}),
      ...(report ? { report: report.columns } : {}),
      ...person,
      ...(officerId && grain !== "incident" ? { officer: [nameOf(officerId)] } : {}),
    },
    roles,
  };
}
