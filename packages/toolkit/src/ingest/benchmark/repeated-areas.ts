/** An area with its counts by group. */
export type CountedArea = {
  readonly name: string;
  readonly counts: readonly number[];
  /** All its people, when the counts are not all of them or hold their sum. */
  readonly people?: number;
};

const smallestTotal = 500;
const repeatedShare = 0.2;

/**
 * Finds numbers of a larger area that are repeated beside each of its parts, such as the population of a survey area
 * beside every police beat in it: added up, people would be counted several times. Areas with the same counts in at
 * least two groups and 500 people or more, when they are a fifth of all areas; with a single count, half of them.
 *
 * @returns what is wrong and what to do, or undefined
 */
export function repeatedAreas(areas: readonly CountedArea[]): string | undefined {
  const large = areas.filter(({ counts }) => counts.reduce((sum, count) => sum + count, 0) >= smallestTotal);
  const alike = [...Map.groupBy(large, ({ counts }) => counts.join(" ")).values()].filter((list) => list.length > 1);
  const least = (areas[0]?.counts.length ?? 0) > 1 ? repeatedShare : 0.5;
  const repeated = alike.reduce((sum, list) => sum + list.length, 0);
  const [first = []] = alike.toSorted((left, right) => right.length - left.length);
  if (first.length < 2 || repeated < least * areas.length) return undefined;
  const total = first[0]?.people ?? first[0]?.counts.reduce((sum, count) => sum + count, 0) ?? 0;
  const names = first.slice(0, 3).map(({ name }) => `“${name}”`);
  return `the same ${total.toLocaleString("en-US")} people stand beside ${names.join(", ")}${first.length > 3 ? ` and ${first.length - 3} more` : ""}. These are numbers of a larger area repeated beside each of its parts; added up, they would count people several times. Give a file in which each area has its own numbers, or one line for each larger area.`;
}
