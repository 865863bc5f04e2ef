import { siteMap } from "#lib/server/feeds/site-map.ts";
import type { RequestHandler } from "./$types";

/** One of several maps, for a site with very many pages. */
export const GET: RequestHandler = ({ request, params }) =>
  siteMap(request, /^[1-9]\d{0,3}$/.test(params.map) ? Number(params.map) : 0);
