import type { Years } from "./years.ts";

/**
 * What a benchmark counts: a code of the list `denominator_type`, or `unstated` when the file does not say. The kinds
 * never stand for one another: each comparison asks another question.
 */
export const benchmarkKinds = ["population", "contacts", "stops", "arrests", "calls_for_service", "unstated"] as const;

export type BenchmarkKind = (typeof benchmarkKinds)[number];

/** One count of a benchmark: people or events of one group, where the file tells of one sex, age band and area. */
export type BenchmarkCell = {
  /** Code of `race_ethnicity`. */
  readonly group: string;
  /** Code of `gender`. */
  readonly gender?: string;
  /** Code of `age_band`. */
  readonly ageBand?: string;
  /** The area's name as the file has it. */
  readonly area?: string;
  /** At least 0; a survey's estimate, so not always a whole number. */
  readonly count: number;
  /** Standard error of a survey's estimate (a published 90% margin of error divided by 1.645). */
  readonly standardError?: number;
};

/** What a count of force is compared with, as data with its source. */
export type Benchmark = {
  /** Unique among the benchmarks of one report: the kind, with a number when there are several of a kind. */
  readonly id: string;
  readonly kind: BenchmarkKind;
  /** File name, table and publisher, as far as the file tells. */
  readonly source: string;
  /** Checksum of the file, hexadecimal. */
  readonly sha256: string;
  readonly years?: Years;
  readonly cells: readonly BenchmarkCell[];
  /** How many areas of the file were added up for the total; undefined when it names none. */
  readonly areas?: number;
  /** Caveat ids that belong beside every figure made with it. */
  readonly caveats: readonly string[];
};

/** The part of a benchmark that a finding carries. */
export type BenchmarkReference = Omit<Benchmark, "cells" | "caveats">;

/** One area with what is known of it: who lives there, and figures that stand for its circumstances. */
export type Place = {
  readonly name: string;
  /** Residents by code of `race_ethnicity`; absent groups are not known, not zero. */
  readonly residents: Readonly<Record<string, number>>;
  /** All residents. */
  readonly population: number;
  /** Figures by covariate id, such as `poverty` (a share) or `violent_crime_rate`. */
  readonly covariates: Readonly<Record<string, number>>;
};

/** The areas of a city with their circumstances, from one file. */
export type PlaceTable = {
  readonly source: string;
  readonly sha256: string;
  readonly places: readonly Place[];
  /** Which column each covariate came from. */
  readonly covariates: readonly { readonly id: string; readonly column: string }[];
};
