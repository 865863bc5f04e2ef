import concepts from "../rules/concepts.json" with { type: "json" };

const conceptById = new Map(Object.entries(concepts as Record<string, readonly string[]>));
const known = new WeakMap<readonly string[], readonly string[]>();

/**
 * The phrases of a group in a rule: `@firearm` stands for the words that `rules/concepts.json` lists under it.
 *
 * @throws RangeError where a concept is not in the list
 */
export function conceptPhrases(group: readonly string[]): readonly string[] {
  const before = known.get(group);
  if (before !== undefined) return before;
  const phrases = group.flatMap((phrase) =>
    phrase.startsWith("@") ? conceptPhrases(concept(phrase.slice(1))) : [phrase],
  );
  known.set(group, phrases);
  return phrases;
}

function concept(id: string): readonly string[] {
  const phrases = conceptById.get(id);
  if (phrases === undefined) throw new RangeError(`invalid concept; must be in concepts.json: ${id}`);
  return phrases;
}
