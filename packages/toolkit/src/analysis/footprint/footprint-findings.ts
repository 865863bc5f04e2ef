import type { Finding, FindingRow, FootprintList, Unit } from "@evenhand/standard";
import type { Cell } from "../../release/cells.ts";
import { comparedSource } from "../benchmark/people-cells.ts";
import { cannotSay } from "../build-finding.ts";
import type { CaveatId } from "../caveat.ts";
import { type CellTable, keyReader, optionalKeyReader, yearsOf } from "../cell-table.ts";
import { forceOnly } from "../force-code.ts";
import type { QuestionContext } from "../question.ts";
import { sourceColumn } from "../sources.ts";
import { unitCaveats } from "../units.ts";
import { severeMark, situationSource } from "./footprint-cells.ts";
import { knownFootprint } from "./footprint-list.ts";
import { type SituationCount, situationCounts } from "./situation-counts.ts";

/** Cells of the footprint's queries. */
export type FootprintTables = { readonly incidents: CellTable; readonly people: CellTable };

/** The kinds of situation that force began in: in all, severe, with injury, by group, and of children. */
export function footprintFindings(context: QuestionContext, tables: FootprintTables): readonly Finding[] {
  const list = context.footprint ?? knownFootprint;
  const incidents = forceOnly(tables.incidents);
  const people = forceOnly(tables.people);
  const { unit } = comparedSource(context.scope);
  const injured = sourceColumn(comparedSource(context.scope), "persons", "injured");
  const of = (measure: string, counted: Unit, table: CellTable, isKept?: (cell: Cell) => boolean) =>
    ledgerFinding(context, list, { measure, unit: counted, table, ...(isKept === undefined ? {} : { isKept }) });
  const isSevere = optionalKeyReader(people, severeMark);
  const isInjured = optionalKeyReader(people, injured);
  return [
    of("situations", situationSource(context.scope).unit, incidents),
    of("situations", unit, people),
    ...(people.by.includes(severeMark) ? [of("situations-severe", unit, people, (cell) => isSevere(cell) === 1)] : []),
    ...(people.by.includes(injured)
      ? [of("situations-injured", unit, people, (cell) => isInjured(cell) === "yes")]
      : []),
    groupFinding(context, list, people),
    ...childrenFinding(context, list, people),
  ].filter((finding, index, all) => all.findIndex(({ id }) => id === finding.id) === index);
}

type Ledger = {
  readonly measure: string;
  readonly unit: Unit;
  readonly table: CellTable;
  readonly isKept?: (cell: Cell) => boolean;
};

const method = "footprint-band";

/** Rows are the classes of the list, each with the band its definition makes. */
function ledgerFinding(
  context: QuestionContext,
  list: FootprintList,
  { measure, unit, table, isKept }: Ledger,
): Finding {
  const counts = situationCounts(list.classes, table, isKept);
  const total = counts[0]?.total ?? 0;
  const subject = { question: "footprint", measure, unit, element: "contact_reason", method } as const;
  if (total === 0) return cannotSay(context, subject, "no-records");
  if (counts.every(({ unknown }) => unknown === total)) return cannotSay(context, subject, "situation-not-recorded");
  const years = yearsOf(table);
  const frame = withoutReason(cannotSay(context, { ...subject, values: listValues(list) }, "no-records"));
  const lead = counts
    .filter(({ id, narrow }) => narrow > 0 && id !== "any")
    .toSorted((left, right) => right.narrow - left.narrow)[0];
  return {
    ...frame,
    ...(years === undefined ? {} : { years }),
    rows: counts.map((count) => classRow(count)),
    ...(lead === undefined ? {} : { lead: lead.id, numerator: lead.narrow }),
    denominator: total,
    total,
    missing: [],
    shown: total < 10 ? "counts" : "full",
    ...(total < 10 ? { reason: "few-records" } : {}),
    caveats: ledgerCaveats(context, unit, list),
  };
}

function classRow({ id, narrow, wide, unknown, total, unrecorded }: SituationCount, key2?: string): FindingRow {
  const isNowhere = unknown === total || (wide === 0 && unrecorded.length > 0);
  const note = isNowhere
    ? "not-recorded"
    : unrecorded.length > 0
      ? "part-not-recorded"
      : narrow === 0 && wide > 0
        ? "which-not-recorded"
        : undefined;
  return {
    key: id,
    ...(key2 === undefined ? {} : { key2 }),
    ...(isNowhere ? {} : { count: narrow }),
    ...(isNowhere || total === 0 ? {} : { share: narrow / total, range: { low: narrow / total, high: wide / total } }),
    ...(note === undefined ? {} : { note }),
    figures: { narrow, wide, unknown, total },
  };
}

const listValues = ({ hash, isOwn, changes }: FootprintList): NonNullable<Finding["values"]> => ({
  list: hash,
  isOwnList: isOwn ? 1 : 0,
  listChanges: changes.length,
});

const ledgerCaveats = ({ scope }: QuestionContext, unit: Unit, { isOwn }: FootprintList): readonly CaveatId[] => [
  ...unitCaveats(scope, unit),
  "band-of-definition",
  "situation-of-incident",
  ...(isOwn ? (["own-situation-list"] as const) : []),
];

function withoutReason({ reason: _, ...finding }: Finding): Finding {
  return finding;
}

/** Rows are class × group: of all people of a group on whom force was used, how many in each kind of situation. */
function groupFinding(context: QuestionContext, list: FootprintList, people: CellTable): Finding {
  const source = comparedSource(context.scope);
  const { unit } = source;
  const column = sourceColumn(source, "persons", "race_ethnicity");
  const subject = {
    question: "footprint",
    measure: "situations-by-group",
    unit,
    element: "contact_reason",
    method,
    dimension: { field: "person.race_ethnicity", codeList: "race_ethnicity" },
  } as const;
  const group = keyReader(people, column);
  const groups = [
    ...new Set(people.cells.flatMap((cell) => (group(cell) === null ? [] : [String(group(cell))]))),
  ].sort();
  const rows = groups.flatMap((key) =>
    situationCounts(list.classes, people, (cell) => group(cell) === key).map((count) => classRow(count, key)),
  );
  const known = people.cells.filter((cell) => group(cell) !== null).reduce((sum, { count }) => sum + count, 0);
  const total = people.cells.reduce((sum, { count }) => sum + count, 0);
  if (rows.every(({ share }) => share === undefined))
    return cannotSay(context, subject, total === 0 ? "no-records" : "situation-not-recorded");
  const years = yearsOf(people);
  return {
    ...withoutReason(cannotSay(context, { ...subject, values: listValues(list) }, "no-records")),
    ...(years === undefined ? {} : { years }),
    rows,
    denominator: known,
    total,
    missing: total > known ? [{ reason: "not_recorded", count: total - known }] : [],
    shown: "full",
    caveats: [...ledgerCaveats(context, unit, list), "race-as-recorded"],
  };
}

/** Rows are school, elsewhere and unknown × group (and all): people under 18. */
function childrenFinding(context: QuestionContext, list: FootprintList, people: CellTable): readonly Finding[] {
  const source = comparedSource(context.scope);
  const { unit } = source;
  const age = optionalKeyReader(people, sourceColumn(source, "persons", "age_band"));
  const group = optionalKeyReader(people, sourceColumn(source, "persons", "race_ethnicity"));
  const isChild = (cell: Cell) => childBands.includes(String(age(cell)));
  const school = list.classes.filter(({ id }) => id === "school");
  const children = people.cells.filter(isChild);
  const total = children.reduce((sum, { count }) => sum + count, 0);
  const ageKnown = people.cells.filter((cell) => age(cell) !== null).reduce((sum, { count }) => sum + count, 0);
  const subject = { question: "footprint", measure: "children", unit, element: "age", method } as const;
  if (ageKnown === 0) return [cannotSay(context, subject, "age-not-recorded")];
  if (school.length === 0) return [];
  const groups = [...new Set(children.map((cell) => String(group(cell) ?? "unknown")))].sort();
  const rows = ["all", ...groups].flatMap((key): readonly FindingRow[] => {
    const [count] = situationCounts(
      school,
      people,
      (cell) => isChild(cell) && (key === "all" || String(group(cell) ?? "unknown") === key),
    );
    if (count === undefined || count.total === 0) return [];
    const isPlaceRecorded = count.unrecorded.length === 0;
    const elsewhere = isPlaceRecorded ? count.total - count.wide - count.unknown : 0;
    const unknown = count.total - count.wide - elsewhere;
    const row = (place: string, number: number): FindingRow => ({
      key: place,
      key2: key,
      count: number,
      share: number / count.total,
      figures: { total: count.total },
    });
    return [
      row("school", count.wide),
      ...(isPlaceRecorded ? [row("elsewhere", elsewhere)] : []),
      ...(unknown > 0 ? [row("unknown", unknown)] : []),
    ];
  });
  const all = people.cells.reduce((sum, { count }) => sum + count, 0);
  const years = yearsOf(people);
  return [
    {
      ...withoutReason(
        cannotSay(context, { ...subject, values: { ...listValues(list), children: total } }, "no-records"),
      ),
      ...(years === undefined ? {} : { years }),
      rows,
      numerator: total,
      denominator: ageKnown,
      total: all,
      missing: all > ageKnown ? [{ reason: "not_recorded", count: all - ageKnown }] : [],
      shown: total < 10 ? "counts" : "full",
      ...(total < 10 ? { reason: "few-records" } : {}),
      caveats: [...unitCaveats(context.scope, unit), "situation-of-incident"],
    },
  ];
}

/** Bands of the standard that lie below 18. */
const childBands: readonly string[] = ["0-17"];
