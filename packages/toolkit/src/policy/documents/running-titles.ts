import type { BarePage } from "./page-furniture.ts";

/** Share of a page's height in which running titles stand. */
const headerShare = 0.12;

/**
 * Takes off headers whose words change from policy to policy (a manual's running titles): a place at the top of the
 * page that holds one short line on most pages, where the same words stand at the foot of the same page or were the
 * title of the page before.
 */
export function removeRunningTitles(pages: readonly BarePage[]): readonly BarePage[] {
  return pages.map((bare) => {
    const [first, ...rest] = bare.rows;
    const text = first?.map((segment) => segment.text).join(" ") ?? "";
    const isTop = (first?.[0]?.y ?? 0) < bare.page.height * headerShare;
    const isTitle = text.length > 2 && bare.furniture.some((line) => isNumbered(line, text));
    const isLarge = (first?.[0]?.height ?? 0) > 1.5 * (rest[0]?.[0]?.height ?? 0);
    if (!isTop || !isTitle || isLarge || rest.length === 0) return bare;
    return { ...bare, rows: rest, furniture: [...bare.furniture, text] };
  });
}

/** "Retention - 27" for "Retention". */
const isNumbered = (line: string, title: string): boolean =>
  line.startsWith(title) && /^\s*[-–—]\s*\d+$/.test(line.slice(title.length));
