import { siteStyle } from "#lib/site-style.ts";
import type { RequestHandler } from "./$types";

export const GET: RequestHandler = () =>
  new Response(siteStyle, {
    headers: { "content-type": "text/css; charset=utf-8", "cache-control": "public, max-age=3600" },
  });
