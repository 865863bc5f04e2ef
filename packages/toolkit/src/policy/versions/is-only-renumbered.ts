/** Words before the number of a section, by which a short number can be told to be one. */
const named =
  "sections?|sec|subsections?|paragraphs?|para|policy|policies|chapters?|orders?|directives?|rules?|articles?|parts?|procedures?|appendix|attachment|standards?|see";

const reference = new RegExp(
  `((?:\\b(?:${named})\\.?|§)\\s*#?)(?:\\d+(?:[.-]\\d+)*|[ivx]+\\b|[a-z]\\b)(?:\\([a-z\\d]+\\))*|\\b\\d{3,}\\.\\d+(?:\\.\\d+)*(?:\\([a-z\\d]+\\))*|\\b\\d+\\.\\d+(?:\\.\\d+)+(?:\\([a-z\\d]+\\))*`,
  "g",
);

/**
 * Whether two wordings differ only in numbers of sections, markers of lists, capitals, spaces and marks of punctuation
 * at the edge of words. A number that is no section's, such as a limit of 0.08 or 24 hours, is not passed over, nor is a
 * sign such as % or $.
 *
 * Not a judgment that the reference still leads to the same words: that section may say something else now.
 *
 * @example isOnlyRenumbered("See 300.4.1 for the form.", "See 310.5.1 for the form.") // true
 */
export function isOnlyRenumbered(before: string, after: string): boolean {
  return bare(before) === bare(after);
}

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^\s*\(?(?:\d{1,3}(?:\.\d+)*|[a-z]|[ivx]{1,5})[.)]?\s(?=\S)/, (marker) =>
      /[.)]/.test(marker) ? "" : marker,
    )
    .replaceAll(reference, (_, name: string | undefined) => `${name ?? ""} # `)
    .replaceAll(/[.,;:'"“”‘’()[\]•·–—-]+(?=\s|$)|(?<=\s|^)[.,;:'"“”‘’()[\]•·–—-]+/g, " ")
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/(?<=\p{L})\.(?=\p{L}{2})|\s+/gu, "");
