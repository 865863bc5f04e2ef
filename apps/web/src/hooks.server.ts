import type { Handle } from "@sveltejs/kit/hooks";
import { readSettings } from "#lib/server/settings.ts";

/** What every answer says to the browser, beside the content security policy of the build. */
const headers: Readonly<Record<string, string>> = {
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), interest-cohort=()",
};

export const handle: Handle = async ({ event, resolve }) => {
  const response = await resolve(event, {
    transformPageChunk: ({ html }) => html.replace("%evenhand.language%", event.params.lang ?? "en"),
  });
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  if (readSettings().origin.startsWith("https:")) response.headers.set("strict-transport-security", "max-age=31536000");
  return response;
};
