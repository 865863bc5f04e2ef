import { addresses } from "../../addresses.ts";
import { siteWords } from "../../words/site-words.ts";
import type { Place, PublishedRelease } from "../place-index.ts";
import { datasetDownloads } from "./dataset-document.ts";

type Catalogued = { readonly place: Place; readonly newest: PublishedRelease };

/** Whom to write to about the site; the catalogue's rules ask for an address. */
type Publisher = { readonly origin: string; readonly contact?: string | undefined };

const say = siteWords("en");

/**
 * The newest release of every place as a catalogue of open data. Without a contact the address that the rules ask for is
 * left out rather than made up.
 *
 * Source: DCAT-US 1.1, resources.data.gov/resources/dcat-us.
 */
export function dcatCatalogue(catalogued: readonly Catalogued[], publisher: Publisher) {
  return {
    "@context": "https://project-open-data.cio.gov/v1.1/schema/catalog.jsonld",
    "@type": "dcat:Catalog",
    conformsTo: "https://project-open-data.cio.gov/v1.1/schema",
    describedBy: "https://project-open-data.cio.gov/v1.1/schema/catalog.json",
    dataset: catalogued.map((one) => dataset(one, publisher)),
  };
}

function dataset({ place, newest }: Catalogued, { origin, contact }: Publisher) {
  const { release } = newest;
  const to = addresses("en");
  const { period } = release;
  return {
    "@type": "dcat:Dataset",
    identifier: origin + to.data(place.id),
    title: say("data-title", { place: place.name }),
    description: say("data-description", { place: place.name }),
    keyword: ["use of force", "police", place.name],
    modified: release.date,
    publisher: { "@type": "org:Organization", name: place.name },
    contactPoint: {
      "@type": "vcard:Contact",
      fn: say("data-contact"),
      ...(contact === undefined ? {} : { hasEmail: `mailto:${contact}` }),
    },
    accessLevel: "public",
    rights: say(place.summary.isFictional ? "data-fiction" : "data-license"),
    landingPage: origin + to.data(place.id),
    describedBy: origin + to.releaseFile(place.id, newest.name, "datapackage.json"),
    describedByType: "application/json",
    spatial: place.name,
    language: ["en-US", "es-US"],
    ...(period === undefined ? {} : { temporal: `${period.from}/${period.to}` }),
    distribution: datasetDownloads(newest, { place, origin, language: "en" }).map(({ name, url, type, form }) => ({
      "@type": "dcat:Distribution",
      title: name,
      downloadURL: url,
      mediaType: type,
      format: form,
    })),
  };
}
