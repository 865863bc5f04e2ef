import type { ElementId, ElementStatus } from "./element.ts";
import type { MissingCount } from "./missing.ts";
import type { Unit } from "./unit.ts";

/** Lower and upper bound, in the unit of the estimate they belong to (shares are 0–1). */
export type Interval = { readonly low: number; readonly high: number };

/** First and last calendar year that the counted records fall in. */
export type Years = { readonly from: number; readonly to: number };

/** Which release a finding was made from. */
export type ReleaseReference = { readonly place: string; readonly date: string; readonly hash: string };

/** How a figure may be shown: the release ladder. */
export type Shown = "full" | "range" | "counts" | "cannot-say";

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
