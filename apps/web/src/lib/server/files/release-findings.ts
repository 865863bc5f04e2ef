import type { Finding, Release } from "@evenhand/standard";
import type { PlaceAnswers } from "@evenhand/toolkit/report/place-answers";

/** Under what terms records may be used, as far as it is stated. */
export type License = { readonly records: string; readonly software: "Apache-2.0" };

/** The terms of a place's records; nobody's terms hold for records that are made up. */
export const licenseOf = (isFictional: boolean): License => ({
  records: isFictional
    ? "These records are made up, for trying the site out. They are about no real person and no real agency."
    : "No license is stated for these records. The terms of the agency that published the sources apply.",
  software: "Apache-2.0",
});

/** What stands at the head of everything made from a release. */
export type ReleaseHead = Pick<Release, "agency" | "date" | "hash"> & Partial<Pick<Release, "period">>;

/** Agency, period, date and hash of a release. */
export const releaseHead = ({ agency, date, hash, period }: Release): ReleaseHead => ({
  agency,
  date,
  hash,
  ...(period === undefined ? {} : { period }),
});

/** All findings of a release, as `report --json` gives them. */
export const releaseFindings = ({
  release,
  findings,
  isFictional,
}: PlaceAnswers): {
  readonly release: ReleaseHead;
  readonly isFictional: boolean;
  readonly license: License;
  readonly findings: readonly Finding[];
} => ({ release: releaseHead(release), isFictional, license: licenseOf(isFictional), findings });
