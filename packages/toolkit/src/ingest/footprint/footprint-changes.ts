import type { FootprintClass, FootprintCode, Language } from "@evenhand/standard";
import words from "./footprint-words.json" with { type: "json" };

/**
 * Everything in which a list of situations differs from another, in words: classes and codes added or taken out, codes
 * in another band, other titles and reasons. The order of lines is no difference.
 */
export function footprintChanges(
  classes: readonly FootprintClass[],
  known: readonly FootprintClass[],
  language: Language,
): readonly string[] {
  const own = new Map(classes.map((one) => [one.id, one]));
  const before = new Map(known.map((one) => [one.id, one]));
  const fromKnown = known.flatMap((one) => {
    const now = own.get(one.id);
    return now === undefined ? [say(language, "class-removed", { class: one.id })] : classChanges(now, one, language);
  });
  const added = classes.flatMap((one) =>
    before.has(one.id)
      ? []
      : [
          say(language, "class-added", { class: one.id, title: one.title[language] }),
          ...classChanges(one, { ...one, codes: [] }, language),
        ],
  );
  return [...fromKnown, ...added];
}

function classChanges(now: FootprintClass, was: FootprintClass, language: Language): readonly string[] {
  const name = now.id;
  const after = new Map(now.codes.map((code) => [signOf(code), code]));
  const before = new Map(was.codes.map((code) => [signOf(code), code]));
  const band = (code: FootprintCode) => words.changes[language][code.band];
  const isRenamed = now.title.en !== was.title.en || now.title.es !== was.title.es;
  const changed = isRenamed
    ? [say(language, "title", { class: name, title: now.title[language], was: was.title[language] })]
    : [];
  for (const [sign, code] of before) {
    const other = after.get(sign);
    if (other === undefined) changed.push(say(language, "removed", { class: name, sign, band: band(code) }));
    else if (other.band !== code.band)
      changed.push(say(language, "band", { class: name, sign, band: band(other), was: band(code) }));
    else if (other.reason !== code.reason) changed.push(say(language, "reason", { class: name, sign }));
  }
  for (const [sign, code] of after)
    if (!before.has(sign)) changed.push(say(language, "added", { class: name, sign, band: band(code) }));
  return changed;
}

const signOf = ({ field, code }: FootprintCode): string => `${field}=${code}`;

function say(
  language: Language,
  key: keyof (typeof words.changes)["en"],
  places: Readonly<Record<string, string>>,
): string {
  return words.changes[language][key].replace(/\{(\w+)\}/gu, (whole, name: string) => places[name] ?? whole);
}
