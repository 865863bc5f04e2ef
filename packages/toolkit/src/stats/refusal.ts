/**
 * Why a statistic cannot be calculated from these numbers. Never replaced by 0, 1, NaN or Infinity.
 *
 * Source: docs/methods, one page per published number, says what each reason means for a reader.
 */
export type Reason =
  | "no_exposure"
  | "no_events"
  | "no_reference_events"
  | "zero_cell"
  | "count_exceeds_total"
  | "negative_input"
  | "separated"
  | "aliased"
  | "no_overlap"
  | "too_few_clusters"
  | "too_few_units"
  | "too_few_events"
  | "suppressed_small_cell"
  | "not_recorded"
  | "missing_share_too_high"
  | "no_heterogeneity"
  | "not_converged";

/** The answer of a statistic that cannot be calculated, with its reason and, where it helps, what was wrong. */
export type Refusal = { readonly reason: Reason; readonly detail?: string };

/**
 * Whether an answer is a refusal.
 *
 * @example isRefusal({ reason: "no_events" }) // true
 */
export function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === "object" && answer !== null && "reason" in answer;
}
