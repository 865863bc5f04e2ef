import { apiRoute } from "#lib/server/api/api-route.ts";

/** Any other address of the API: nothing is there. */
export const { GET, HEAD, OPTIONS, fallback } = apiRoute([], () => undefined);
