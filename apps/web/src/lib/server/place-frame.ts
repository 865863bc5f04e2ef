import type { Language } from "@evenhand/standard";
import type { PlaceSummary } from "@evenhand/toolkit/report/place-answers";
import { openWords } from "@evenhand/toolkit/report/words/words";
import { addresses } from "../addresses.ts";
import { siteWords } from "../words/site-words.ts";
import type { Place } from "./place-index.ts";

/** What stands around every page of a place: its parts, and how fresh its records are. */
export function placeFrame({ id, name, summary }: Place, language: Language, pathname: string) {
  const say = siteWords(language);
  const words = openWords(language);
  const to = addresses(language);
  const tabs = [
    { href: to.place(id), text: say("tab-overview") },
    { href: to.force(id), text: say("tab-force") },
    { href: to.notRecorded(id), text: say("tab-not-recorded") },
    { href: to.policy(id), text: say("tab-policy") },
    { href: to.change(id), text: say("tab-change") },
    { href: to.reduce(id), text: say("tab-reduce") },
    { href: to.data(id), text: say("tab-data") },
    { href: to.packet(id), text: say("tab-packet") },
  ];
  const at = partOfFinding(pathname, to, id) ?? pathname;
  const here = tabs.findLast(({ href }) => at === href || at.startsWith(`${href}/`));
  return {
    id,
    name,
    href: to.place(id),
    tabs: tabs.map((tab) => ({ ...tab, isHere: tab === here })),
    fiction: summary.isFictional ? words.say("page.fiction", { agency: name }) : undefined,
    freshness: [
      ...freshness(summary, language),
      words.say("page.meta.release", { date: words.date(summary.date), hash: summary.hash.slice(0, 8) }),
    ],
    source: { href: to.data(id), text: say("frame-source") },
  };
}

/** From when to when the records are, how many files they come from, and when those were fetched, as far as is known. */
function freshness({ period, source }: PlaceSummary, language: Language): readonly string[] {
  const say = siteWords(language);
  const words = openWords(language);
  const { files, retrievedOn } = source;
  return [
    ...(period === undefined
      ? []
      : [say("frame-period", { from: words.date(period.from), to: words.date(period.to) })]),
    say("frame-files", { count: files }),
    ...(retrievedOn === undefined ? [] : [say("frame-retrieved", { date: words.date(retrievedOn) })]),
  ];
}

/** The part of a place that a finding's own page belongs to; undefined for any other page. */
function partOfFinding(pathname: string, to: ReturnType<typeof addresses>, id: string): string | undefined {
  const question = /\/findings\/([^/]+)\//.exec(pathname)?.[1];
  if (question === undefined) return undefined;
  if (question === "gap") return to.notRecorded(id);
  if (question === "change") return to.change(id);
  return question === "footprint" ? to.reduce(id) : to.force(id);
}
