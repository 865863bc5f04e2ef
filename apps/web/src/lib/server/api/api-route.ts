import { sendText } from "../files/send-text.ts";
import { logFault } from "../request-log.ts";
import { readSettings, type Settings } from "../settings.ts";
import { problem } from "./problem.ts";
import { tooOften } from "./within-rate.ts";

/** What an end point needs to know of a request. */
export type ApiAsked = {
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly url: URL;
  readonly settings: Settings;
};

/** JSON to be sent, with the hash of the release it is made from. */
export type ApiAnswer = {
  readonly body: unknown;
  readonly hash?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

type ApiEvent = {
  readonly request: Request;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly url: URL;
  readonly getClientAddress: () => string;
};

const methods = "GET, HEAD, OPTIONS";

const notFound = () =>
  problem(404, "There is nothing at this address.", "See /api for every address, or start at /api/v1.");

/**
 * The handlers of an end point: GET and HEAD answer, OPTIONS allows any site to ask, anything else is refused.
 *
 * @param queries names of the query parameters it takes
 * @param answer undefined when there is nothing at the address
 */
export function apiRoute(
  queries: readonly string[],
  answer: (asked: ApiAsked) => ApiAnswer | Response | undefined | Promise<ApiAnswer | Response | undefined>,
) {
  const GET = async (event: ApiEvent): Promise<Response> => {
    const { request, params, url } = event;
    const settings = readSettings();
    if (settings.isStatic) return notFound();
    const wait = tooOften(event);
    if (wait !== undefined) return wait;
    const wrong = wrongQuery(url, queries);
    if (wrong !== undefined) return wrong;
    try {
      const found = await answer({ params, url, settings });
      if (found === undefined) return notFound();
      if (found instanceof Response) return found;
      const body = `${JSON.stringify(found.body)}\n`;
      return sendText(request, {
        body,
        type: "application/json; charset=utf-8",
        ...(found.hash === undefined ? {} : { hash: found.hash }),
        headers: { "cache-control": "public, max-age=60", ...exposed, ...found.headers },
      });
    } catch (cause) {
      logFault(cause);
      return problem(500, "Something went wrong on this side.", "Ask again in a minute. The fault has been noted.");
    }
  };
  return { GET, HEAD: GET, OPTIONS: options, fallback };
}

/** Headers that a program on another site may read. */
const exposed = { "access-control-expose-headers": "etag, link, retry-after" };

const options = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      allow: methods,
      "access-control-allow-origin": "*",
      "access-control-allow-methods": methods,
      "access-control-allow-headers": "if-none-match",
      "access-control-max-age": "86400",
    },
  });

const fallback = (): Response =>
  problem(405, "This API is read-only.", "Ask with GET, HEAD or OPTIONS.", { allow: methods });

function wrongQuery({ searchParams }: URL, names: readonly string[]): Response | undefined {
  const unknown = [...searchParams.keys()].find((name) => !names.includes(name));
  if (unknown === undefined) return undefined;
  const known = names.length === 0 ? "This address takes none." : `It takes: ${names.join(", ")}.`;
  return problem(400, `There is no parameter “${unknown.slice(0, 60)}” here.`, `Leave it out. ${known}`);
}
