import type { Interval } from "@evenhand/standard";

/**
 * How an estimate is drawn. `measured`: a filled dot; `unsure`: a hollow dot (few counts, much missing); `adjusted` and
 * `alternative`: hollow diamonds, the second smaller.
 */
export type MarkKind = "measured" | "unsure" | "adjusted" | "alternative";

/** What a range stands for: what the missing could do without an assumption, or with one of the two. */
export type RangeKind = "none" | "no-less-than-known" | "no-more-than-known";

/** One line of a chart of intervals, ready to be placed and drawn. */
export type IntervalLine = {
  readonly label: string;
  /** `heading` and `name` in ink; `soft` for what is not compared and for further lines of one group. */
  readonly tone: "heading" | "name" | "soft";
  /** The numbers, or why there are none. */
  readonly text: string;
  /** Space before it: it begins another group. */
  readonly startsGroup: boolean;
  readonly estimate?: { readonly kind: MarkKind; readonly value?: number; readonly interval?: Interval };
  readonly range?: { readonly kind: RangeKind; readonly interval: Interval };
  /** Drawn as a thin tick: the value among those that are known. */
  readonly known?: number;
  /** The row the others are compared with. */
  readonly isReference?: boolean;
  /** Drawn smaller: not the group that the finding is about. */
  readonly isMinor?: boolean;
};

/** Whether a line has anything to draw. */
export function isDrawn({ estimate, range, known, isReference }: IntervalLine): boolean {
  return estimate !== undefined || range !== undefined || known !== undefined || isReference === true;
}
