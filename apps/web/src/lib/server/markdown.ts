import { escapeHtml, type Html, trusted } from "@evenhand/toolkit/report/page/html";
import { Marked, type MarkedExtension, type Tokens } from "marked";

/** Where a link of a document leads on the site; undefined for one that has no page there. */
export type FollowLink = (target: string) => string | undefined;

/** What a page needs of a Markdown document. */
export type RenderedMarkdown = {
  /** The first heading, as text. */
  readonly title: string;
  /** The first paragraph, as text. */
  readonly opening: string;
  /** Everything below the first heading. */
  readonly body: Html;
};

const isOutside = (target: string): boolean => /^https:\/\/[^\s"'<>]+$/.test(target);

/**
 * A Markdown document of ours as a page: its first heading apart, links led to the site's pages, tables with a caption
 * and in a frame that scrolls. Markup, images and links to other kinds of address in the text are shown as text or left
 * out: what is written into a document cannot become script.
 *
 * @throws RangeError if the document does not begin with a heading
 */
export function renderMarkdown(text: string, follow: FollowLink): RenderedMarkdown {
  const marked = new Marked<string, string>({ gfm: true });
  const [first, ...rest] = marked.lexer(text).filter(({ type }) => type !== "space");
  if (first?.type !== "heading") throw new RangeError("invalid document; must begin with a heading");
  const title = plainText((first as Tokens.Heading).tokens);
  const opening = rest.find((token): token is Tokens.Paragraph => token.type === "paragraph");
  marked.use({ renderer: safeRenderer(follow, title) });
  return { title, opening: plainText(opening?.tokens ?? []), body: trusted(marked.parser(rest)) };
}

/** The words of tokens without their marks. */
function plainText(tokens: Tokens.Heading["tokens"]): string {
  return tokens
    .map((token) => ("tokens" in token && token.tokens !== undefined ? plainText(token.tokens) : textOf(token)))
    .join("");
}

const textOf = (token: Tokens.Heading["tokens"][number]): string => ("text" in token ? String(token.text) : "");

type Renderer = NonNullable<MarkedExtension<string, string>["renderer"]>;

function safeRenderer(follow: FollowLink, title: string): Renderer {
  return {
    html: ({ text }) => escapeHtml(text),
    image: ({ text }) => escapeHtml(text),
    link({ href, tokens }) {
      const words = this.parser.parseInline(tokens);
      const target = isOutside(href) ? href : follow(href);
      return target === undefined ? words : `<a href="${escapeHtml(target)}">${words}</a>`;
    },
    table({ header, rows }) {
      const head = header.map(({ text, tokens }) =>
        text === "" ? "<td></td>" : `<th scope="col">${this.parser.parseInline(tokens)}</th>`,
      );
      const lines = rows.map((row) => {
        const cells = row.map(({ tokens }, index) => {
          const words = this.parser.parseInline(tokens);
          return index === 0 ? `<th scope="row">${words}</th>` : `<td>${words}</td>`;
        });
        return `<tr>${cells.join("")}</tr>`;
      });
      const named = header.map(({ tokens }) => plainText(tokens)).filter((text) => text !== "");
      return tableFrame(`${title}: ${named.join(", ")}`, { head: head.join(""), body: lines.join("") });
    },
  };
}

/** A table with its caption, in a frame that scrolls by itself and can be reached by keyboard. */
function tableFrame(caption: string, { head, body }: { readonly head: string; readonly body: string }): string {
  const name = escapeHtml(caption);
  return `<div class="scroll" tabindex="0" role="region" aria-label="${name}"><table><caption class="hidden">${name}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>\n`;
}
