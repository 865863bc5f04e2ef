import { normaliseValue } from "../mapping/normalise-value.ts";
import words from "./words.json" with { type: "json" };

/** Whether a word stands for all: `Total`, `All ages`, `Both sexes`. */
export function isTotalWord(text: string | undefined): boolean {
  return text !== undefined && words.totals.includes(normaliseValue(text));
}
