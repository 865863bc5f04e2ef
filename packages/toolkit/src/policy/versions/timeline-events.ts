import type { VersionComparison } from "./compare-versions.ts";
import type { ProvisionChange } from "./provision-changes.ts";
import words from "./words.json" with { type: "json" };

/** Something that happened to a policy, for a timeline beside the figures. */
export type TimelineEvent = {
  /** ISO date the new version takes effect; absent where its header has no date, never guessed. */
  readonly date?: string;
  readonly kind: "revised" | Exclude<ProvisionChange["change"], "unchanged">;
  /** The same sentence in both languages. */
  readonly what: { readonly en: string; readonly es: string };
  /** Name of the new version's document. */
  readonly document: string;
  /** Id of the rule, for events about one provision. */
  readonly provision?: string;
};

/** @see timelineEvents */
export type TimelineOptions = {
  readonly provisions?: readonly ProvisionChange[];
  /** What readers call each rule, by its id; the id itself where it is not given. */
  readonly titles?: Readonly<Record<string, { readonly en: string; readonly es: string }>>;
};

/**
 * What a new version means for the policy timeline: one event for the revision and one for each provision that changed.
 * Events say what the words did; that force changed after them is "followed by", never "caused".
 */
export function timelineEvents(
  { after, counts }: VersionComparison,
  { provisions = [], titles = {} }: TimelineOptions = {},
): readonly TimelineEvent[] {
  const place = { ...(after.date === undefined ? {} : { date: after.date }), document: after.name };
  const say = (
    kind: TimelineEvent["kind"],
    values: (language: "en" | "es") => Readonly<Record<string, string>>,
  ): TimelineEvent["what"] => {
    const sentence = (language: "en" | "es"): string =>
      Object.entries(values(language)).reduce(
        (text, [name, value]) => text.replaceAll(`{${name}}`, () => value),
        words[language][kind],
      );
    return { en: sentence("en"), es: sentence("es") };
  };
  const isChanged = counts.added + counts.removed + counts.reworded > 0;
  const numbers = {
    document: after.name,
    added: String(counts.added),
    removed: String(counts.removed),
    reworded: String(counts.reworded),
  };
  return [
    ...(isChanged ? [{ ...place, kind: "revised" as const, what: say("revised", () => numbers) }] : []),
    ...provisions.flatMap(({ id, change }) =>
      change === "unchanged"
        ? []
        : [
            {
              ...place,
              kind: change,
              what: say(change, (language) => ({ document: after.name, title: titles[id]?.[language] ?? id })),
              provision: id,
            },
          ],
    ),
  ];
}
