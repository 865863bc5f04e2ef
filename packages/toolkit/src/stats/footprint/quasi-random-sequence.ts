/**
 * Numbers that fill (0, 1) more evenly than chance would, for averages over several unknowns at once: the fractional
 * parts of (i + ½)·√prime, one prime for each dimension (Richtmyer's sequence). Not random: it says nothing of how much
 * draws vary, and two sequences of the same dimension are the same. Not for more than a few dozen dimensions.
 *
 * Source: Richtmyer (1951), Los Alamos report LA-1342; Niederreiter (1978), Bulletin AMS 84, 957–1041.
 *
 * @param dimension counted from 0
 * @param length how many numbers, at most 10 million
 * @throws RangeError if dimension or length is not a whole number in its range
 * @example quasiRandomSequence(0, 2)[1] // 0.6213…
 */
export function quasiRandomSequence(dimension: number, length: number): Float64Array {
  if (!(Number.isInteger(dimension) && dimension >= 0 && dimension < 1000))
    throw new RangeError(`invalid dimension; not a whole number in 0–999: ${dimension}`);
  if (!(Number.isInteger(length) && length >= 0 && length <= 1e7))
    throw new RangeError(`invalid length; not a whole number in 0–10,000,000: ${length}`);
  const step = Math.sqrt(prime(dimension)) % 1;
  return Float64Array.from({ length }, (_, index) => ((index + 0.5) * step) % 1);
}

function prime(index: number): number {
  const found: number[] = [];
  for (let candidate = 2; found.length <= index; candidate++)
    if (found.every((divisor) => candidate % divisor !== 0)) found.push(candidate);
  return found[index] ?? 2;
}
