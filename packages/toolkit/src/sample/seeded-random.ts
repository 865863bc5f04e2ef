/** Chance as an argument: the same seed gives the same draws on every machine. */
export type SeededRandom = {
  /** At least 0, below 1. */
  readonly next: () => number;
  /** Whole number at least `low`, at most `high`. */
  readonly integer: (low: number, high: number) => number;
  /** True with probability `share` (0–1). */
  readonly chance: (share: number) => boolean;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  /** Draws a key with probability in proportion to its weight. */
  readonly weighted: <Key extends string>(weights: Readonly<Record<Key, number>>) => Key;
};

/** FNV-1a, so that a name can be a seed. */
export function seedOf(text: string): number {
  let hash = 2166136261;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619);
  return hash >>> 0;
}

/**
 * Random draws for made-up sample data. Integer arithmetic only, so no platform differs. Not for statistics that need
 * long streams (32 bits of state) and never for secrets.
 *
 * Source: mulberry32, Tommy Ettinger, public domain.
 *
 * @param seed whole number; only its low 32 bits count
 * @throws RangeError when a draw has nothing to draw from
 */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const integer = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));

  return {
    next,
    integer,
    chance: (share) => next() < share,
    pick: <Item>(items: readonly Item[]) => {
      if (items.length === 0) throw new RangeError("invalid items; nothing to pick from: 0");
      return items[integer(0, items.length - 1)] as Item;
    },
    weighted: <Key extends string>(weights: Readonly<Record<Key, number>>) => {
      const keys = Object.keys(weights) as Key[];
      const total = keys.reduce((sum, key) => sum + weights[key], 0);
      let left = next() * total;
      for (const key of keys) {
        left -= weights[key];
        if (left < 0) return key;
      }
      throw new RangeError(`invalid weights; must add up to more than 0: ${total}`);
    },
  };
}
