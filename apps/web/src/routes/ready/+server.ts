import { readPlaces } from "#lib/server/place-index.ts";
import { readSettings } from "#lib/server/settings.ts";
import type { RequestHandler } from "./$types";

/** The folder of releases can be read. */
export const GET: RequestHandler = async () => {
  const places = await readPlaces(readSettings().releases).catch(() => undefined);
  const headers = { "cache-control": "no-store" };
  return places === undefined
    ? new Response("the folder of releases cannot be read\n", { status: 503, headers })
    : new Response(`ready; places: ${places.length}\n`, { headers });
};
