/** Why a value is absent. A null in any coded field must carry one of these; none of them means "no" or "zero". */
export const missingReasons = [
  "unknown",
  "pending",
  "not_recorded",
  "not_asked",
  "refused",
  "not_applicable",
  "redacted",
  "unmappable",
] as const;

export type MissingReason = (typeof missingReasons)[number];

/** How many records lack a value, for one reason. Unit: whatever the carrying record counts. */
export type MissingCount = { readonly reason: MissingReason; readonly count: number };
