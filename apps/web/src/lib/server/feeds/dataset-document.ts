import type { Language } from "@evenhand/standard";
import { addresses } from "../../addresses.ts";
import { siteWords } from "../../words/site-words.ts";
import { publishedTables } from "../files/release-file.ts";
import { isGivenAsCsv } from "../files/table-forms.ts";
import type { Place, PublishedRelease } from "../place-index.ts";

export type DatasetAsked = {
  readonly place: Place;
  /** Where the public reaches the site. */
  readonly origin: string;
  readonly language: Language;
};

type Download = {
  readonly name: string;
  readonly url: string;
  /** Media type. */
  readonly type: string;
  /** Short name of the form, such as `CSV`. */
  readonly form: string;
};

/** Tables of a release by form: each as Parquet, and as CSV where it is not too long. */
export function datasetDownloads(
  { name, release }: PublishedRelease,
  { place, origin }: DatasetAsked,
): readonly Download[] {
  const link = (file: string) => origin + addresses("en").releaseFile(place.id, name, file);
  return publishedTables
    .filter((table) => table in release.tables)
    .flatMap((table) => [
      ...(isGivenAsCsv(release.tables[table] ?? 0)
        ? [{ name: table, url: link(`${table}.csv`), type: "text/csv", form: "CSV" }]
        : []),
      { name: table, url: link(`${table}.parquet`), type: "application/vnd.apache.parquet", form: "Parquet" },
    ]);
}

/**
 * A release as a schema.org `Dataset`, for search engines and catalogues of data. No license is named where none was
 * stated.
 *
 * Source: schema.org/Dataset.
 */
export function datasetDocument(published: PublishedRelease, asked: DatasetAsked) {
  const { release } = published;
  const { place, origin, language } = asked;
  const say = siteWords(language);
  const { period } = release;
  return {
    "@context": "https://schema.org",
    "@type": "Dataset",
    "@id": origin + addresses("en").release(place.id, published.name),
    name: say("data-title", { place: place.name }),
    description: say("data-description", { place: place.name }),
    url: origin + addresses(language).data(place.id),
    identifier: release.hash,
    version: published.name,
    dateModified: release.date,
    inLanguage: language,
    isAccessibleForFree: true,
    ...(period === undefined ? {} : { temporalCoverage: `${period.from}/${period.to}` }),
    spatialCoverage: { "@type": "Place", name: place.name },
    creator: { "@type": "GovernmentOrganization", name: place.name },
    usageInfo: say(place.summary.isFictional ? "data-fiction" : "data-license"),
    keywords: ["use of force", "police"],
    measurementTechnique: origin + addresses(language).methods,
    distribution: datasetDownloads(published, asked).map(({ name, url, type }) => ({
      "@type": "DataDownload",
      name,
      contentUrl: url,
      encodingFormat: type,
    })),
  };
}
