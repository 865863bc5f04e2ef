import { error } from "@sveltejs/kit";
import { siteWords } from "../../words/site-words.ts";
import { sendText } from "../files/send-text.ts";
import { readPlaces } from "../place-index.ts";
import { readSettings } from "../settings.ts";
import { siteAddresses } from "./site-addresses.ts";
import { pagesInMap, sitemap, sitemapIndex } from "./sitemap.ts";

/**
 * The map of the site, or its map of this number where there are more pages than one map holds.
 *
 * @param number from 1; absent for the first thing that a search engine asks for
 */
export async function siteMap(request: Request, number: number | undefined): Promise<Response> {
  const { releases, origin, isStatic } = readSettings();
  const pages = await siteAddresses(await readPlaces(releases), { releases, isStatic });
  const maps = Math.ceil(pages.length / pagesInMap);
  const type = "application/xml; charset=utf-8";
  if (number === undefined && maps > 1) {
    const names = Array.from({ length: maps }, (_, index) => `${origin}/sitemaps/${index + 1}.xml`);
    return sendText(request, { body: sitemapIndex(names), type });
  }
  const at = (number ?? 1) - 1;
  const own = pages.slice(at * pagesInMap, (at + 1) * pagesInMap);
  if (at < 0 || own.length === 0) error(404, siteWords("en")("no-such-page"));
  return sendText(request, { body: sitemap(own, origin), type });
}
