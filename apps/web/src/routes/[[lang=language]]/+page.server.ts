import { homePage } from "#lib/server/home-page.ts";
import { readSettings } from "#lib/server/settings.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ parent, url }) => {
  const { language } = await parent();
  return homePage(readSettings(), language, url.searchParams.get("sort") ?? undefined);
};
