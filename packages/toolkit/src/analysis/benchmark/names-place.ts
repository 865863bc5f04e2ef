/**
 * Whether a benchmark's source names the place of the release: residents of a county are not those of a city in it. A
 * source that does not name the place may still be the right one, so this is a caution and never a refusal.
 *
 * @param place id of the agency's place: its name and, for a city, its state
 * @example namesPlace("American Community Survey; Hennepin County, Minnesota", "minneapolis-mn") // false
 */
export function namesPlace(source: string, place: string): boolean {
  const words = place
    .replace(/-[a-z]{2}$/, "")
    .split("-")
    .filter((word) => word.length > 2 && !["police", "department", "the", "city", "county"].includes(word));
  const text = source.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ");
  return words.length === 0 || words.every((word) => text.includes(word));
}
