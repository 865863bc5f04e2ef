const small = new Set("a an the and or of to in on for by with at from as vs nor but if is not".split(" "));

/** Names of parts that open a section in any department's orders. */
const part =
  /^(?:purpose(?: and scope)?|scope|policy(?: statement)?|definitions?|glossary|terms|procedures?|background|discussion|philosophy|responsibilit(?:y|ies)|rules|general|training|reporting|references?|attachments?|cross references?|guidelines)\s*:?$/i;

/**
 * Whether words look like a heading: short, no sentence, and in capitals, or bold or numbered with every word of weight
 * capitalised, or one of the names that open a section everywhere.
 */
export function looksLikeHeading(text: string, isMarked: boolean): boolean {
  const words = text.trim().replace(/\s*[[(][\d.,;\sA-Za-z-]*\d[\w.,;\s-]*[)\]]\s*$/, "");
  if (part.test(words)) return true;
  if (words.length < 3 || words.length > 110 || /[.;,?!]["”’')]*$/.test(words)) return false;
  const parts = words.replace(/:$/, "").split(/\s+/);
  if (parts.length > 14 || !/\p{L}{2}/u.test(words)) return false;
  const isCapital =
    /\p{Lu}{2}/u.test(words) && !/\p{Ll}{2}/u.test(words.replace(/\b(?:and|of|the|to|for|in|a)\b/g, ""));
  if (isCapital) return !/:$/.test(words) || parts.length <= 8;
  if (!isMarked) return false;
  const weighty = parts.filter((word) => /\p{L}{2}/u.test(word) && !small.has(word.toLowerCase()));
  const capitalised = weighty.filter((word) => /^[“"'(]?\p{Lu}/u.test(word)).length;
  return weighty.length > 0 && capitalised >= weighty.length * (parts.length > 5 ? 0.75 : 0.6);
}
