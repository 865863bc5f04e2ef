import type { ClausePair } from "./clause-pair.ts";
import { longestOrder } from "./longest-order.ts";

/**
 * Pairs of equal keys. Keys that stand once in each list are the landmarks; equal keys right beside a landmark go with
 * it; between two landmarks that kept their order, equal keys are paired from top to bottom; what is left is paired in
 * its order wherever it stands. So a sentence that every policy of a manual repeats stays with its own policy when
 * another policy is put in before it.
 *
 * Source: the idea of landmarks is Bram Cohen's patience diff.
 *
 * @example equalPairs(["a", "b"], ["b", "a"]) // [{ before: 1, after: 0, likeness: 1 }, { before: 0, after: 1, likeness: 1 }]
 */
export function equalPairs(old: readonly string[], now: readonly string[]): readonly ClausePair[] {
  const landmarks = sharedOnce(old, now);
  const inOrder = longestOrder(landmarks.map(({ before }) => before));
  const kept = landmarks.filter((_, place) => inOrder.has(place));
  const used = {
    before: new Set(landmarks.map((pair) => pair.before)),
    after: new Set(landmarks.map((pair) => pair.after)),
  };
  const found = [...landmarks, ...beside(old, now, { landmarks, used })];
  const ends = [...kept, { before: old.length, after: now.length }];
  let from = { before: 0, after: 0 };
  for (const end of ends) {
    found.push(...inGap(old, now, { from, end, used }));
    from = { before: end.before + 1, after: end.after + 1 };
  }
  const whole = { from: { before: 0, after: 0 }, end: { before: old.length, after: now.length }, used };
  return [...found, ...inGap(old, now, whole)].toSorted((a, b) => a.after - b.after);
}

function sharedOnce(old: readonly string[], now: readonly string[]): readonly ClausePair[] {
  const [once, again] = [placesOnce(old), placesOnce(now)];
  return [...again].flatMap(([key, after]) => {
    const before = once.get(key);
    return before === undefined || after === undefined ? [] : [{ before, after, likeness: 1 }];
  });
}

/** Place of each key that stands once; undefined for the others. */
function placesOnce(keys: readonly string[]): ReadonlyMap<string, number | undefined> {
  const places = new Map<string, number | undefined>();
  for (const [index, key] of keys.entries()) places.set(key, places.has(key) ? undefined : index);
  return places;
}

type Used = { readonly before: Set<number>; readonly after: Set<number> };

/** From each landmark up and down, while both lists go on with equal keys: what moved as a whole stays together. */
function beside(
  old: readonly string[],
  now: readonly string[],
  { landmarks, used }: { readonly landmarks: readonly ClausePair[]; readonly used: Used },
): readonly ClausePair[] {
  return landmarks.flatMap((landmark) =>
    [1, -1].flatMap((step) => {
      const run: ClausePair[] = [];
      let [before, after] = [landmark.before + step, landmark.after + step];
      while (old[before] !== undefined && old[before] === now[after]) {
        if (used.before.has(before) || used.after.has(after)) break;
        used.before.add(before);
        used.after.add(after);
        run.push({ before, after, likeness: 1 });
        [before, after] = [before + step, after + step];
      }
      return run;
    }),
  );
}

type Gap = {
  readonly from: { readonly before: number; readonly after: number };
  readonly end: { readonly before: number; readonly after: number };
  readonly used: Used;
};

/** Pairs what is free in a gap, each key in its order, and notes what it used. */
function inGap(old: readonly string[], now: readonly string[], { from, end, used }: Gap): ClausePair[] {
  const free = new Map<string, number[]>();
  for (let before = end.before - 1; before >= from.before; before -= 1)
    if (!used.before.has(before)) free.set(old[before] ?? "", [...(free.get(old[before] ?? "") ?? []), before]);
  const found: ClausePair[] = [];
  for (let after = from.after; after < end.after; after += 1) {
    const before = used.after.has(after) ? undefined : free.get(now[after] ?? "")?.pop();
    if (before === undefined) continue;
    used.before.add(before);
    used.after.add(after);
    found.push({ before, after, likeness: 1 });
  }
  return found;
}
