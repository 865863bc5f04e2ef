import { createHash } from "node:crypto";
import type { Language } from "@evenhand/standard";
import { openWords } from "@evenhand/toolkit/report/words/words";
import { addresses } from "../../addresses.ts";
import { siteWords } from "../../words/site-words.ts";
import { readCorrections } from "../files/read-corrections.ts";
import { type Place, readReleases } from "../place-index.ts";
import { xmlText } from "./xml-text.ts";

/** One thing that happened: a release, or a correction. */
export type FeedEntry = {
  /** Never changes; the same in both languages. */
  readonly id: string;
  /** ISO date. */
  readonly date: string;
  readonly title: string;
  readonly text: string;
  readonly href: string;
};

const mostEntries = 100;

type Asked = { readonly origin: string; readonly language: Language };

/** Releases and corrections of every place, newest first. */
export async function feedEntries(
  places: readonly Place[],
  { origin, language }: Asked,
): Promise<readonly FeedEntry[]> {
  const entries: FeedEntry[] = [];
  for (const place of places) entries.push(...(await placeEntries(place, { origin, language })));
  return entries
    .toSorted((one, other) => other.date.localeCompare(one.date) || one.id.localeCompare(other.id))
    .slice(0, mostEntries);
}

async function placeEntries(place: Place, { origin, language }: Asked): Promise<readonly FeedEntry[]> {
  const say = siteWords(language);
  const words = openWords(language);
  const to = addresses(language);
  const releases = (await readReleases(place)).map(({ name, release }): FeedEntry => {
    const date = words.date(release.date);
    return {
      id: origin + addresses("en").release(place.id, name),
      date: release.date,
      title: say("feed-release", { place: place.name, date }),
      text: say("feed-release-text", {
        place: place.name,
        hash: release.hash.slice(0, 8),
        lines: release.lines.accepted,
      }),
      href: origin + to.release(place.id, name),
    };
  });
  const corrections = (await readCorrections(place)).map(
    ({ date, what }): FeedEntry => ({
      id: `${origin}${addresses("en").data(place.id)}#correction-${date}-${shortHash(what.en)}`,
      date,
      title: say("feed-correction", { place: place.name }),
      text: what[language] ?? what.en,
      href: `${origin}${to.data(place.id)}#corrections`,
    }),
  );
  return [...releases, ...corrections];
}

const shortHash = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 8);

/** Entries as an Atom feed. Source: RFC 4287. */
export function atomFeed(entries: readonly FeedEntry[], { origin, language }: Asked): string {
  const say = siteWords(language);
  const to = addresses(language);
  const own = origin + to.feed;
  const moment = (date: string) => `${date}T00:00:00Z`;
  const items = entries.map(
    ({ id, date, title, text, href }) =>
      `<entry><id>${xmlText(id)}</id><title>${xmlText(title)}</title><updated>${moment(date)}</updated>` +
      `<link href="${xmlText(href)}"/><summary>${xmlText(text)}</summary></entry>\n`,
  );
  return (
    `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">\n` +
    `<id>${xmlText(own)}</id><title>${xmlText(say("feed-title"))}</title><subtitle>${xmlText(say("feed-about"))}</subtitle>` +
    `<updated>${moment(entries[0]?.date ?? "1970-01-01")}</updated><author><name>Evenhand</name></author>` +
    `<link rel="self" type="application/atom+xml" href="${xmlText(own)}"/><link href="${xmlText(origin + to.home)}"/>\n` +
    `${items.join("")}</feed>\n`
  );
}
