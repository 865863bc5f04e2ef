import { sendText } from "#lib/server/files/send-text.ts";
import { readSettings } from "#lib/server/settings.ts";
import type { RequestHandler } from "./$types";

/** Everything may be read; made files and the API are no pages. */
export const GET: RequestHandler = ({ request }) =>
  sendText(request, {
    body: `User-agent: *\nAllow: /\nDisallow: /api/v1/\nDisallow: /oembed\n\nSitemap: ${readSettings().origin}/sitemap.xml\n`,
    type: "text/plain; charset=utf-8",
  });
