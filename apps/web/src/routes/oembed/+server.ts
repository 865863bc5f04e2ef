import { problem } from "#lib/server/api/problem.ts";
import { sendText } from "#lib/server/files/send-text.ts";
import { oembed } from "#lib/server/findings/oembed.ts";
import { readSettings } from "#lib/server/settings.ts";
import type { RequestHandler } from "./$types";

/** oEmbed: how to show the finding at `url` on another site. Source: oembed.com. */
export const GET: RequestHandler = async ({ request, url }) => {
  const { releases, origin } = readSettings();
  if ((url.searchParams.get("format") ?? "json") !== "json")
    return problem(501, "Only format=json is given.", "Ask again with format=json.");
  const found = await oembed(
    {
      url: (url.searchParams.get("url") ?? "").slice(0, 2000),
      maxwidth: size(url.searchParams.get("maxwidth")),
      maxheight: size(url.searchParams.get("maxheight")),
    },
    { releases, origin },
  );
  if (found === undefined)
    return problem(
      404,
      "There is no finding of this site at that address.",
      `Give the address of the page of a finding, such as ${origin}/places/PLACE/findings/on-whom/race/people.`,
    );
  return sendText(request, { body: JSON.stringify(found), type: "application/json; charset=utf-8" });
};

/** A whole number of pixels; anything else sets no limit. */
const size = (text: string | null): number | undefined =>
  text !== null && /^[1-9]\d{1,4}$/.test(text) ? Number(text) : undefined;
