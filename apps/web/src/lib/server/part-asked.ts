import type { Finding, Language, Unit } from "@evenhand/standard";
import type { AreaName, ReleaseFilter } from "@evenhand/toolkit/release/release-filter";
import type { PlaceAnswers } from "@evenhand/toolkit/report/place-answers";
import { keyTitle } from "@evenhand/toolkit/report/words/titles";
import { openWords } from "@evenhand/toolkit/report/words/words";

/** Something a reader can choose. */
export type Choice = { readonly value: string; readonly text: string };

/** What can be chosen of a release: only what its own findings name. */
export type PartChoices = {
  readonly years: readonly Choice[];
  readonly forceTypes: readonly Choice[];
  readonly areas: readonly Choice[];
  readonly areaColumn?: AreaName;
  readonly groups: readonly Choice[];
  readonly units: readonly Choice[];
};

/** What a reader chose, checked; anything that is no choice of this place is named as wrong, and not asked. */
export type PartAsked = {
  readonly filter: ReleaseFilter;
  readonly unit?: Unit;
  /** The values as the form shows them, by name. */
  readonly given: Readonly<Record<PartField, string>>;
  /** What was sent for a field that has no such choice, as it was sent but no longer than a choice can be. */
  readonly wrong: Readonly<Partial<Record<PartField, string>>>;
};

export const partFields = ["from", "to", "force", "area", "group", "unit"] as const;
export type PartField = (typeof partFields)[number];

/** Areas in the list of choices; a place with more is filtered by its best known ones. */
const mostAreas = 200;
const longestShown = 80;

export function partChoices({ findings }: PlaceAnswers, language: Language): PartChoices {
  const words = openWords(language);
  const largest = (question: string, measure: string): Finding | undefined =>
    findings
      .filter((finding) => finding.question === question && finding.measure === measure && finding.rows.length > 0)
      .toSorted((one, other) => other.total - one.total)[0];
  const keys = ({ rows }: Finding): readonly string[] => [...new Set(rows.map(({ key }) => key))];
  const area = largest("where", "area");
  const areaColumn = area?.dimension?.field.replace("location.", "") as AreaName | undefined;
  const coded = (finding: Finding | undefined): readonly Choice[] =>
    finding === undefined ? [] : keys(finding).map((value) => ({ value, text: keyTitle(value, finding, words) }));
  const byText = (one: Choice, other: Choice) => one.text.localeCompare(other.text, language, { numeric: true });
  const units = new Set(
    findings.filter(({ question, rows }) => question === "how-often" && rows.length > 0).map(({ unit }) => unit),
  );
  return {
    years: coded(largest("how-often", "yearly-count")).toSorted(byText),
    forceTypes: coded(largest("what-force", "force-type")).toSorted(byText),
    areas: coded(area).slice(0, mostAreas).toSorted(byText),
    ...(areaColumn === undefined ? {} : { areaColumn }),
    groups: coded(largest("on-whom", "race")).toSorted(byText),
    units: [...units].map((value) => ({ value, text: words.say(`say.units.${value}`) })),
  };
}

/** Reads what the form sent. */
export function readPartAsked(search: URLSearchParams, choices: PartChoices): PartAsked {
  const wrong: Partial<Record<PartField, string>> = {};
  const choose = (name: PartField, from: readonly Choice[]): string => {
    const value = search.get(name) ?? "";
    if (from.some((choice) => choice.value === value)) return value;
    if (value !== "") wrong[name] = value.slice(0, longestShown);
    return "";
  };
  const given = {
    from: choose("from", choices.years),
    to: choose("to", choices.years),
    force: choose("force", choices.forceTypes),
    area: choose("area", choices.areas),
    group: choose("group", choices.groups),
    unit: choose("unit", choices.units),
  };
  const { areaColumn } = choices;
  return {
    given,
    wrong,
    ...(given.unit === "" ? {} : { unit: given.unit as Unit }),
    filter: {
      ...yearsOf(given, choices),
      ...(given.force === "" ? {} : { forceType: given.force }),
      ...(given.area === "" || areaColumn === undefined ? {} : { area: { column: areaColumn, value: given.area } }),
      ...(given.group === "" ? {} : { group: given.group }),
    },
  };
}

/** One year alone means from or up to it; the two in the wrong order are turned round. */
function yearsOf(
  { from, to }: Pick<PartAsked["given"], "from" | "to">,
  { years }: PartChoices,
): Pick<ReleaseFilter, "years"> {
  if (from === "" && to === "") return {};
  const all = years.map(({ value }) => Number(value));
  const ends = [from === "" ? Math.min(...all) : Number(from), to === "" ? Math.max(...all) : Number(to)];
  return { years: { from: Math.min(...ends), to: Math.max(...ends) } };
}
