import type { Handle, HandleServerError } from "@sveltejs/kit/hooks";
import { answerAgain, keptAnswer } from "#lib/server/kept-answer.ts";
import { pageCache } from "#lib/server/page-cache.ts";
import { logFault, logRequest } from "#lib/server/request-log.ts";
import { readSettings } from "#lib/server/settings.ts";
import { siteVersion } from "#lib/server/site-version.ts";

/** What every answer says to the browser, beside the content security policy of the build. */
const headers: Readonly<Record<string, string>> = {
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), interest-cohort=()",
};

/** Pages are the same for everybody, so each is made once for a version of the site. */
const pages = pageCache(64_000_000);

/** Longer addresses are answered but not kept. */
const longestKey = 500;

export const handle: Handle = async ({ event, resolve }) => {
  const started = performance.now();
  const { request, url } = event;
  const { releases, origin } = readSettings();
  const isRead = request.method === "GET" || request.method === "HEAD";
  const version = isRead ? await siteVersion(releases).catch(() => undefined) : undefined;
  const key = url.pathname + url.search;
  const known = version === undefined ? undefined : pages.get(key, version);
  const response = known ? answerAgain(known, request) : await make();
  logRequest(event, response, started);
  return response;

  async function make(): Promise<Response> {
    const resolved = await resolve(event, {
      transformPageChunk: ({ html }) => html.replace("%evenhand.language%", event.params.lang ?? "en"),
    });
    const { status = resolved.status } = event.locals;
    const made =
      status === resolved.status ? resolved : new Response(resolved.body, { status, headers: resolved.headers });
    for (const [name, value] of Object.entries(headers)) made.headers.set(name, value);
    if (origin.startsWith("https:")) made.headers.set("strict-transport-security", "max-age=31536000");
    const isPage = made.headers.get("content-type")?.startsWith("text/html") === true;
    if (isPage && made.status === 200) made.headers.set("cache-control", "public, max-age=60");
    const isKept = isPage && request.method === "GET" && made.status === 200 && key.length <= longestKey;
    if (!isKept || version === undefined) return made;
    const answer = await keptAnswer(made);
    pages.keep(key, version, answer);
    return answerAgain(answer, request);
  }
};

/** A fault of ours is logged whole and told in short. */
export const handleError: HandleServerError = ({ kind, error }) => {
  if (kind === "unknown") logFault(error);
};
