import type { BenchmarkReference } from "./benchmark.ts";
import type { ElementId, ElementStatus } from "./element.ts";
import type { MissingCount } from "./missing.ts";
import type { Unit } from "./unit.ts";
import type { Years } from "./years.ts";

/** Lower and upper bound, in the unit of the estimate they belong to (shares are 0–1). */
export type Interval = { readonly low: number; readonly high: number };

/** Which release a finding was made from. */
export type ReleaseReference = { readonly place: string; readonly date: string; readonly hash: string };

/** How a figure may be shown: the release ladder. */
export type Shown = "full" | "range" | "counts" | "cannot-say";

/** A value with its interval, where one can be given. */
export type Estimate = { readonly value: number; readonly interval?: Interval };

/**
 * What a comparison lets one say. `higher`, `lower`: the adjusted p value is below 0.05 and the interval lies on one
 * side of 1. `about-the-same`: the interval holds 1 and is narrow. `cannot-tell`: the interval holds 1 and is too wide
 * to say so. `none`: nothing was compared, with the reason beside it.
 */
export type Direction = "higher" | "lower" | "about-the-same" | "cannot-tell" | "none";

/** How a row stands to the reference row of its finding, or to what would be expected of it. */
export type RowComparison = {
  /** What the row's count is set against: residents, stops, or people on whom force was used. */
  readonly exposure?: number;
  /** `count / exposure`; multiply by `Comparison.per` for a reader. A share when the count is part of the exposure. */
  readonly rate?: Estimate;
  /** The row's rate over the reference row's. */
  readonly ratio?: Estimate;
  /** The same ratio after allowing for `Comparison.adjustedFor`. */
  readonly adjusted?: Estimate;
  /** Which share of the gap, on the log scale, stays after allowing for `Comparison.adjustedFor`. */
  readonly remaining?: Estimate;
  /** The adjusted ratio by other methods: does the answer depend on the method? */
  readonly alternatives?: readonly { readonly method: string; readonly ratio: Estimate }[];
  /** What `ratio` could be over every way the missing values could have fallen. */
  readonly ratioRange?: Interval;
  /** The row's rate less the reference row's. */
  readonly difference?: Estimate;
  /** `count` less what it would be at the reference row's rate. */
  readonly excess?: number;
  /** p value of the comparison, adjusted for all comparisons of the finding. */
  readonly p?: number;
  /** What would be expected of the row at the rate of all rows. */
  readonly expected?: number;
  /** Where 95% and 99.8% of such rows would lie by chance, as rates. */
  readonly limits?: { readonly inner: Interval; readonly outer: Interval };
  readonly direction: Direction;
  /** Why there is no ratio, or why it is not worded; a caveat id. */
  readonly reason?: string;
};

/** What the rows of a finding are compared with, and how. */
export type Comparison = {
  /** Key of the row the others are compared with; undefined when rows are compared with all. */
  readonly reference?: string;
  /** What the counts are set against; undefined when it is the release's own people. */
  readonly benchmark?: BenchmarkReference;
  /** Rates are shown per this many: 1,000 residents, 100 arrests. 1 for shares. */
  readonly per: number;
  /** Confidence level of every interval, 0–1. Each interval stands on its own. */
  readonly level: number;
  /** What `adjusted` allows for: `age-sex`, fields of the standard, covariates. */
  readonly adjustedFor?: readonly string[];
  /** How p values were adjusted, over how many comparisons. */
  readonly family?: { readonly method: "holm" | "benjamini-hochberg"; readonly comparisons: number };
  /** Factor by which variances were widened because counted rows come in clusters; 1 when they do not. */
  readonly dispersion?: number;
};

/** One line of a finding: a group, a month, an area or a category. */
export type FindingRow = {
  /** A code of `dimension.codeList`, or the value itself (a month `2019-04`, an area's name). */
  readonly key: string;
  /** Whole number of `unit`. Absent only when it cannot be counted (a month outside the data). */
  readonly count?: number;
  /** Part of `denominator`, 0–1: of those whose value is known. */
  readonly share?: number;
  /** What `share` could be over every way the missing values could have fallen: worst to best. */
  readonly range?: Interval;
  /** A second key, for findings over two dimensions. */
  readonly key2?: string;
  /** Why the row has no count, or what to know of it; a caveat id. */
  readonly note?: string;
  /** Further numbers of this row, by name; what each is stands in the method's page. */
  readonly figures?: Readonly<Record<string, number>>;
  /** For findings that compare. */
  readonly compared?: RowComparison;
};

/**
 * The answer to one question, with everything needed to check it. Sentences, charts, tables and JSON are all made
 * from this record; a figure that lacks one of its parts cannot be shown.
 */
export type Finding = {
  /** Permanent within a place: `question/measure/unit`, such as `on-whom/race/people`. */
  readonly id: string;
  /** File name of the question in `analysis/questions`. */
  readonly question: string;
  /** What is measured, such as `race`, `monthly-count`, `force-family`. */
  readonly measure: string;
  /** The minimum element that the finding speaks of. */
  readonly element?: ElementId;
  readonly unit: Unit;
  /** Undefined when no record carries a date. */
  readonly years?: Years;
  /** The field the rows are broken down by and the code list that titles them. */
  readonly dimension?: { readonly field: string; readonly codeList?: string };
  readonly rows: readonly FindingRow[];
  /** Key of the row that the sentence is about. */
  readonly lead?: string;
  /** Count the sentence is about: of `unit`. */
  readonly numerator?: number;
  /** Records whose value is known. */
  readonly denominator: number;
  /** All records of `unit` that the question was asked of: `denominator` plus the missing. */
  readonly total: number;
  readonly missing: readonly MissingCount[];
  /** Sampling or model interval of the headline figure, where one applies. */
  readonly interval?: Interval;
  /** What the headline share could be, given what is missing. */
  readonly range?: Interval;
  /** For findings that compare: with what and how. */
  readonly comparison?: Comparison;
  /** Further whole numbers, shares or words that the sentence needs, by name. */
  readonly values?: Readonly<Record<string, number | string>>;
  /** Name of the method; has a page in `docs/methods`. */
  readonly method: string;
  readonly release: ReleaseReference;
  /** Caveat ids; each has a sentence in the report's words. */
  readonly caveats: readonly string[];
  readonly shown: Shown;
  /** Why it is not shown in full; a caveat id. */
  readonly reason?: string;
  /** For gap findings. */
  readonly status?: ElementStatus;
};
