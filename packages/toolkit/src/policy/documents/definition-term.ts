/** Headings of parts that define terms. */
const definitions = /\b(?:definitions?|glossary|terminology|defined terms)\b|^(?:\S+\s+)?terms:?$/i;

const forms: readonly RegExp[] = [
  /^["“]([^"”]{2,80})["”]\s*(?:\([^)]{1,60}\)\s*)?(?:[-–—:]|(?:shall\s+)?means?\b|is\b|refers to\b|includes?\b)/,
  /^([“"]?[\p{L}(][^:.;]{1,90}?)\s*:\s+(?=\S)/u,
  /^([\p{L}(][^.;:]{1,90}?)\s+[-–—]+\s*(?=\S)/u,
  /^([\p{L}(][^.;:—]{1,90}?)(?:—|\s–|–\s)(?=\S)/u,
  /^(?:an?\s+|the\s+)?([\p{L}(][^.;:]{1,70}?),?\s+(?:shall\s+)?(?:means?|is defined as|are defined as|refers? to|is any|are any)\b/iu,
];

const outside: readonly RegExp[] = [
  /^["“]([^"”]{2,80})["”]\s*(?:shall\s+)?(?:means?|is defined as|refers to)\b/,
  /^(?:an?\s+|the\s+)?(?:term\s+)?["“]?([\p{L}][^.;:,"“”]{1,50}?)["”]?\s+(?:is|are)\s+defined\s+(?:as|by|in)\b/iu,
];

/** Whether a heading opens a part that defines terms. */
export const opensDefinitions = (heading: string): boolean => definitions.test(heading) && heading.length < 90;

/**
 * The term a sentence defines: "Term: …", "Term – …", "“Term” means …", and inside a definitions section also
 * "TERM means …". Undefined where the words before the sign are a sentence themselves.
 *
 * @example definitionTerm("Deadly force - Force likely to cause death.", true) // "Deadly force"
 */
export function definitionTerm(sentence: string, isInDefinitions: boolean): string | undefined {
  for (const form of isInDefinitions ? forms : outside) {
    const term = form
      .exec(sentence)?.[1]
      ?.replace(/^[“"]|["”]$/g, "")
      .trim();
    if (term && isTerm(term)) return term;
  }
  return undefined;
}

/** Whether words can be a term: few, and no sentence. */
export function isTerm(words: string): boolean {
  const parts = words.trim().split(/\s+/);
  return (
    parts.length <= 12 &&
    words.length <= 90 &&
    /\p{L}{2}/u.test(words) &&
    !/\b(?:shall|must|will|should|may|is|are|was|were|has|have|includ(?:e|es|ing)|following|note|example|when|if)\b/i.test(
      words,
    ) &&
    !/^(?:this|these|it|he|she|they|officers? (?:who|that))\b/i.test(words)
  );
}
