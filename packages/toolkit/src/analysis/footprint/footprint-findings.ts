import type { Finding, FootprintList, Unit } from "@evenhand/standard";
import type { Cell } from "../../release/cells.ts";
import { comparedSource } from "../benchmark/people-cells.ts";
import { cannotSay } from "../build-finding.ts";
import type { CaveatId } from "../caveat.ts";
import { type CellTable, keyReader, optionalKeyReader, yearsOf } from "../cell-table.ts";
import { forceOnly } from "../force-code.ts";
import type { QuestionContext } from "../question.ts";
import { sourceColumn } from "../sources.ts";
import { tally } from "../tally.ts";
import { unitCaveats } from "../units.ts";
import { childrenFinding } from "./children-finding.ts";
import { classRow, fewestForShare, isUnion, listValues } from "./class-row.ts";
import { severeMark, situationSource } from "./footprint-cells.ts";
import { knownFootprint } from "./footprint-list.ts";
import { situationCounts } from "./situation-counts.ts";

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
  const frame = withoutReason(cannotSay(context, { ...subject, values: listValues(list, counts) }, "no-records"));
  const unions = new Set(list.classes.filter(isUnion).map(({ id }) => id));
  const lead = counts
    .filter(({ id, narrow }) => narrow > 0 && !unions.has(id))
    .toSorted((left, right) => right.narrow - left.narrow)[0];
  return {
    ...frame,
    ...(years === undefined ? {} : { years }),
    rows: counts.map((count) => classRow(count)),
    ...(lead === undefined ? {} : { lead: lead.id, numerator: lead.narrow }),
    denominator: total,
    total,
    missing: [],
    shown: total < fewestForShare ? "counts" : "full",
    ...(total < fewestForShare ? { reason: "few-records" } : {}),
    caveats: ledgerCaveats(context, unit, list),
  };
}

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
  const counts = groups.flatMap((key) =>
    situationCounts(list.classes, people, (cell) => group(cell) === key).map((count) => ({ key, count })),
  );
  const races = tally(people, column);
  if (races.total === 0) return cannotSay(context, subject, "no-records");
  if (races.known === 0) return cannotSay(context, subject, "nothing-known");
  const rows = counts.map(({ key, count }) => classRow(count, key));
  if (rows.every(({ count }) => count === undefined)) return cannotSay(context, subject, "situation-not-recorded");
  const values = listValues(
    list,
    counts.map(({ count }) => count),
  );
  const years = yearsOf(people);
  return {
    ...withoutReason(cannotSay(context, { ...subject, values }, "no-records")),
    ...(years === undefined ? {} : { years }),
    rows,
    denominator: races.known,
    total: races.total,
    missing: races.missing,
    shown: "full",
    caveats: [...ledgerCaveats(context, unit, list), "race-as-recorded"],
  };
}
