/** Letters to add, drop or change to make one word of the other. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** ` Did you mean "…"?` for the nearest known word, or nothing when none is near. */
export function nearestWord(word: string, known: readonly string[]): string {
  let best = "";
  let distance = Math.max(2, Math.floor(word.length / 2));
  for (const candidate of known) {
    const found = editDistance(word.slice(0, 80), candidate);
    if (found < distance) [best, distance] = [candidate, found];
  }
  return best === "" ? "" : ` Did you mean "${best}"?`;
}
