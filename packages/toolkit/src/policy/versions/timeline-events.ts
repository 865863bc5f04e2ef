import type { BundleComparison } from "./compare-bundles.ts";
import type { VersionComparison, VersionName } from "./compare-versions.ts";
import type { ProvisionChange } from "./provision-changes.ts";
import { givenDates, type VersionDates } from "./version-dates.ts";
import words from "./words.json" with { type: "json" };

/** Something that happened to a policy, for a timeline beside the figures. */
export type TimelineEvent = {
  /** The same two versions and the same provision always give the same id. */
  readonly id: string;
  /** `effective`, else `adopted`; absent where the header has no date, never guessed. */
  readonly date?: string;
  /** ISO date the new wording was made. */
  readonly adopted?: string;
  /** ISO date the new version takes effect. */
  readonly effective?: string;
  readonly kind: "revised" | "document-added" | "document-removed" | Exclude<ProvisionChange["change"], "unchanged">;
  /** The same sentence in both languages. */
  readonly what: { readonly en: string; readonly es: string };
  /** Name of the document: of the new version, or of the old one for what is gone. */
  readonly document: string;
  /** Hash of that document's bytes. */
  readonly sha256: string;
  /** Id of the rule, for events about one provision. */
  readonly provision?: string;
};

/** @see timelineEvents */
export type TimelineOptions = {
  readonly provisions?: readonly ProvisionChange[];
  /** What readers call each rule, by its id; the id itself where it is not given. */
  readonly titles?: Readonly<Record<string, { readonly en: string; readonly es: string }>>;
  /** ISO date that a person gave for the new version, for documents that are gone too. */
  readonly givenDate?: string;
};

/**
 * What a new version means for the policy timeline: one event for each document that was revised, added or dropped, and
 * one for each provision that changed. Events say what the words did; that force changed after them is "followed by",
 * never "caused".
 */
export function timelineEvents(
  comparison: Pick<BundleComparison, "pairs" | "removed" | "added">,
  { provisions = [], titles = {}, givenDate }: TimelineOptions = {},
): readonly TimelineEvent[] {
  const places = placesOf(comparison, givenDate);
  return [
    ...places.flatMap((place) => documentEvents(place)),
    ...provisions.flatMap((provision) => {
      const { id, change, before, after } = provision;
      const place = placeOf(provision, places);
      if (change === "unchanged" || place === undefined) return [];
      const values = (language: "en" | "es") => ({
        title: titles[id]?.[language] ?? id,
        from: words[language].verdict[before.verdict],
        to: words[language].verdict[after.verdict],
      });
      return [{ ...eventOf(place, change, { values, part: `${id}-${change}` }), provision: id }];
    }),
  ];
}

/** Where an event stands: a document, with the hashes of its versions and the dates of the new one. */
type Place = {
  readonly change: "document-added" | "document-removed" | "revised";
  readonly version: VersionName;
  readonly before?: VersionName;
  readonly dates: VersionDates | undefined;
  readonly counts?: VersionComparison["counts"];
};

function placesOf(
  { pairs, removed, added }: Pick<BundleComparison, "pairs" | "removed" | "added">,
  givenDate: string | undefined,
): readonly Place[] {
  const given = givenDate === undefined ? undefined : givenDates(givenDate);
  return [
    ...pairs.map(({ before, after, counts }) => ({
      change: "revised" as const,
      version: after,
      before,
      dates: given ?? after,
      counts,
    })),
    ...added.map((version) => ({ change: "document-added" as const, version, dates: given ?? version })),
    ...removed.map((version) => ({ change: "document-removed" as const, version, dates: given })),
  ];
}

function documentEvents(place: Place): readonly TimelineEvent[] {
  const { change, counts } = place;
  const isRevised = counts !== undefined && counts.added + counts.removed + counts.reworded + counts.moved > 0;
  if (change === "revised" && !isRevised) return [];
  const numbers = Object.fromEntries(Object.entries(counts ?? {}).map(([kind, count]) => [kind, String(count)]));
  return [eventOf(place, change, { values: () => numbers, part: change })];
}

function eventOf(
  { version, before, dates }: Place,
  kind: TimelineEvent["kind"],
  {
    values,
    part,
  }: { readonly values: (language: "en" | "es") => Readonly<Record<string, string>>; readonly part: string },
): TimelineEvent {
  const say = (language: "en" | "es"): string =>
    Object.entries({ ...values(language), document: version.name }).reduce(
      (text, [name, value]) => text.replaceAll(`{${name}}`, () => value),
      words[language][kind],
    );
  const { date, adopted, effective } = dates ?? {};
  return {
    id: ["policy", ...(before === undefined ? [] : [short(before)]), short(version), part].join("-"),
    ...(date === undefined ? {} : { date }),
    ...(adopted === undefined ? {} : { adopted }),
    ...(effective === undefined ? {} : { effective }),
    kind,
    what: { en: say("en"), es: say("es") },
    document: version.name,
    sha256: version.sha256,
  };
}

const short = ({ sha256 }: VersionName): string => sha256.slice(0, 12);

/** The document that a provision's clauses stand in, by the new version's first, else by the old one's. */
function placeOf({ before, after }: ProvisionChange, places: readonly Place[]): Place | undefined {
  const [now] = after.clauses;
  const [old] = before.clauses;
  const isOf = (version: VersionName | undefined, clause: typeof now): boolean =>
    clause !== undefined && version?.sha256 === clause.sha256 && version.name === clause.document;
  return (
    places.find(({ change, version }) => change !== "document-removed" && isOf(version, now)) ??
    places.find((place) => isOf(place.change === "document-removed" ? place.version : place.before, old)) ??
    places[0]
  );
}
