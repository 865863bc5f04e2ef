import type { BenchmarkCell, BenchmarkKind, Issue, Years } from "@evenhand/standard";

/** What one file of counts holds, before it is made a benchmark. */
export type Counted = {
  readonly kind: BenchmarkKind;
  readonly source: string;
  readonly years: Years | undefined;
  readonly cells: readonly BenchmarkCell[];
  readonly areas: number | undefined;
  readonly caveats: readonly string[];
  readonly issues: readonly Issue[];
  /** Table of the American Community Survey that holds one group only, such as `B01001B`; others belong with it. */
  readonly partOf?: { readonly table: string; readonly areas: string };
};

/** How a reader asked for one file. */
export type CountedOptions = {
  readonly kind?: BenchmarkKind | undefined;
  readonly areaContains?: string | undefined;
};
