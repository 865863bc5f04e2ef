import type { Release } from "@evenhand/standard";
import { dataTable, textCell } from "@evenhand/toolkit/report/page/data-table";
import { type Html, html } from "@evenhand/toolkit/report/page/html";
import { sourceSection } from "@evenhand/toolkit/report/page/source-section";
import { openWords, type Words } from "@evenhand/toolkit/report/words/words";
import { addresses } from "../../addresses.ts";
import type { Page } from "../../page.ts";
import { siteWords } from "../../words/site-words.ts";
import { datasetDocument } from "../feeds/dataset-document.ts";
import { readCorrections } from "../files/read-corrections.ts";
import type { Asked } from "../page-load.ts";
import { type OpenPlace, type PublishedRelease, readReleases } from "../place-index.ts";
import { readSettings } from "../settings.ts";
import { correctionsSection } from "./corrections-section.ts";
import { releaseDownloads } from "./release-downloads.ts";

/** Everything that can be downloaded of a place: the newest release, then the earlier ones, and what was corrected. */
export async function dataPage({ place, answers }: OpenPlace, { language }: Asked): Promise<Page | undefined> {
  const say = siteWords(language);
  const words = openWords(language);
  const to = addresses(language);
  const { origin, isStatic } = readSettings();
  const releases = await readReleases(place);
  const newest = releases.find(({ name }) => name === place.summary.release);
  if (newest === undefined) return undefined;
  const title = say("data-title", { place: place.name });
  const dataset = datasetDocument(newest, { place, origin, language });
  const markup = html`<h1>${title}</h1><p class="lede">${say("data-about", {
    date: words.date(newest.release.date),
    hash: newest.release.hash.slice(0, 8),
  })}</p><p>${say(place.summary.isFictional ? "data-fiction" : "data-license")}</p><ul class="downloads"><li><a href="${to.dictionary}">${say("data-dictionary")}</a></li>${
    isStatic ? undefined : html`<li><a href="${to.api}">${say("data-api")}</a></li>`
  }<li><a href="${to.feed}">${say("data-feed")}</a></li><li><a href="/data.json">${say(
    "data-catalogue",
  )}</a></li></ul>${await releaseDownloads(newest, {
    place,
    language,
  })}${releasesTable(releases, place.id, { words, to, say })}${correctionsSection(
    await readCorrections(place),
    { place, answers },
    language,
  )}${sourceSection(newest.release, words)}${hashesTable(newest.release, { words, say })}<script type="application/ld+json">${{
    markup: scriptText(dataset),
  }}</script>`;
  return {
    title,
    description: say("data-description", { place: place.name }),
    markup: markup.markup,
    alternates: [{ type: "application/ld+json", href: `/places/${place.id}/dataset.jsonld` }],
  };
}

/** One release of a place, newest or earlier, with all its files. */
export async function releasePage({ place }: OpenPlace, { language, params }: Asked): Promise<Page | undefined> {
  const say = siteWords(language);
  const words = openWords(language);
  const to = addresses(language);
  const releases = await readReleases(place);
  const at = releases.findIndex(({ name }) => name === params.release);
  const asked = releases[at];
  if (asked === undefined) return undefined;
  const { date, hash } = asked.release;
  const title = say("data-release-title", { place: place.name, date: words.date(date) });
  const isNewest = asked.name === place.summary.release;
  const markup = html`<h1>${title}</h1><p class="lede">${say(isNewest ? "data-release-newest" : "data-release-earlier")}</p><p><a href="${to.data(
    place.id,
  )}">${say("data-title", { place: place.name })}</a></p><p>${say("data-hash")} <code>${hash}</code></p>${
    releases[at + 1] === undefined
      ? undefined
      : html`<p><a href="${to.releaseChanges(place.id, asked.name)}">${say("data-changes-link")}</a></p>`
  }${await releaseDownloads(asked, { place, language })}${sourceSection(asked.release, words)}${hashesTable(
    asked.release,
    { words, say },
  )}`;
  return { title, markup: markup.markup };
}

type Told = {
  readonly words: Words;
  readonly to: ReturnType<typeof addresses>;
  readonly say: ReturnType<typeof siteWords>;
};

function releasesTable(releases: readonly PublishedRelease[], place: string, { words, to, say }: Told): Html {
  const caption = say("data-earlier");
  return html`<h2 id="releases">${caption}</h2><p>${say("data-releases-about")}</p>${dataTable({
    caption,
    label: words.say("page.scroll", { caption }),
    head: ["data-release", "data-period", "data-rows", "data-changed"].map((key) =>
      textCell(say(key as Parameters<typeof say>[0])),
    ),
    rows: releases.map(({ name, release }, index) => [
      textCell(
        html`<a href="${to.release(place, name)}">${words.date(release.date)}</a> <code>${release.hash.slice(0, 8)}</code>`,
      ),
      textCell(periodText(release, words) ?? say("data-no-dates")),
      textCell(words.number(Object.values(release.tables).reduce((sum, rows) => sum + rows, 0))),
      textCell(
        releases[index + 1] === undefined
          ? say("data-first")
          : html`<a href="${to.releaseChanges(place, name)}">${say("data-changes-short")}<span class="hidden">: ${words.date(release.date)}</span></a>`,
      ),
    ]),
  })}`;
}

/** The files that a release was made from, so that anyone can tell whether theirs is the same. */
function hashesTable({ snapshots }: Release, { words, say }: Omit<Told, "to">): Html {
  const caption = say("data-sources");
  return dataTable({
    caption: say("data-hashes"),
    label: words.say("page.scroll", { caption }),
    head: [textCell(words.say("page.source.file")), textCell("sha256")],
    rows: snapshots.map(({ name, sha256 }) => [textCell(name), textCell(html`<code>${sha256}</code>`)]),
  });
}

/** "January 1, 2019 – December 31, 2024"; undefined when no record has a date. */
const periodText = ({ period }: Release, words: Words): string | undefined =>
  period && `${words.date(period.from)} – ${words.date(period.to)}`;

/** JSON that can stand in a `script` element: nothing in it ends the element. */
const scriptText = (value: unknown): string => JSON.stringify(value).replaceAll("<", "\\u003c");
