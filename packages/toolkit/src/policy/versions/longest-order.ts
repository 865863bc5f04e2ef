/**
 * Which of the numbers stand in order: the places of a longest rising subsequence. The rest were moved.
 *
 * Source: Fredman (1975), Discrete Mathematics 11, 29–35 (patience sorting).
 *
 * @example [...longestOrder([0, 3, 1, 2])] // [0, 2, 3]
 */
export function longestOrder(numbers: readonly number[]): ReadonlySet<number> {
  const tails: number[] = [];
  const previous: number[] = [];
  for (const [place, number] of numbers.entries()) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[tails[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    previous[place] = tails[low - 1] ?? -1;
    tails[low] = place;
  }
  const found: number[] = [];
  for (let place = tails.at(-1) ?? -1; place >= 0; place = previous[place] ?? -1) found.push(place);
  return new Set(found.reverse());
}
