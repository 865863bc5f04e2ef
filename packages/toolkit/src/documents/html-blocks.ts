import { type CheerioAPI, load } from "cheerio";
import type { TextBlock } from "../policy/documents/page-text.ts";
import { DocumentTrouble } from "./document-trouble.ts";

type Node = Exclude<Parameters<typeof load>[0], string | readonly unknown[] | Buffer>;

const ignored =
  "script, style, noscript, template, iframe, object, embed, svg, canvas, video, audio, nav, aside, footer, form, button, input, select, textarea, dialog, [hidden], [aria-hidden=true], [role=navigation], [role=banner], [role=contentinfo], [role=search], [role=complementary]";

const inline = new Set(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr".split(
    " ",
  ),
);

/** Elements nested deeper than this no page has, and parsers take very long for them. */
const mostNesting = 2_000;

/** Elements nested deeper than this are read as one paragraph. */
const deepest = 200;

/**
 * The headings, paragraphs and list items of a page, without scripts, styles, navigation and forms. Numbers of lists are
 * written out as a browser shows them. Nothing the page points to is fetched.
 *
 * @param hasNumbers whether ordered lists show their own numbers; a converter that lost them says false
 * @throws DocumentTrouble where elements are nested without end
 */
export function htmlBlocks(html: string, hasNumbers = true): readonly TextBlock[] {
  if (nesting(html) > mostNesting)
    throw new DocumentTrouble("damaged", "its elements are nested as deep as no page's are");
  const $ = load(html);
  $(ignored).remove();
  const main = $("main, [role=main], article").first();
  const root = main.length > 0 && main.text().trim().length > 200 ? main : $("body");
  const blocks: TextBlock[] = [];
  for (const node of root.get()) walk($, node, { depth: 0, list: 0, blocks, hasNumbers });
  return blocks.filter(({ text }) => text !== "");
}

type Walk = {
  readonly depth: number;
  readonly list: number;
  readonly blocks: TextBlock[];
  readonly hasNumbers: boolean;
  readonly label?: string;
};

function walk($: CheerioAPI, node: Node, state: Walk): void {
  if (!("children" in node)) return;
  const tag = nameOf(node);
  const heading = /^h([1-6])$/.exec(tag);
  if (heading) {
    state.blocks.push({ kind: "heading", level: Number(heading[1]), text: clean($(node).text()) });
    return;
  }
  if (tag === "ol" || tag === "ul") {
    walkList($, node, state);
    return;
  }
  let open = "";
  let { label } = state;
  const close = (): void => {
    const text = clean(open);
    open = "";
    if (text === "") return;
    const level = Math.max(1, state.list);
    state.blocks.push(
      label === undefined ? { kind: "paragraph", level, text } : { kind: "list-item", level, text: `${label} ${text}` },
    );
    label = undefined;
  };
  for (const child of node.children) {
    if (child.type === "text") open += child.data;
    else if (nameOf(child) === "br") {
      if (brokenHere(open)) close();
      else open += " ";
    } else if ("children" in child && (inline.has(nameOf(child)) || state.depth >= deepest)) open += $(child).text();
    else if ("children" in child) {
      close();
      const { label: _, ...rest } = state;
      walk($, child, { ...rest, depth: state.depth + 1, ...(label === undefined ? {} : { label }) });
      label = undefined;
    }
  }
  close();
}

/** How deep elements that need an end are nested, without building anything. */
function nesting(html: string): number {
  let [depth, most] = [0, 0];
  for (const [, end, name = ""] of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)/gi)) {
    if (
      /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|d[td]|t[drh]|option)$/i.test(name)
    )
      continue;
    depth = Math.max(0, depth + (end ? -1 : 1));
    most = Math.max(most, depth);
  }
  return most;
}

const nameOf = (node: Node): string => ("name" in node && typeof node.name === "string" ? node.name : "");

/** A line break after the end of a sentence is the end of a paragraph. */
const brokenHere = (text: string): boolean => /[.:;?!]["”’)\]]*\s*$/.test(text);

function walkList($: CheerioAPI, list: Node, state: Walk): void {
  if (!("children" in list)) return;
  const isNumbered = nameOf(list) === "ol" && state.hasNumbers;
  let number = Number($(list).attr("start") ?? 1) || 1;
  for (const item of list.children) {
    if (!("children" in item)) continue;
    number = Number($(item).attr("value") ?? number) || number;
    const label = isNumbered ? `${shown(number, $(list).attr("type"))}.` : "•";
    const { label: _, ...rest } = state;
    walk($, item, { ...rest, depth: state.depth + 1, list: state.list + 1, label });
    number += 1;
  }
}

/** The number of an item as a browser shows it. */
function shown(number: number, type = "1"): string {
  if (/^a$/i.test(type) && number <= 26) return String.fromCharCode((type === "a" ? 96 : 64) + number);
  if (!/^i$/i.test(type) || number > 39) return String(number);
  const roman =
    "x".repeat(Math.floor(number / 10)) +
    (["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"][number % 10] ?? "");
  return type === "I" ? roman.toUpperCase() : roman;
}

const clean = (text: string): string => text.replace(/[\s\u00a0]+/g, " ").trim();
