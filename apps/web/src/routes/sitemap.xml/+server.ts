import { siteMap } from "#lib/server/feeds/site-map.ts";
import type { RequestHandler } from "./$types";

/** Every page of the site, for search engines. */
export const GET: RequestHandler = ({ request }) => siteMap(request, undefined);
