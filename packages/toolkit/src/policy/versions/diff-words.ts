/** A run of words that both versions have, or only the new one, or only the old one. */
export type WordMark = { readonly kind: "same" | "added" | "removed"; readonly text: string };

const mostCells = 1_000_000;

/**
 * What changed between two wordings, word by word: the fewest words removed and added (longest common subsequence).
 * Joining the texts of `same` and `removed` gives the old words, `same` and `added` the new, with single spaces.
 * Of two texts so long that the comparison would not end soon, everything is marked as changed.
 *
 * Not for what a change means: "shall" for "should" is one word and a different duty.
 *
 * @example diffWords("Officers should report force.", "Officers shall report force.") // [{ kind: "same", text: "Officers" }, { kind: "removed", text: "should" }, { kind: "added", text: "shall" }, { kind: "same", text: "report force." }]
 */
export function diffWords(before: string, after: string): readonly WordMark[] {
  const old = before.split(/\s+/).filter((word) => word !== "");
  const now = after.split(/\s+/).filter((word) => word !== "");
  if (old.length * now.length > mostCells) return merge([...mark(old, "removed"), ...mark(now, "added")]);
  const lengths = commonLengths(old, now);
  const width = now.length + 1;
  const found: WordMark[] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < now.length) {
    const [word, other] = [old[i] ?? "", now[j] ?? ""];
    if (word === other) {
      found.push({ kind: "same", text: word });
      i += 1;
      j += 1;
    } else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) {
      found.push({ kind: "removed", text: word });
      i += 1;
    } else {
      found.push({ kind: "added", text: other });
      j += 1;
    }
  }
  return merge([...found, ...mark(old.slice(i), "removed"), ...mark(now.slice(j), "added")]);
}

/** Length of the longest common subsequence of every pair of ends, row by row. */
function commonLengths(old: readonly string[], now: readonly string[]): Uint32Array {
  const width = now.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        old[i] === now[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
  return lengths;
}

const mark = (words: readonly string[], kind: WordMark["kind"]): WordMark[] => words.map((text) => ({ kind, text }));

function merge(marks: readonly WordMark[]): readonly WordMark[] {
  const merged: WordMark[] = [];
  for (const { kind, text } of marks) {
    const last = merged.at(-1);
    if (last?.kind === kind) merged[merged.length - 1] = { kind, text: `${last.text} ${text}` };
    else merged.push({ kind, text });
  }
  return merged;
}
