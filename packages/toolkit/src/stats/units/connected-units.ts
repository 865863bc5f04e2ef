/**
 * Which units can be compared with which: two units are connected when they meet, or when a chain of meetings joins
 * them. Not a measure of how well they can be compared: one meeting is enough.
 *
 * Source: union–find, Tarjan (1975), Journal of the ACM 22, 215–225.
 *
 * @param units number of units
 * @param meetings lists of units, by place from 0, that met
 * @returns for each unit the lowest place among those it is connected with, its own if it met nobody
 * @throws RangeError if a meeting holds a place that is not in 0 … units − 1
 * @example connectedUnits(4, [[2, 0], [3, 2]]) // [0, 1, 0, 0]
 */
export function connectedUnits(units: number, meetings: readonly (readonly number[])[]): readonly number[] {
  const parents = Array.from({ length: units }, (_, place) => place);
  const root = (place: number): number => {
    let at = place;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at] ?? at] ?? at;
      at = parents[at] ?? at;
    }
    return at;
  };
  for (const meeting of meetings)
    for (const place of meeting) {
      if (!(Number.isInteger(place) && place >= 0 && place < units))
        throw new RangeError(`invalid place; not a whole number from 0 to ${units - 1}: ${place}`);
      const [one, other] = [root(place), root(meeting[0] ?? place)];
      parents[Math.max(one, other)] = Math.min(one, other);
    }
  return parents.map((_, place) => root(place));
}
