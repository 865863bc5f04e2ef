import type { Finding, FindingRow, Interval, Unit } from "@evenhand/standard";
import { missingBounds } from "../stats/missing/missing-bounds.ts";
import { wilsonInterval } from "../stats/shares/wilson-interval.ts";
import type { CaveatId, MethodId } from "./caveat.ts";
import type { QuestionContext } from "./question.ts";
import { showTally } from "./show.ts";
import { couldBeKnown, countOf, type Tally } from "./tally.ts";
import { unitCaveats } from "./units.ts";

/** What a finding is about: everything that does not come from its counts. */
export type FindingSubject = Pick<Finding, "question" | "measure" | "unit"> & {
  readonly element?: Finding["element"];
  readonly dimension?: Finding["dimension"];
  readonly method?: MethodId;
  readonly caveats?: readonly CaveatId[];
  readonly values?: Finding["values"];
};

/**
 * Builds a finding of shares: each value's part of the known records, and the range it could have over every way the
 * missing could have fallen. The headline is `lead`, else the largest value. People and incidents get a sampling
 * interval; reports and force applications come in clusters, for which it would be too narrow.
 */
export function shareFinding(
  context: QuestionContext,
  subject: FindingSubject,
  tallied: Tally,
  leadValue?: string,
): Finding {
  const { shown, reason, caveats } = showTally(tallied, context.coverage);
  const hasShares = shown === "full" || shown === "range";
  const hasRange = hasShares || reason === "mostly-missing" || reason === "one-answer-only";
  const missing = couldBeKnown(tallied);
  const lead = leadValue ?? tallied.values[0]?.value;
  const values =
    lead === undefined || tallied.values.some(({ value }) => value === lead) || tallied.known === 0
      ? tallied.values
      : [...tallied.values, { value: lead, count: 0 }];
  const rows = values.map(
    ({ value, count }): FindingRow => ({
      key: value,
      count,
      ...(hasShares && isLargeEnough(count / tallied.known, reason) ? { share: count / tallied.known } : {}),
      ...(hasRange ? { range: missingBounds(count, tallied.known, missing) } : {}),
    }),
  );
  const headline = lead === undefined || tallied.known === 0 ? undefined : countOf(tallied, lead);
  return {
    ...frame(context, subject, tallied, "share-of-known", caveats),
    rows,
    ...(lead === undefined || headline === undefined ? {} : { lead, numerator: headline }),
    ...(headline === undefined || !hasRange ? {} : headlineRange(subject.unit, headline, tallied.known, missing)),
    shown,
    ...(reason === undefined ? {} : { reason }),
  };
}

/** Between 40% and 60% coverage only groups of at least 20% get a share: the ladder's rule `coverage-below-60`. */
function isLargeEnough(share: number, reason: CaveatId | undefined): boolean {
  return reason !== "coverage-below-60" || share >= 0.2;
}

/** Builds a finding of plain counts; its rows are given, and carry no share of the known records unless written. */
export function countFinding(
  context: QuestionContext,
  subject: FindingSubject,
  tallied: Tally,
  rest: Pick<Finding, "rows" | "shown"> & Partial<Pick<Finding, "lead" | "numerator" | "reason" | "status">>,
): Finding {
  const framed = frame(context, subject, tallied, "count", []);
  if (rest.shown !== "cannot-say") return { ...framed, ...rest };
  return { ...framed, rows: [], shown: rest.shown, ...(rest.reason === undefined ? {} : { reason: rest.reason }) };
}

/** Builds the finding that says that a unit cannot be counted, or nothing can be said, and why. Never a number. */
export function cannotSay(context: QuestionContext, subject: FindingSubject, reason: CaveatId): Finding {
  const empty: Tally = { values: [], known: 0, missing: [], total: 0 };
  return { ...frame(context, subject, empty, "count", []), rows: [], shown: "cannot-say", reason };
}

function frame(
  context: QuestionContext,
  subject: FindingSubject,
  tallied: Tally,
  method: MethodId,
  caveats: readonly CaveatId[],
): Omit<Finding, "rows" | "shown"> {
  const { question, measure, unit, element, dimension, values } = subject;
  return {
    id: `${question}/${measure}/${unit}`,
    question,
    measure,
    ...(element === undefined ? {} : { element }),
    unit,
    ...(tallied.years === undefined ? {} : { years: tallied.years }),
    ...(dimension === undefined ? {} : { dimension }),
    denominator: tallied.known,
    total: tallied.total,
    missing: tallied.missing,
    ...(values === undefined ? {} : { values }),
    method: subject.method ?? method,
    release: context.release,
    caveats: [...new Set([...unitCaveats(context.scope, unit), ...(subject.caveats ?? []), ...caveats])],
  };
}

function headlineRange(
  unit: Unit,
  count: number,
  known: number,
  missing: number,
): { range: Interval; interval?: Interval } {
  const range = missingBounds(count, known, missing);
  const isIndependent = unit === "people" || unit === "incidents";
  return isIndependent ? { range, interval: wilsonInterval(count, known) } : { range };
}
