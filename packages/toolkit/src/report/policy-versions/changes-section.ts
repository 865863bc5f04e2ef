import { type Html, html } from "../page/html.ts";
import type { Words } from "../words/words.ts";
import { changeItem } from "./change-item.ts";
import type { ListedChange, ListedCounts, ListedPair, VersionsPage } from "./versions-page.ts";

/** Up to this many changes of a pair are shown at once; more are folded by section. */
const mostOpen = 12;

/** Sections of one heading that are folded apart; deeper ones are read within theirs. */
const shownLevels = 2;

/** Every clause that was added, removed, reworded or moved, by document and section. */
export function changesSection({ pairs, movedBetween, removed, added, counts }: VersionsPage, words: Words): Html {
  const isOne = pairs.length === 1 && removed.length + added.length === 0;
  const parts = pairs.filter(({ changes }) => changes.length > 0);
  const same = pairs.filter(({ changes }) => changes.length === 0);
  return html`<section aria-labelledby="changes"><h2 id="changes">${words.say("versions.changes")}</h2><p>${words.say(
    "versions.changes.note",
  )}</p>${countList(counts, words)}${lone(removed, "removed", words)}${lone(added, "added", words)}${
    isOne
      ? parts.map(
          (pair) => html`<h3 class="spaced">${words.say("versions.changes.list")}</h3>${groups(pair.changes, words)}`,
        )
      : parts.map((pair) => pairPart(pair, words))
  }${
    movedBetween.length === 0
      ? undefined
      : html`<h3 class="spaced">${words.say("versions.changes.between")}</h3>${folded(
          words.say("versions.changes.count", { count: movedBetween.length }),
          { changes: movedBetween, isOpen: movedBetween.length <= mostOpen, words },
        )}`
  }${
    isOne || same.length === 0
      ? undefined
      : html`<h3 class="spaced">${words.say("versions.changes.same")}</h3><ul>${same.map(
          ({ after, before }) =>
            html`<li>${before === after ? after : words.say("versions.changes.pair", { before, after })}</li>`,
        )}</ul>`
  }</section>`;
}

function countList(counts: ListedCounts, words: Words): Html {
  const kinds = ["removed", "reworded", "added", "moved", "renumbered", "unchanged"] as const;
  return html`<ul class="counts">${kinds.map(
    (kind) => html`<li>${words.say(`versions.count.${kind}`, { count: counts[kind] })}</li>`,
  )}</ul>`;
}

function lone(documents: VersionsPage["added"], kind: "added" | "removed", words: Words): Html | undefined {
  if (documents.length === 0) return undefined;
  return html`<h3 class="spaced">${words.say(`versions.documents.${kind}`)}</h3><p>${words.say(
    `versions.documents.${kind}.note`,
  )}</p><ul class="documents">${documents.map(
    ({ name, clauses }) =>
      html`<li><strong>${name}</strong>: ${words.say("versions.documents.clauses", { clauses })}</li>`,
  )}</ul>`;
}

function pairPart({ before, after, changes }: ListedPair, words: Words): Html {
  const title = before === after ? after : words.say("versions.changes.pair", { before, after });
  return html`<h3 class="spaced">${title}</h3>${groups(changes, words)}`;
}

/** Changes folded by the section they stand in. */
function groups(changes: readonly ListedChange[], words: Words): Html {
  const isOpen = changes.length <= mostOpen;
  const bySection: { readonly title: string; readonly changes: ListedChange[] }[] = [];
  for (const change of changes) {
    const title = sectionOf(change) || words.say("versions.changes.no-section");
    const last = bySection.at(-1);
    if (last?.title === title) last.changes.push(change);
    else bySection.push({ title, changes: [change] });
  }
  return html`${bySection.map(({ title, changes: own }) =>
    folded(words.say("versions.changes.section", { section: title, count: own.length }), {
      changes: own,
      isOpen,
      words,
    }),
  )}`;
}

const sectionOf = (change: ListedChange): string =>
  (change.kind === "removed" ? change.before : change.after).section.slice(0, shownLevels).join(" › ");

function folded(
  title: string,
  {
    changes,
    isOpen,
    words,
  }: { readonly changes: readonly ListedChange[]; readonly isOpen: boolean; readonly words: Words },
): Html {
  const items = html`<ul class="changes">${changes.map((change) => changeItem(change, words))}</ul>`;
  return isOpen
    ? html`<details open><summary>${title}</summary>${items}</details>`
    : html`<details><summary>${title}</summary>${items}</details>`;
}
