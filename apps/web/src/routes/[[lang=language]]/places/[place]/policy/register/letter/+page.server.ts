import { placePage } from "#lib/server/page-load.ts";
import { registerLetterPage } from "#lib/server/pages/register-letter-page.ts";

export const load = placePage(registerLetterPage);
