import type { Fetched } from "./crawl.ts";

/** How a page is looked at: the width of the window in CSS pixels, and light or dark. */
export type View = { readonly width: number; readonly scheme: "light" | "dark" };

const phone: View = { width: 390, scheme: "light" };
const darkPhone: View = { width: 390, scheme: "dark" };
const desktop: View = { width: 1280, scheme: "light" };
const darkDesktop: View = { width: 1280, scheme: "dark" };

/** A page's kind: its address without what names a place, a finding, a document; Riverton's findings by question. */
export const kindOf = ({ path }: Fetched): string =>
  path
    .replace(/^\/es(?=\/|$)/, "")
    .replace(/\/places\/[^/]+/, "/places/*")
    .replace(/\/embed\/[^/]+/, "/embed/*")
    .replace(/\/findings\/([^/]+)\/.*/, path.includes("/places/riverton-xx/") ? "/findings/$1/*" : "/findings/*")
    .replace(/\/embed\/\*\/.*/, "/embed/*/*")
    .replace(/\/force\/.+/, path.includes("/places/riverton-xx/") ? "$&" : "/force/*")
    .replace(
      /\/(documents|audit|change|methods|learn|sorted|policy|what-if|data|dictionary|provisions|compare)\/.+/,
      "/$1/*",
    ) || "/";

const placeOf = ({ path }: Fetched): string => /\/(?:places|embed)\/([^/]+)/.exec(path)?.[1] ?? "";
const languageOf = ({ path }: Fetched): "en" | "es" => (path === "/es" || path.startsWith("/es/") ? "es" : "en");

/** One page of each kind in each language, of Riverton where it is about a place; and of each real place its own. */
export function pagesToSee(pages: readonly Fetched[]): readonly Fetched[] {
  const chosen = new Map<string, Fetched>();
  for (const page of pages) {
    const place = placeOf(page);
    const key = `${kindOf(page)} ${languageOf(page)} ${place}`;
    const isRealSpanish = languageOf(page) === "es" && place !== "" && place !== "riverton-xx";
    if (!chosen.has(key) && !isRealSpanish) chosen.set(key, page);
  }
  return [...chosen.values()];
}

/**
 * Every page with the views in which it is looked at. In a usual run one page of each kind: English on a phone in the light,
 * Spanish on a desktop in the dark. In a whole run every page in English on a phone and in Spanish on a desktop, and those
 * of the usual run in all four views.
 */
export function viewsToSee(pages: readonly Fetched[], isWhole: boolean): readonly (readonly [View, Fetched])[] {
  const usual = (page: Fetched): View => (languageOf(page) === "en" ? phone : darkDesktop);
  const seen = pagesToSee(pages);
  if (!isWhole) return inOrder(seen.map((page) => [usual(page), page]));
  const kinds = new Set(seen);
  const all = [phone, darkPhone, desktop, darkDesktop];
  return inOrder(pages.flatMap((page) => (kinds.has(page) ? all : [usual(page)]).map((view) => [view, page] as const)));
}

/** Pages of one view together, so that the window is set up once for each. */
const inOrder = (views: readonly (readonly [View, Fetched])[]): readonly (readonly [View, Fetched])[] =>
  views.toSorted(([one], [other]) => one.width - other.width || one.scheme.localeCompare(other.scheme));
