import { apiAnswers } from "#lib/server/api/answers.ts";
import { apiRoute } from "#lib/server/api/api-route.ts";
import { pagingQueries } from "#lib/server/api/paging.ts";

export const { GET, HEAD, OPTIONS, fallback } = apiRoute(["question", "unit", ...pagingQueries], apiAnswers.findings);
