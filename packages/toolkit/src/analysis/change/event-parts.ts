import type { PolicyEvent } from "@evenhand/standard";
import type { CellTable } from "../cell-table.ts";
import type { DeclaredRecording } from "./compared-time.ts";
import type { EventWindow, MonthPair } from "./event-window.ts";
import type { KnownMonths } from "./month-series.ts";
import type { RecordingCheck } from "./recording-check.ts";

/** Cells of the question by name. */
export type ChangeTables = Readonly<Record<string, CellTable>>;

/** What every table and series of an event is made from. */
export type EventParts = {
  readonly event: PolicyEvent;
  readonly window: EventWindow;
  /** Cells of the agencies that the event concerns, all of them where it names none. */
  readonly tables: ChangeTables;
  readonly months: KnownMonths;
  readonly recording: RecordingCheck;
  /** What the events file says of recording. */
  readonly declared: DeclaredRecording;
  readonly pairs: readonly MonthPair[];
};

const empty: CellTable = { by: ["occurred_month", "occurred_date"], cells: [] };

/** A table of the question by name, empty where it was not asked for. */
export const tableOf = (tables: ChangeTables, name: string): CellTable => tables[name] ?? empty;
