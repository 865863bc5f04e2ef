import { documentName } from "../audit/document-name.ts";
import { type Html, html } from "../page/html.ts";
import type { Words } from "../words/words.ts";
import type { ListedVersion, VersionsPage } from "./versions-page.ts";

/** Letters of a hash that are shown. */
const shownHash = 12;

/** What was compared: the documents of both versions with their dates as the headers state them. */
export function versionsSection({ before, after }: VersionsPage, words: Words): Html {
  const side = (which: "before" | "after", versions: readonly ListedVersion[]): Html =>
    html`<div class="side"><h3 class="spaced">${words.say(`versions.side.${which}`)}</h3><ul class="documents">${versions.map(
      (version) => listedVersion(version, words),
    )}</ul></div>`;
  return html`<section aria-labelledby="documents"><h2 id="documents">${words.say(
    "versions.documents",
  )}</h2><div class="sides">${side("before", before)}${side("after", after)}</div><p>${words.say(
    "versions.documents.note",
  )}</p></section>`;
}

function listedVersion(version: ListedVersion, words: Words): Html {
  const { name, sha256, pages, confidence, unreadable } = version;
  const hash = sha256 === "" ? [] : [words.say("audit.documents.hash", { hash: sha256.slice(0, shownHash) })];
  if (unreadable !== undefined) {
    const reason = words.say(`audit.reason.${unreadable.reason}`);
    return html`<li><strong>${name}</strong>: ${words.say("audit.unreadable", { reason })} <span lang="en">(${
      unreadable.detail
    })</span></li>`;
  }
  const parts = [
    pages === undefined ? words.say("audit.documents.no-pages") : words.say("audit.documents.pages", { pages }),
    ...(confidence === undefined ? [] : [words.say("audit.documents.scan", { percent: words.percent(confidence) })]),
    ...hash,
  ];
  return html`<li>${documentName(version)}<br>${dateText(version, words)}${headerText(version, words)}<br><span class="small">${parts.join(
    ", ",
  )}</span></li>`;
}

function dateText({ effective, adopted, range, isGiven }: ListedVersion, words: Words): string {
  if (isGiven && effective !== undefined) return words.say("versions.date.given", { date: words.date(effective) });
  if (effective !== undefined) return words.say("versions.date.effective", { date: words.date(effective) });
  if (adopted !== undefined) return words.say("versions.date.adopted", { date: words.date(adopted) });
  if (range !== undefined)
    return words.say("versions.date.range", { earliest: words.date(range.earliest), latest: words.date(range.latest) });
  return words.say("versions.date.none");
}

/** Other dates of the header, where it has more than one. */
function headerText({ header, range }: ListedVersion, words: Words): Html | undefined {
  if (header.length < 2 || range !== undefined) return undefined;
  const dates = header.map(({ label, date }) => words.say(`versions.header.${label}`, { date: words.date(date) }));
  return html`<br>${words.say("versions.header", { dates: dates.join("; ") })}`;
}
