import type { Place } from "./place-index.ts";

/** Longest text that is looked for. */
export const longestSearch = 100;

/** Small letters without accents, words only. */
const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Whether every word of a search begins a word of the place's name, state or id. */
export function matchesSearch({ id, name, summary }: Place, search: string): boolean {
  const words = plain(`${name} ${id} ${summary.agency.state ?? ""}`).split(" ");
  return plain(search.slice(0, longestSearch))
    .split(" ")
    .every((wanted) => words.some((word) => word.startsWith(wanted)));
}
