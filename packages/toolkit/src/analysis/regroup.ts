import { type Tally, tallyOf } from "./tally.ts";

/** Adds up the values of a tally that belong to one group; the missing stay as they are. */
export function regroup(tallied: Tally, groupOf: (value: string) => string): Tally {
  const countByGroup = new Map<string, number>();
  for (const { value, count } of tallied.values) {
    const group = groupOf(value);
    countByGroup.set(group, (countByGroup.get(group) ?? 0) + count);
  }
  const countByReason = new Map(tallied.missing.map(({ reason, count }) => [reason, count]));
  const { years } = tallied;
  return { ...tallyOf(countByGroup, countByReason), ...(years === undefined ? {} : { years }) };
}
