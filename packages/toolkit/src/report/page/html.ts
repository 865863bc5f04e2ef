/** Markup that is safe to put into a page: made by {@link html} or vouched for by {@link trusted}. */
export type Html = { readonly markup: string };

type Part = Html | string | number | undefined | readonly Html[];

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as markup: every character that HTML reads is written so that it does not. */
export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => escapes[character] ?? "");

/** Markup made by the program itself, such as a chart. Never for text from a file. */
export const trusted = (markup: string): Html => ({ markup });

function written(part: Part): string {
  if (part === undefined) return "";
  if (typeof part === "string" || typeof part === "number") return escapeHtml(String(part));
  return "markup" in part ? part.markup : part.map(({ markup }) => markup).join("");
}

/** Template tag: everything put into it is escaped, unless it is markup already. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { markup: String.raw({ raw: strings }, ...parts.map(written)) };
}
