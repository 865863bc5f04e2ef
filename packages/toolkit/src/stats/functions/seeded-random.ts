/**
 * Reproducible random numbers for simulations: the same seed gives the same numbers on every machine. Not for secrets
 * and not for privacy noise, since the next number can be guessed from the last ones.
 *
 * Source: mulberry32, Tommy Ettinger (2017), public domain.
 *
 * @param seed a whole number
 * @returns a function that gives the next number, from 0 up to but not including 1
 * @throws RangeError if the seed is not a whole number
 * @example seededRandom(1)() // 0.627073940…
 */
export function seededRandom(seed: number): () => number {
  if (!Number.isInteger(seed)) throw new RangeError(`invalid seed; must be a whole number: ${seed}`);
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
