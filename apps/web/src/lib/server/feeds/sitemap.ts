import { inLanguage } from "../../addresses.ts";
import { xmlText } from "./xml-text.ts";

/** A map of a site holds at most this many addresses. Source: sitemaps.org. */
export const mostInMap = 50_000;

const namespaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"';

/** Pages of one map: half of what it may hold, since each stands there in both languages. */
export const pagesInMap = mostInMap / 2;

/**
 * Pages as a map for search engines, each in both languages with the way to the other.
 *
 * @param paths English addresses without the site's origin
 */
export function sitemap(paths: readonly string[], origin: string): string {
  const urls = paths.flatMap((path) => {
    const versions = (["en", "es"] as const).map((language) => ({
      language,
      href: xmlText(origin + inLanguage(path, language)),
    }));
    const links = versions
      .map(({ language, href }) => `<xhtml:link rel="alternate" hreflang="${language}" href="${href}"/>`)
      .join("");
    return versions.map(({ href }) => `<url><loc>${href}</loc>${links}</url>\n`);
  });
  return `<?xml version="1.0" encoding="utf-8"?>\n<urlset ${namespaces}>\n${urls.join("")}</urlset>\n`;
}

/** A list of maps, for a site that needs more than one. */
export function sitemapIndex(maps: readonly string[]): string {
  const items = maps.map((address) => `<sitemap><loc>${xmlText(address)}</loc></sitemap>\n`);
  return `<?xml version="1.0" encoding="utf-8"?>\n<sitemapindex ${namespaces}>\n${items.join("")}</sitemapindex>\n`;
}
