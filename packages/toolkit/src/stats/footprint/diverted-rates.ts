/** Events that began in one kind of situation, for two groups, and the share of those situations to be diverted. */
export type DivertedReason = {
  readonly group: number;
  readonly reference: number;
  /** Share of these situations that no longer happen or get another answer, 0–1. */
  readonly diverted: number;
  /** Risk of the event in the situations diverted over the risk in all of this kind; 1 if they are alike. */
  readonly relativeRisk: number;
};

/** One group's events before and after, and what went. */
export type DivertedCount = {
  readonly before: number;
  readonly after: number;
  /** Undefined where there were no events. */
  readonly removedShare: number | undefined;
};

/** @see divertedRates */
export type DivertedRates = {
  readonly group: DivertedCount;
  readonly reference: DivertedCount;
  /** Rate ratio of group over reference; Infinity if only the reference has no events, undefined if neither has. */
  readonly ratioBefore: number | undefined;
  readonly ratioAfter: number | undefined;
  /** Events of the group beyond what the reference's rate would give. */
  readonly excessBefore: number;
  readonly excessAfter: number;
};

/**
 * What two groups' events and their rate ratio would be if a share of the situations they began in were diverted:
 * after = Σ count · (1 − diverted · relativeRisk), over the same exposures. Shows that fewer events in all need not
 * mean a smaller ratio. Plain arithmetic on assumed shares, without uncertainty: use {@link avoidedEvents} for a range.
 * Not for situations that would come back under another name.
 *
 * Source: arithmetic; the two scales: Knol & VanderWeele (2012), International Journal of Epidemiology 41, 514–520.
 *
 * @param reasons each kind of situation once, the unknown as a row of its own
 * @param exposure people (or stops) of each group, both above 0
 * @throws RangeError if a count or relativeRisk is negative, a share not in [0, 1], diverted · relativeRisk above 1, or
 *   an exposure not positive
 * @example
 * divertedRates(
 *   [{ group: 40, reference: 30, diverted: 0.5, relativeRisk: 1 }],
 *   { group: 1000, reference: 3000 },
 * ) // { group: { before: 40, after: 20, removedShare: 0.5 }, ratioBefore: 4, ratioAfter: 4, excessAfter: 15 }
 */
export function divertedRates(
  reasons: readonly DivertedReason[],
  exposure: { readonly group: number; readonly reference: number },
): DivertedRates {
  for (const reason of reasons) checkReason(reason);
  for (const people of [exposure.group, exposure.reference])
    if (!(people > 0 && people < Infinity)) throw new RangeError(`invalid exposure; must be positive: ${people}`);
  const group = total(reasons, "group");
  const reference = total(reasons, "reference");
  const excess = (moment: "before" | "after") =>
    group[moment] - (exposure.group / exposure.reference) * reference[moment];
  return {
    group,
    reference,
    ratioBefore: quotient(group.before / exposure.group, reference.before / exposure.reference),
    ratioAfter: quotient(group.after / exposure.group, reference.after / exposure.reference),
    excessBefore: excess("before"),
    excessAfter: excess("after"),
  };
}

function checkReason({ group, reference, diverted, relativeRisk }: DivertedReason): void {
  for (const [name, value] of Object.entries({ group, reference, relativeRisk }))
    if (!(value >= 0 && value < Infinity)) throw new RangeError(`invalid ${name}; must not be negative: ${value}`);
  if (!(diverted >= 0 && diverted <= 1)) throw new RangeError(`invalid diverted; not in [0, 1]: ${diverted}`);
  if (diverted * relativeRisk > 1)
    throw new RangeError(`invalid relativeRisk; diverts more than there is: ${diverted} × ${relativeRisk}`);
}

function total(reasons: readonly DivertedReason[], who: "group" | "reference"): DivertedCount {
  const before = reasons.reduce((sum, reason) => sum + reason[who], 0);
  const after = reasons.reduce((sum, reason) => sum + reason[who] * (1 - reason.diverted * reason.relativeRisk), 0);
  return { before, after, removedShare: quotient(before - after, before) };
}

function quotient(above: number, below: number): number | undefined {
  const value = above / below;
  return Number.isNaN(value) ? undefined : value;
}
