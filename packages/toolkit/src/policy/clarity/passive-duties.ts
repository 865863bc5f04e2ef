import passive from "./passive-words.json" with { type: "json" };

/** A duty that does not say whose it is. */
export type PassiveDuty = {
  /** As written: "shall be reported". */
  readonly words: string;
  /** Where the words stand in the text. */
  readonly start: number;
  readonly end: number;
};

const duty =
  /\b(?:shall|must|will|should|(?:is|are) to)\s+(?:(?:also|then|always|immediately|promptly|thoroughly|only|first)\s+)?be\s+(?:[a-z]+ly\s+)?([a-z]+)\b/gi;
const participles = new Set(passive.participles);
const conditions = new Set(passive.conditions);
const notActor = new RegExp(
  String.raw`^(?:(?:the|a|an)\s+)?(?:${passive.notActors.join("|")}|\w+ing|\d+|noon|midnight)\b`,
  "i",
);

/**
 * Duties in the passive that name no one who must do them: "force shall be reported". "… shall be reported by the
 * officer" names someone; "officers shall be trained" and "is to be considered" are states, not acts ({@link
 * passiveWords}); a ban ("shall not be used") binds everyone and is not among them.
 *
 * Not a fault by itself: the sentence before may say who. A person should read each.
 *
 * @example passiveDuties("All force shall be reported.") // [{ words: "shall be reported", start: 10, end: 27 }]
 */
export function passiveDuties(text: string): readonly PassiveDuty[] {
  return [...text.matchAll(duty)].flatMap((found) => {
    const participle = (found[1] ?? "").toLowerCase();
    if (conditions.has(participle) || !(participles.has(participle) || /[^e]ed$/.test(participle))) return [];
    const end = found.index + found[0].length;
    return namesActor(text.slice(end)) ? [] : [{ words: found[0], start: found.index, end }];
  });
}

/** Whether the rest of the part of the sentence says by whom. */
function namesActor(rest: string): boolean {
  const part = /^[^;]*?(?=;|\.\s|$)/.exec(rest)?.[0] ?? rest;
  return [...part.matchAll(/\bby\s+/gi)].some(({ index, 0: by }) => !notActor.test(part.slice(index + by.length)));
}
