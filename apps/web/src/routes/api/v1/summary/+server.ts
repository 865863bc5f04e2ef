import { apiAnswers } from "#lib/server/api/answers.ts";
import { apiRoute } from "#lib/server/api/api-route.ts";

export const { GET, HEAD, OPTIONS, fallback } = apiRoute([], apiAnswers.summary);
