/** Something published that was wrong, and has been put right. */
export type Correction = {
  /** ISO date. */
  readonly date: string;
  /** What was wrong and what is said now, in a sentence or two; as it was written. */
  readonly what: { readonly en: string; readonly es?: string };
  /** Name of the first release that is right. */
  readonly release?: string;
  /** Ids of the findings concerned. */
  readonly findings: readonly string[];
};

/**
 * The corrections of a place, newest first, out of what its `corrections.json` holds: a list of
 * `{date, what, what_es, release, findings}`, of which `date` and `what` must be there.
 *
 * @throws RangeError when it is not such a list: a correction must not be lost in silence
 */
export function parseCorrections(listed: unknown): readonly Correction[] {
  if (!Array.isArray(listed)) throw new RangeError("invalid corrections; must be a list");
  return listed.map(parseCorrection).toSorted((one, other) => other.date.localeCompare(one.date));
}

function parseCorrection(one: unknown): Correction {
  const { date, what, what_es: spanish, release, findings = [] } = (one ?? {}) as Readonly<Record<string, unknown>>;
  const isGood =
    typeof date === "string" &&
    /^\d{4}-\d{2}-\d{2}$/.test(date) &&
    typeof what === "string" &&
    isTextOrAbsent(spanish) &&
    isTextOrAbsent(release) &&
    isTexts(findings);
  if (!isGood) throw new RangeError(`invalid correction; needs date (YYYY-MM-DD) and what: ${JSON.stringify(one)}`);
  return {
    date,
    what: { en: what, ...(spanish === undefined ? {} : { es: spanish }) },
    ...(release === undefined ? {} : { release }),
    findings,
  };
}

const isTextOrAbsent = (value: unknown): value is string | undefined => ["string", "undefined"].includes(typeof value);
const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === "string");
