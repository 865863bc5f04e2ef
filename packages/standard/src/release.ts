import type { MissingReason } from "./missing.ts";
import type { UnitCount } from "./unit.ts";

/** A file exactly as the agency published it. */
export type Snapshot = {
  readonly name: string;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  /** Where it was got, when known. */
  readonly url?: string;
  /** ISO date it was got, when known. */
  readonly retrievedOn?: string;
};

/** What a form can record of one force code. */
export type ForceScope = "always" | "if_injury_or_complaint" | "not_recorded" | "unknown";

/** What the source has a column for. */
export type FieldScope = {
  /** Field id of the standard, such as `person.race_ethnicity`. */
  readonly field: string;
  /** `file: column` names it was read from; empty when no column was found. */
  readonly columns: readonly string[];
  /** Why the field has no values in some tables. */
  readonly missing?: MissingReason;
};

/** What an agency's files can say at all; `scope.json` of a release. */
export type Scope = {
  readonly fields: readonly FieldScope[];
  /** By force code. A code absent from the data means nothing unless its scope is `always`. */
  readonly force: Readonly<Record<string, ForceScope>>;
  readonly units: readonly UnitCount[];
};

/** Lines of the source files: every one is accounted for. */
export type LineCount = { readonly in: number; readonly accepted: number; readonly rejected: number };

/** A dated, immutable, hashed set of standard records made from snapshots; `release.json` of a release folder. */
export type Release = {
  readonly formatVersion: 1;
  readonly agency: { readonly id: string; readonly name: string; readonly state?: string };
  /** ISO date the release was made. Not part of the hash. */
  readonly date: string;
  /** sha256 over the contents of every table, independent of row order; hexadecimal. */
  readonly hash: string;
  /** Rows by table. */
  readonly tables: Readonly<Record<string, number>>;
  readonly lines: LineCount;
  readonly snapshots: readonly Snapshot[];
  readonly scope: Scope;
  /** First and last date of an incident, ISO; undefined when no date could be read. */
  readonly period?: { readonly from: string; readonly to: string };
};
