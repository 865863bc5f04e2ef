/** Events of one group and what they are set against: residents, stops, or all people of the group. */
export type GroupCount = { readonly key: string; readonly count: number; readonly exposure: number };

/** How groups are compared. */
export type CompareOptions = {
  /** Key of the group the others are compared with, or `everybodyElse`. */
  readonly reference: string;
  /** Events whose group is not known but could be any of them. */
  readonly missing?: number;
  /** Share of all events whose group is not known, 0–1; above 0.2 the range decides, above 0.3 nothing is compared. */
  readonly missingShare?: number;
  /** Factor by which variances are widened because events come in clusters; at least 1. */
  readonly dispersion?: number;
  readonly level?: number;
};

/** The counts a group is compared with: those of the reference, or of all other groups together. */
export function otherSide(groups: readonly GroupCount[], group: GroupCount, reference: string): GroupCount | undefined {
  const named = groups.find(({ key }) => key === reference);
  if (named !== undefined) return named === group ? undefined : named;
  const others = groups.filter((candidate) => candidate !== group);
  return {
    key: reference,
    count: others.reduce((sum, { count }) => sum + count, 0),
    exposure: others.reduce((sum, { exposure }) => sum + exposure, 0),
  };
}
