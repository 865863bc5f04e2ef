/**
 * The form in which two names are compared, so that one person who writes a name in two ways is not counted as two
 * readers: letter case, accents written in two ways and spaces do not count. Not for showing: names are shown as
 * written.
 *
 * @example readerKey(" Ana  PÉREZ ") // "ana pérez"
 */
export function readerKey(name: string): string {
  return name.normalize("NFKC").trim().replaceAll(/\s+/gu, " ").toLowerCase();
}
