import type { PolicyDocument } from "../documents/policy-document.ts";

/** What the headers of a version say of its dates, ISO 8601; absent where they do not say it. */
export type VersionDates = {
  /** When the version takes effect. */
  readonly effective?: string;
  /** When it was made: the date of its revision, where the header does not say from when that holds. */
  readonly adopted?: string;
  /** `effective`, else `adopted`. */
  readonly date?: string;
  /** Every date the headers give, as they label it, earliest first. */
  readonly header: readonly { readonly label: "effective" | "revised" | "supersedes"; readonly date: string }[];
  /** Where the policies of a document bear different dates; then no date is the document's own. */
  readonly range?: { readonly earliest: string; readonly latest: string };
};

/**
 * The dates of a version as its headers say them. "Effective 2006, revised 2017" is an order of 2006 in the wording of
 * 2017: that wording was adopted in 2017, and from when it holds is not said. A manual whose policies bear different
 * dates has no date of its own. Never guessed.
 *
 * @example versionDates({ ...document, policies: [{ title: "Force", effective: "2006-08-02", revised: "2017-04-17", clauses: [] }] }).date // "2017-04-17"
 */
export function versionDates({ policies }: PolicyDocument): VersionDates {
  const found = policies.map(({ effective, revised }) => ownDates(effective, revised));
  const dates = [...new Set(found.flatMap(({ date }) => date ?? []))].toSorted();
  const header = [...headerByText(policies).values()].toSorted((a, b) => a.date.localeCompare(b.date));
  const [earliest, latest] = [dates[0], dates.at(-1)];
  if (earliest === undefined || latest === undefined) return { header };
  if (dates.length > 1) return { header, range: { earliest, latest } };
  return { ...found.find(({ date }) => date !== undefined), header };
}

/** Dates that a person gave for a version: they take effect as given. */
export const givenDates = (date: string): VersionDates => ({ effective: date, date, header: [] });

function ownDates(effective: string | undefined, revised: string | undefined): Omit<VersionDates, "header"> {
  if (revised !== undefined && (effective === undefined || revised > effective))
    return { adopted: revised, date: revised };
  return effective === undefined ? {} : { effective, date: effective };
}

function headerByText(policies: PolicyDocument["policies"]): Map<string, VersionDates["header"][number]> {
  return new Map(
    policies.flatMap(({ effective, revised, supersedes }) =>
      (
        [
          ["effective", effective],
          ["revised", revised],
          ["supersedes", supersedes],
        ] as const
      ).flatMap(([label, date]) => (date === undefined ? [] : [[`${label} ${date}`, { label, date }] as const])),
    ),
  );
}
