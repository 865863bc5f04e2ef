import type { Provision } from "@evenhand/standard/provision";

/** What became of one provision from the old version to the new. */
export type ProvisionChange = {
  /** Id of the rule. */
  readonly id: string;
  /**
   * `gained`, `lost`: it was not there (or contradicted) and is now, or the other way; `strengthened`, `weakened`: it is
   * in both and says more or less; `unclear`: one of the audits could not tell, or the words changed both ways.
   */
  readonly change: "gained" | "lost" | "strengthened" | "weakened" | "unchanged" | "unclear";
  readonly before: Provision;
  readonly after: Provision;
  /** Vague words and exceptions that only the new version has. */
  readonly weakeningsAdded: readonly string[];
  /** Vague words and exceptions that only the old version had. */
  readonly weakeningsRemoved: readonly string[];
};

const standing: Partial<Record<Provision["verdict"], number>> = {
  required: 3,
  qualified: 2,
  silent: 1,
  contradicted: 0,
};

/**
 * Provisions gained, lost, strengthened and weakened between the audits of two versions by the same rules. A verdict
 * "cannot tell" or "covered elsewhere" on one side is never rounded to a gain or a loss. Between two qualified verdicts
 * the weakening words decide: only new ones weaken, only dropped ones strengthen, both at once is unclear.
 *
 * Not proof that practice changed: the words did.
 *
 * @throws RangeError if the two audits did not ask the same rules
 */
export function provisionChanges(
  before: readonly Provision[],
  after: readonly Provision[],
): readonly ProvisionChange[] {
  const newById = new Map(after.map((provision) => [provision.id, provision]));
  if (newById.size !== before.length || before.some(({ id }) => !newById.has(id)))
    throw new RangeError(
      `invalid audits; must ask the same rules: ${before.map(({ id }) => id)} and ${after.map(({ id }) => id)}`,
    );
  return before.flatMap((old) => {
    const now = newById.get(old.id);
    return now === undefined ? [] : [changeOf(old, now)];
  });
}

function changeOf(before: Provision, after: Provision): ProvisionChange {
  const weakeningsAdded = missingFrom(weakenings(before), weakenings(after));
  const weakeningsRemoved = missingFrom(weakenings(after), weakenings(before));
  const found = { id: before.id, before, after, weakeningsAdded, weakeningsRemoved };
  const [from, to] = [standing[before.verdict], standing[after.verdict]];
  if (before.verdict === after.verdict && before.verdict !== "qualified") return { ...found, change: "unchanged" };
  if (from === undefined || to === undefined) return { ...found, change: "unclear" };
  if (from >= 2 !== to >= 2) return { ...found, change: to > from ? "gained" : "lost" };
  if (from !== to) return { ...found, change: to > from ? "strengthened" : "weakened" };
  if (weakeningsAdded.length > 0 && weakeningsRemoved.length > 0) return { ...found, change: "unclear" };
  if (weakeningsAdded.length > 0) return { ...found, change: "weakened" };
  return { ...found, change: weakeningsRemoved.length > 0 ? "strengthened" : "unchanged" };
}

const plain = (words: string): string => words.toLowerCase().replaceAll(/\s+/g, " ").trim();
const weakenings = ({ hedges, exceptions }: Provision): readonly string[] => [
  ...new Set([...hedges, ...exceptions].map(plain)),
];
const missingFrom = (some: readonly string[], all: readonly string[]): readonly string[] =>
  all.filter((words) => !some.includes(words));
