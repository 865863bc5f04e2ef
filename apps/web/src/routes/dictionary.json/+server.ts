import { dictionaryJson } from "@evenhand/standard";
import { sendText } from "#lib/server/files/send-text.ts";
import type { RequestHandler } from "./$types";

/** The whole dictionary: entities, fields and code lists. */
export const GET: RequestHandler = ({ request }) =>
  sendText(request, {
    body: `${JSON.stringify(dictionaryJson(), null, 1)}\n`,
    type: "application/json; charset=utf-8",
  });
