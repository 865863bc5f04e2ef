import { fieldById, type Release } from "@evenhand/standard";
import { dataTable, numberCell, textCell } from "@evenhand/toolkit/report/page/data-table";
import { type Html, html } from "@evenhand/toolkit/report/page/html";
import { openWords, type Words } from "@evenhand/toolkit/report/words/words";
import { addresses } from "../../addresses.ts";
import type { Page } from "../../page.ts";
import { type SiteKey, type SiteSay, siteWords } from "../../words/site-words.ts";
import { type ReleaseChanges, releaseChanges } from "../files/release-changes.ts";
import type { Asked } from "../page-load.ts";
import { type OpenPlace, readReleases } from "../place-index.ts";

type With = { readonly say: SiteSay; readonly words: Words };

/** What is different between a release and the one before it; undefined for the first. */
export async function releaseChangesPage({ place }: OpenPlace, { language, params }: Asked): Promise<Page | undefined> {
  const releases = await readReleases(place);
  const at = releases.findIndex(({ name }) => name === params.release);
  const [after, before] = [releases[at], at < 0 ? undefined : releases[at + 1]];
  if (after === undefined || before === undefined) return undefined;
  const say = siteWords(language);
  const words = openWords(language);
  const to = addresses(language);
  const title = say("data-changes-title", { place: place.name });
  const changes = releaseChanges(before.release, after.release);
  const named = ({ name, release }: { readonly name: string; readonly release: Release }) =>
    html`<a href="${to.release(place.id, name)}">${words.date(release.date)}</a> (<code>${release.hash.slice(0, 8)}</code>)`;
  const markup = html`<p class="back"><a href="${to.data(place.id)}">${say("data-title", { place: place.name })}</a></p><h1>${title}</h1><p>${say("data-changes-between")} ${named(before)} → ${named(after)}</p>${
    changes.isSame ? html`<p>${say("data-changes-same")}</p>` : undefined
  }<h2 id="period">${say("data-period")}</h2>${periodList(changes, { say, words })}<h2 id="rows">${say(
    "data-tables",
  )}</h2>${rowsTable(changes, { say, words })}<h2 id="fields">${say("data-fields")}</h2><p>${say(
    "data-fields-about",
  )}</p>${fieldList("data-fields-gained", changes.fieldsGained, say, language === "es")}${fieldList(
    "data-fields-lost",
    changes.fieldsLost,
    say,
    language === "es",
  )}<h2 id="sources">${say("data-sources")}</h2>${sourcesTable(changes, { say, words })}`;
  return { title, markup: markup.markup };
}

function periodList({ period }: ReleaseChanges, { say, words }: With): Html {
  const text = (one: Release["period"]) =>
    one === undefined ? say("data-no-dates") : `${words.date(one.from)} – ${words.date(one.to)}`;
  return html`<dl class="facts"><dt>${say("data-before")}</dt><dd>${text(period.before)}</dd><dt>${say(
    "data-after",
  )}</dt><dd>${text(period.after)}</dd></dl>`;
}

function rowsTable({ tables }: ReleaseChanges, { say, words }: With): Html {
  const count = (rows: number | undefined) => (rows === undefined ? say("data-no-table") : words.number(rows));
  const difference = (before = 0, after = 0) =>
    before === after ? "0" : `${after > before ? "+" : "−"}${words.number(Math.abs(after - before))}`;
  const caption = say("data-rows");
  return dataTable({
    caption,
    label: words.say("page.scroll", { caption }),
    head: [
      textCell(say("data-table")),
      ...(["data-before", "data-after", "data-difference"] as const).map((key) => numberCell(say(key))),
    ],
    rows: tables.map(({ table, before, after }) => [
      textCell(html`<code>${table}</code>`),
      numberCell(count(before)),
      numberCell(count(after)),
      numberCell(difference(before, after)),
    ]),
  });
}

function fieldList(key: SiteKey, ids: readonly string[], say: SiteSay, isSpanish: boolean): Html {
  const items = ids.map((id) => {
    const field = fieldById(id);
    const title = isSpanish ? field?.titleEs : field?.title;
    return html`<li>${title} <code>${id}</code></li>`;
  });
  return html`<h3 class="spaced">${say(key)}</h3>${items.length === 0 ? html`<p>${say("data-fields-none")}</p>` : html`<ul>${items}</ul>`}`;
}

function sourcesTable({ sources }: ReleaseChanges, { say, words }: With): Html {
  const caption = say("data-sources");
  return dataTable({
    caption,
    label: words.say("page.scroll", { caption }),
    head: [textCell(words.say("page.source.file")), textCell(say("data-changed")), textCell("sha256")],
    rows: sources.map(({ name, change, before, after }) => [
      textCell(name),
      textCell(say(`data-source-${change}`)),
      textCell(html`<code>${(after ?? before)?.sha256.slice(0, 12)}</code>`),
    ]),
  });
}
