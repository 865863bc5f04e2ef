import type { Finding, FindingRow, Unit } from "@evenhand/standard";
import { type AreaColumn, areaColumns, chooseAreas, saysWhere } from "../areas.ts";
import { comparedSource } from "../benchmark/people-cells.ts";
import type { CaveatId } from "../caveat.ts";
import type { CellTable } from "../cell-table.ts";
import { forceOnly } from "../force-code.ts";
import type { QuestionContext } from "../question.ts";
import { sourceColumn } from "../sources.ts";
import { compareWindows, type DraftRow } from "./compare-windows.ts";
import { displacementValues } from "./displacement.ts";
import { type EventParts, tableOf } from "./event-parts.ts";
import { aboutCodes, changeSource } from "./event-subjects.ts";
import { changeRule } from "./rule.ts";
import { windowCounts } from "./window-counts.ts";
import { windowDispersion } from "./window-dispersion.ts";

/** A table of counts over equal windows: kinds of force, reasons, areas or injuries. */
export type DraftTable = {
  readonly measure: "kinds" | "reasons" | "areas" | "injuries";
  readonly unit: Unit;
  readonly dimension: NonNullable<Finding["dimension"]>;
  readonly drafts: readonly DraftRow[];
  /** Displacement, where the event is about some of the values. */
  readonly values: NonNullable<Finding["values"]>;
  /** Why only counts are shown. */
  readonly reason?: CaveatId;
  readonly caveats: readonly CaveatId[];
};

type Asked = Pick<DraftTable, "measure" | "unit" | "dimension"> & {
  readonly table: CellTable;
  readonly column: string;
  readonly notes?: ReadonlyMap<string, string>;
  readonly isBlocked?: boolean;
  readonly caveats?: readonly CaveatId[];
};

/** What else moved: tables that need at least two values and a pair of months. */
export function draftTables(context: QuestionContext, parts: EventParts): readonly DraftTable[] {
  if (parts.pairs.length === 0) return [];
  return [...askedTables(context, parts), ...areaTable(context, parts)].flatMap((asked) => draftTable(asked, parts));
}

function askedTables({ scope }: QuestionContext, { tables, recording, declared }: EventParts): readonly Asked[] {
  const [people, incidents] = [comparedSource(scope), changeSource(scope)];
  const injured = sourceColumn(people, "persons", "injured");
  const isJump = (key: string) =>
    recording.changes.some((change) => change.kind === "missing-jumps" && change.key === key);
  return [
    {
      measure: "kinds",
      unit: "force",
      table: forceOnly(tableOf(tables, "force")),
      column: "force_type",
      dimension: { field: "force_application.force_type", codeList: "force_type" },
      notes: codeNotes(recording.changes, declared, "force_application.force_type"),
      isBlocked: recording.blocksKinds,
    },
    {
      measure: "reasons",
      unit: incidents.unit,
      table: forceOnly(tableOf(tables, "reasons")),
      column: sourceColumn(incidents, "incidents", "contact_reason"),
      dimension: { field: "incident.contact_reason", codeList: "contact_reason" },
      notes: codeNotes(recording.reasons, declared, "incident.contact_reason"),
    },
    {
      measure: "injuries",
      unit: people.unit,
      table: forceOnly(tableOf(tables, "injuries")),
      column: injured,
      dimension: { field: "injury.injury_severity", codeList: "yes_no" },
      isBlocked: isJump(injured),
    },
  ];
}

/** Codes that came up or went out, or are said to be recorded otherwise, have nothing to be compared with. */
function codeNotes(
  changes: readonly { readonly key: string; readonly kind: string }[],
  { ofCodes }: EventParts["declared"],
  field: string,
): ReadonlyMap<string, string> {
  const noteOf: Partial<Record<string, string>> = {
    appears: "drift-appears",
    vanishes: "drift-vanishes",
    within: "drift-within",
  };
  return new Map([
    ...ofCodes.flatMap((event) => aboutCodes(event, field).map((code): [string, string] => [code, "form-changed"])),
    ...changes.flatMap(({ key, kind }): [string, string][] => {
      const note = noteOf[kind];
      return note === undefined ? [] : [[key, note]];
    }),
  ]);
}

/** Incidents by the area column that says best where; a town that holds most of them says nothing of where. */
function areaTable({ scope }: QuestionContext, { tables }: EventParts): readonly Asked[] {
  const source = changeSource(scope);
  if (areaColumns.some((column) => tables[column] === undefined)) return [];
  const cells = Object.fromEntries(areaColumns.map((column) => [column, tableOf(tables, column)]));
  const areas = chooseAreas(source, cells as Record<AreaColumn, CellTable>);
  if (areas === undefined) return [];
  const { column, tally } = areas;
  if ((column === "city" || column === "county") && !saysWhere(tally)) return [];
  return [
    {
      measure: "areas",
      unit: source.unit,
      table: forceOnly(tableOf(tables, column)),
      column: sourceColumn(source, "incidents", column),
      dimension: { field: `location.${column}` },
      caveats: ["area-names-as-recorded"],
    },
  ];
}

function draftTable(asked: Asked, { event, recording, pairs }: EventParts): readonly DraftTable[] {
  const { measure, unit, table, column, dimension, notes = new Map(), isBlocked = false, caveats = [] } = asked;
  if (!table.by.includes(column)) return [];
  const counts = windowCounts(table, column, pairs);
  if (counts.length < 2) return [];
  const reason = isBlocked || recording.blocksTotal ? "recording-changed" : tooFew(pairs.length);
  const without = new Set([...notes.keys(), ...(measure === "kinds" ? recording.elsewhere : [])]);
  const dispersion = windowDispersion(table, column, { pairs, without });
  const target = aboutCodes(event, dimension.field);
  const control = (event.unaffected ?? []).flatMap(({ field, codes }) => (field === dimension.field ? codes : []));
  const compared = compareWindows(counts, { dispersion, notes });
  return [
    {
      measure,
      unit,
      dimension,
      drafts: reason === undefined ? compared : compared.map(({ row }) => ({ row: withoutRatio(row) })),
      values:
        reason === undefined
          ? {
              mixDispersion: dispersion.mix,
              totalDispersion: dispersion.total,
              ...displacementValues(counts, { target, control, dispersion }),
            }
          : {},
      ...(reason === undefined ? {} : { reason }),
      caveats,
    },
  ];
}

const tooFew = (pairs: number): CaveatId | undefined =>
  pairs < changeRule("fewestPairs") ? "too-few-months-for-change" : undefined;

function withoutRatio(row: FindingRow): FindingRow {
  return { ...row, compared: { direction: "none" } };
}
