import { basename } from "node:path";
import type { TimelineRow } from "@evenhand/toolkit/policy/versions/timeline-csv";
import { versionDates } from "@evenhand/toolkit/policy/versions/version-dates";
import type { GivenVersion } from "./version-input.ts";
import { type ComparedVersions, cautionsOf } from "./versions-page.ts";

/**
 * A comparison as data: both versions, what became of each provision, every clause that changed (the unchanged are only
 * counted), and the events for a timeline.
 */
export function versionsJson(compared: ComparedVersions, events: readonly TimelineRow[]) {
  const { before, after, rubric, comparison, provisions } = compared;
  const { pairs, movedBetween, removed, added, counts, matchedShare } = comparison;
  return {
    rubric,
    before: versionJson(before),
    after: versionJson(after),
    cautions: cautionsOf(compared),
    provisions,
    changes: [...pairs.flatMap(({ changes }) => changes), ...movedBetween].filter(({ kind }) => kind !== "unchanged"),
    counts,
    matchedShare,
    pairs: pairs.map((pair) => ({ before: pair.before.name, after: pair.after.name, counts: pair.counts })),
    documentsRemoved: removed.map(({ name, sha256, clauses }) => ({ name, sha256, clauses })),
    documentsAdded: added.map(({ name, sha256, clauses }) => ({ name, sha256, clauses })),
    events,
  };
}

/** One version: a document's own facts, or a folder's with those of each document. */
function versionJson({ path, isFolder, given, date }: ComparedVersions["before"]) {
  const documents = given.map((document) => documentJson(document, date));
  const [only] = documents;
  if (!isFolder && only !== undefined) return only;
  const dates = [...new Set(documents.map((document) => document.date))];
  const pages = documents.map((document) => document.pages);
  return {
    name: basename(path),
    sha256: null,
    date: dates.length === 1 ? (dates[0] ?? null) : null,
    pages: pages.every((count) => count !== null) ? pages.reduce((sum, count) => sum + count, 0) : null,
    readable: documents.every(({ readable }) => readable),
    documents,
  };
}

function documentJson(document: GivenVersion["given"][number], given: string | undefined) {
  const { name, sha256 } = document;
  if (!document.isReadable)
    return {
      name,
      sha256,
      date: given ?? null,
      pages: null,
      readable: false,
      reason: document.reason,
      detail: document.detail,
    };
  const dates = versionDates(document);
  return {
    name,
    sha256,
    date: given ?? dates.date ?? null,
    effective: given ?? dates.effective ?? null,
    adopted: given === undefined ? (dates.adopted ?? null) : null,
    header: dates.header,
    ...(dates.range === undefined ? {} : { range: dates.range }),
    pages: document.pages ?? null,
    readable: true,
  };
}
