import type { Words } from "../words.ts";

/** Sentence of a caveat id; an id without words is shown as it is. */
export function reasonText(id: string, words: Words): string {
  return words.has(`caveat.${id}`) ? words.say(`caveat.${id}`) : words.say("caveat.default", { id });
}
