const word = /[\p{L}\p{N}]+(?:[.,](?=\d)\d+)*(?:['’/-][\p{L}\p{N}]+)*/gu;

/**
 * The words of a text in order, as written: letters and digits, with apostrophes, hyphens and strokes inside them
 * ("him/herself", "de-escalation" and "officer's" are one each). Marks of lists such as "(a)" and "300.4.1" are left out.
 *
 * @example wordsOf("(a) An officer's duty (300.4.1)") // ["An", "officer's", "duty"]
 */
export function wordsOf(text: string): readonly string[] {
  const plain = text.replaceAll(/\((?:[a-z]{1,2}|\d{1,2}|[ivx]{1,4})\)|\b\d+(?:\.\d+){1,4}(?:\([a-z\d]\))*/gi, " ");
  return plain.match(word)?.filter((found) => /\p{L}/u.test(found)) ?? [];
}
