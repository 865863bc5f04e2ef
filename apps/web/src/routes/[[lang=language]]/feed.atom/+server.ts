import { atomFeed, feedEntries } from "#lib/server/feeds/atom-feed.ts";
import { sendText } from "#lib/server/files/send-text.ts";
import { languageOf } from "#lib/server/page-load.ts";
import { readPlaces } from "#lib/server/place-index.ts";
import { readSettings } from "#lib/server/settings.ts";
import type { RequestHandler } from "./$types";

/** Releases and corrections, newest first. */
export const GET: RequestHandler = async ({ request, params }) => {
  const { releases, origin } = readSettings();
  const language = languageOf(params);
  const entries = await feedEntries(await readPlaces(releases), { origin, language });
  return sendText(request, {
    body: atomFeed(entries, { origin, language }),
    type: "application/atom+xml; charset=utf-8",
  });
};
