import type { Direction } from "@evenhand/standard";

/** What is known of a change beside its size. */
export type ClaimEvidence = {
  readonly direction: Direction;
  /** Nothing was recorded otherwise around the date, or nothing was looked for. */
  readonly isRecordingSteady: boolean;
  /** The dates on which nothing happened seldom show as much: undefined when there were too few of them. */
  readonly isDateSpecial?: boolean;
  /** No comparison series moved likewise; undefined when there is none. */
  readonly areComparisonsSteady?: boolean;
  /** Agencies without the event did not move likewise; undefined when they cannot be compared. */
  readonly standsOutAmongAgencies?: boolean;
};

/**
 * How far words may go: 1 the counts moved (or did not), 2 beyond the noise from month to month, 3 and nothing was
 * recorded otherwise, 4 and neither other dates nor comparison series show it, 5 and agencies without the event do not
 * either. Each step needs the one below. None of them says that the event caused it.
 *
 * @example claimLevel({ direction: "lower", isRecordingSteady: true, isDateSpecial: true }) // 4
 */
export function claimLevel(evidence: ClaimEvidence): 1 | 2 | 3 | 4 | 5 {
  if (evidence.direction !== "lower" && evidence.direction !== "higher") return 1;
  if (!evidence.isRecordingSteady) return 2;
  const placebos = [evidence.isDateSpecial, evidence.areComparisonsSteady].filter((known) => known !== undefined);
  if (placebos.length === 0 || placebos.includes(false)) return 3;
  return evidence.standsOutAmongAgencies === true ? 5 : 4;
}
