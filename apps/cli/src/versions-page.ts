import type { Provision } from "@evenhand/standard/provision";
import type { PolicyDocument } from "@evenhand/toolkit/policy/documents/policy-document";
import { rubrics } from "@evenhand/toolkit/policy/rules/rubrics";
import type { Rubric } from "@evenhand/toolkit/policy/rules/rule";
import { type BundleComparison, leastMatchedShare } from "@evenhand/toolkit/policy/versions/compare-bundles";
import type { ClauseChange, VersionComparison, VersionName } from "@evenhand/toolkit/policy/versions/compare-versions";
import type { ProvisionChange } from "@evenhand/toolkit/policy/versions/provision-changes";
import { givenDates, versionDates } from "@evenhand/toolkit/policy/versions/version-dates";
import type {
  Caution,
  ChangedProvision,
  ListedChange,
  ListedVersion,
  VersionAnswer,
  VersionsPage,
} from "@evenhand/toolkit/report/policy-versions/versions-page";
import type { Language } from "./arguments.ts";
import { listed, type Quote, quoter } from "./audit-page.ts";
import type { GivenVersion } from "./version-input.ts";

/** Two versions with what was found, and the dates that a person gave. */
export type ComparedVersions = {
  readonly before: GivenVersion & { readonly date?: string };
  readonly after: GivenVersion & { readonly date?: string };
  readonly rubric: Rubric["id"];
  readonly comparison: BundleComparison;
  readonly provisions: readonly ProvisionChange[];
};

/** A comparison as plain words and numbers, for its page. */
export function versionsPage(
  compared: ComparedVersions,
  { language, date }: { readonly language: Language; readonly date: string },
): VersionsPage {
  const { before, after, rubric, comparison, provisions } = compared;
  const quote = { before: quoter(before.read), after: quoter(after.read) };
  const byId = new Map(provisions.map((provision) => [provision.id, provision]));
  return {
    language,
    date,
    rubric,
    before: before.given.map((document) => listedVersion(document, before.date)),
    after: after.given.map((document) => listedVersion(document, after.date)),
    cautions: cautionsOf(compared),
    provisions: rubrics[rubric].rules.flatMap(({ id, question }) => {
      const provision = byId.get(id);
      return provision === undefined ? [] : [changedProvision(provision, question[language], quote)];
    }),
    pairs: comparison.pairs.map((pair) => ({
      before: pair.before.name,
      after: pair.after.name,
      counts: pair.counts,
      changes: pair.changes.flatMap((change) => listedChange(change, quote)),
    })),
    movedBetween: comparison.movedBetween.flatMap((change) => listedChange(change, quote)),
    removed: comparison.removed.map(({ name, clauses }) => ({ name, clauses })),
    added: comparison.added.map(({ name, clauses }) => ({ name, clauses })),
    counts: comparison.counts,
  };
}

/** Why a reader should look twice at the whole comparison. */
export function cautionsOf({ before, after, comparison }: ComparedVersions): readonly Caution[] {
  const { pairs, removed, added, matchedShare } = comparison;
  const isSame = removed.length + added.length === 0 && pairs.every((pair) => pair.before.sha256 === pair.after.sha256);
  return [
    ...(isSame ? (["same-file"] as const) : []),
    ...(matchedShare < leastMatchedShare ? (["different-policies"] as const) : []),
    ...(pairs.some((pair) => isReversed(pair, { before: before.date, after: after.date }))
      ? (["dates-reversed"] as const)
      : []),
    ...([...before.given, ...after.given].some(({ isReadable }) => !isReadable) ? (["unread"] as const) : []),
  ];
}

function isReversed(
  { before, after }: VersionComparison,
  given: { readonly before: string | undefined; readonly after: string | undefined },
): boolean {
  const [old, now] = [given.before ?? latest(before), given.after ?? earliest(after)];
  return old !== undefined && now !== undefined && old > now;
}

const latest = ({ date, range }: VersionName): string | undefined => date ?? range?.latest;
const earliest = ({ date, range }: VersionName): string | undefined => date ?? range?.earliest;

function listedVersion(document: GivenVersion["given"][number], given: string | undefined): ListedVersion {
  const found = document.isReadable ? versionDates(document satisfies PolicyDocument) : { header: [] };
  const dates = given === undefined ? found : givenDates(given);
  const { effective, adopted, range } = dates;
  return {
    ...listed(document),
    ...(effective === undefined ? {} : { effective }),
    ...(adopted === undefined ? {} : { adopted }),
    ...(range === undefined ? {} : { range }),
    header: found.header,
    isGiven: given !== undefined,
  };
}

function changedProvision(
  { id, change, before, after, weakeningsAdded, weakeningsRemoved }: ProvisionChange,
  question: string,
  quote: { readonly before: Quote; readonly after: Quote },
): ChangedProvision {
  return {
    id,
    question,
    change,
    before: answer(before, quote.before),
    after: answer(after, quote.after),
    weakeningsAdded,
    weakeningsRemoved,
  };
}

const answer = ({ verdict, why, hedges, exceptions, clauses }: Provision, quote: Quote): VersionAnswer => ({
  verdict,
  why,
  hedges,
  exceptions,
  clauses: clauses.map(quote),
});

function listedChange(
  change: ClauseChange,
  quote: { readonly before: Quote; readonly after: Quote },
): readonly ListedChange[] {
  switch (change.kind) {
    case "unchanged":
    case "renumbered":
      return [];
    case "added":
      return [{ kind: "added", after: quote.after(change.after) }];
    case "removed":
      return [{ kind: "removed", before: quote.before(change.before) }];
    case "moved":
      return [{ kind: "moved", before: quote.before(change.before), after: quote.after(change.after) }];
    case "reworded":
      return [
        {
          kind: "reworded",
          before: quote.before(change.before),
          after: quote.after(change.after),
          marks: change.marks,
          isMoved: change.isMoved,
        },
      ];
  }
}
