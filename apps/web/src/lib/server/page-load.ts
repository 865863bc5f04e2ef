import type { Language } from "@evenhand/standard";
import { error } from "@sveltejs/kit";
import type { Page } from "../page.ts";
import { siteWords } from "../words/site-words.ts";
import { type OpenPlace, openPlace } from "./place-index.ts";
import { readSettings } from "./settings.ts";

type Parts = Readonly<Record<string, string | undefined>>;

/** What a reader asked for. */
export type Asked = {
  readonly language: Language;
  /** Parts of the address, by name. */
  readonly params: Parts;
  readonly url: URL;
};

type LoadEvent = { readonly params: Parts; readonly url: URL; readonly locals: App.Locals };

/** The language of an address. */
export const languageOf = ({ lang }: Parts): Language => (lang === "es" ? "es" : "en");

/** The `load` of a page about one place; an unknown place, or a page that has nothing to show, is not found. */
export function placePage(make: (open: OpenPlace, asked: Asked) => Page | undefined | Promise<Page | undefined>) {
  return async ({ params, url, locals }: LoadEvent): Promise<{ page: Page }> => {
    const language = languageOf(params);
    const open = await openPlace(readSettings().releases, params.place ?? "");
    if (open === undefined) error(404, siteWords(language)("no-such-place"));
    const page = await make(open, { language, params, url });
    if (page === undefined) error(404, siteWords(language)("no-such-page"));
    if (page.status !== undefined) locals.status = page.status;
    return { page };
  };
}

/** The `load` of any other page. */
export function sitePage(make: (asked: Asked) => Page | undefined | Promise<Page | undefined>) {
  return async ({ params, url }: LoadEvent): Promise<{ page: Page }> => {
    const language = languageOf(params);
    const page = await make({ language, params, url });
    if (page === undefined) error(404, siteWords(language)("no-such-page"));
    return { page };
  };
}
