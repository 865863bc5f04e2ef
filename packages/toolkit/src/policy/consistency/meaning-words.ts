import meanings from "./meanings.json" with { type: "json" };

const small = new Set(meanings.small);
const stem = (word: string): string => word.replace(/(?:ing|ed|es|s|ly)$/, "");
const groupByWord = new Map(
  meanings.same.flatMap(([first = "", ...others]) => [first, ...others].map((word) => [stem(word), first] as const)),
);

/**
 * The words that carry a definition's meaning, without endings; words that stand for one another count as one.
 * Not for polarity: "likely" and "not likely" have the same words.
 *
 * @example [...meaningWords("likely to cause great harm")] // ["likely", "cause", "serious", "injury"]
 */
export function meaningWords(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return new Set(
    words
      .filter((word) => !small.has(word) && word.length > 1)
      .map((word) => groupByWord.get(stem(word)) ?? stem(word)),
  );
}

/** Share of the words of the shorter (or longer) of two that both have, 0–1. */
export function sharedPart(
  one: ReadonlySet<string>,
  other: ReadonlySet<string>,
  of: "shorter" | "longer" = "shorter",
): number {
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared / (of === "shorter" ? Math.min(one.size, other.size) : Math.max(one.size, other.size));
}
