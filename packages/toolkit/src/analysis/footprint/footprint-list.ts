import type { FootprintBand, FootprintClass, FootprintCode, FootprintList } from "@evenhand/standard";
import { canonicalFootprint } from "./canonical-footprint.ts";
import known from "./footprint-classes.json" with { type: "json" };
import rules from "./footprint-rules.json" with { type: "json" };

/** The classes that come with the toolkit. */
export const knownClasses: readonly FootprintClass[] = known.classes.map(({ id, title, codes }) => ({
  id,
  title,
  codes: codes.map((code) => ({ ...code, class: id, band: code.band as FootprintBand })),
}));

/** Fields that can be a sign of a situation. */
export const signFields: readonly string[] = Object.keys(rules.signPlaces.value);

/** The list that comes with the toolkit. */
export const knownFootprint: FootprintList = {
  classes: knownClasses,
  hash: canonicalFootprint(knownClasses).hash,
  isOwn: false,
  changes: [],
};

/** Codes of one class, those of the classes it takes over among them, each once. */
export type ClassSigns = {
  readonly narrow: readonly Pick<FootprintCode, "field" | "code">[];
  /** Those of `narrow` too. */
  readonly wide: readonly Pick<FootprintCode, "field" | "code">[];
};

/**
 * The codes a class stands for. A line that takes over another class keeps that class's bands, unless the line itself is
 * wide: then all of them are wide.
 *
 * @throws RangeError if a class is taken over that the list does not have, or a class takes over itself
 */
export function classSigns(classes: readonly FootprintClass[], id: string, path: readonly string[] = []): ClassSigns {
  const found = classes.find((candidate) => candidate.id === id);
  if (found === undefined) throw new RangeError(`invalid class; not in the list: ${id}`);
  if (path.includes(id)) throw new RangeError(`invalid class; takes over itself: ${[...path, id].join(", ")}`);
  const narrow: Pick<FootprintCode, "field" | "code">[] = [];
  const wide: Pick<FootprintCode, "field" | "code">[] = [];
  for (const { field, code, band } of found.codes) {
    const taken =
      field === "class"
        ? classSigns(classes, code, [...path, id])
        : { narrow: [{ field, code }], wide: [{ field, code }] };
    if (band === "narrow") narrow.push(...taken.narrow);
    wide.push(...taken.wide);
  }
  return { narrow: onceEach(narrow), wide: onceEach([...narrow, ...wide]) };
}

function onceEach(codes: readonly Pick<FootprintCode, "field" | "code">[]) {
  return [...new Map(codes.map(({ field, code }) => [`${field} ${code}`, { field, code }])).values()];
}
