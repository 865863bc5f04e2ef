import { definitionTerm, isTerm, opensDefinitions } from "./definition-term.ts";
import type { DocumentBlock } from "./document-block.ts";
import { type Outline, openSection } from "./outline.ts";
import type { PolicyClause } from "./policy-document.ts";
import { splitSentences } from "./split-sentences.ts";

/** Where the blocks of a policy begin in the document's text, and what is above them. */
export type ClausePlace = {
  /** Of each block, in the document's text. */
  readonly starts: readonly number[];
  /** Number and title of the policy; none where it has none. */
  readonly title: string | undefined;
  /** Whether clauses name their page. */
  readonly hasPages: boolean;
};

type State = { outline: Outline; rootLeadIn?: string | undefined; term?: string | undefined };

type Unnumbered = Omit<PolicyClause, "id">;

/** The clauses of one policy: a sentence each, with its place, the sections above it and the words that govern a list. */
export function policyClauses(blocks: readonly DocumentBlock[], place: ClausePlace): readonly Unnumbered[] {
  const state: State = { outline: [] };
  return blocks.flatMap((block, index) => {
    const isTermLine =
      inDefinitions(state.outline) &&
      !isExample(blocks[index - 1]) &&
      namesTerm(block, blocks[index + 1], state.outline);
    const isHeader =
      block.isHeader === true || (block.kind === "heading" && !block.marker && block.text === place.title);
    if (!isTermLine && !isHeader) state.outline = openSection(state.outline, block);
    if (isTermLine && !block.marker) state.outline = openSection(state.outline, { ...block, kind: "paragraph" });
    const clauses = blockClauses(block, place.starts[index] ?? 0, place, { ...state, isTermLine });
    state.term = isTermLine ? block.text.slice(block.marker?.length ?? 0).replace(/\s*:$/, "") : undefined;
    if (!isTermLine && !isHeader) noteLeadIn(state, block, blocks[index + 1]);
    return clauses;
  });
}

/** Inside a definitions section, unless a numbered title opened after an unnumbered heading "Definitions". */
function inDefinitions(outline: Outline): boolean {
  let hasMarkedTitle = false;
  for (const entry of outline.toReversed()) {
    if (opensDefinitions(entry.label) && (entry.isTitle || entry.kind !== "heading"))
      return !(entry.kind === "heading" && hasMarkedTitle);
    if (entry.isTitle && entry.kind !== "heading") hasMarkedTitle = true;
  }
  return false;
}

/** "The most common forms include:", "…; and": what follows is one of several examples, not a term. */
const isExample = (before: DocumentBlock | undefined): boolean =>
  before !== undefined &&
  /\bincludes?:$|[;,]\s*(?:and|or)$/i.test(before.text) &&
  !/\bdefin|\bterms?\b/i.test(before.text);

/** A term on a line or in a cell of its own, with its meaning below or beside. */
function namesTerm(block: DocumentBlock, next: DocumentBlock | undefined, outline: Outline): boolean {
  const words = block.text.slice(block.marker?.length ?? 0).replace(/\s*:$/, "");
  const parent = outline.findLast(({ label }) => opensDefinitions(label));
  const isOther = block.isCell || !/^\P{Ll}*$/u.test(words) || /\p{Ll}{2}/u.test(parent?.label ?? "");
  return (
    next?.kind === "paragraph" &&
    next.text.length > words.length &&
    /^["“(]?\p{Lu}/u.test(next.text) &&
    /[.:]["”)]?$/.test(next.text) &&
    isOther &&
    words.split(" ").length <= 8 &&
    !/[.;,]$/.test(words) &&
    isTerm(words) &&
    !opensDefinitions(words) &&
    block.marker?.style !== "decimal"
  );
}

function blockClauses(
  block: DocumentBlock,
  start: number,
  { title, hasPages }: ClausePlace,
  state: State & { isTermLine: boolean },
): Unnumbered[] {
  const skipped = block.marker?.length ?? 0;
  const section = [...(title ? [title] : []), ...state.outline.map(({ label }) => label)];
  const isDefining = inDefinitions(state.outline);
  const words = block.text.slice(skipped);
  const leadIn = block.marker || block.kind === "item" ? leadInOf(state) : undefined;
  const all = block.kind === "heading" || state.isTermLine ? [{ start: 0, end: words.length }] : splitSentences(words);
  const spans = all.filter(({ start: from, end }) => /[\p{L}\p{N}]/u.test(words.slice(from, end)));
  const [first] = spans;
  const isListed = leadIn !== undefined && !/\b(?:defin|terms?|mean)/i.test(leadIn);
  const term =
    block.kind === "heading" || state.isTermLine || !first
      ? undefined
      : (state.term ?? definitionTerm(words.slice(first.start, first.end), isDefining && !isListed));
  return spans.map((span) => {
    const at = skipped + span.start;
    const text = words.slice(span.start, span.end);
    const page = block.pages.findLast((mark) => mark.at <= at)?.page;
    const isRunIn = spans.length > 1 && span === first && isRunInTitle(text, state.outline);
    const own = term ?? (isDefining ? undefined : definitionTerm(text, false));
    const isTitle = block.kind === "heading" || state.isTermLine || (isRunIn && !own);
    const kind = isTitle ? "heading" : own ? "definition" : isItem(block, text, leadIn) ? "item" : "sentence";
    return {
      text,
      start: start + at,
      end: start + skipped + span.end,
      ...(hasPages && page !== undefined ? { page } : {}),
      section,
      kind,
      ...(leadIn !== undefined && kind !== "heading" ? { leadIn } : {}),
      ...(own && kind === "definition" ? { term: own } : {}),
    };
  });
}

/** An entry of a list: governed by a lead-in, or no sentence of its own. */
const isItem = (block: DocumentBlock, text: string, leadIn: string | undefined): boolean =>
  leadIn !== undefined ||
  (block.marker !== undefined && !/[.?!:]["”’)\]]*$/.test(text)) ||
  (block.kind === "item" && block.marker === undefined);

/** "Public Cooperation." at the beginning of an item that it names. */
const isRunInTitle = (text: string, outline: Outline): boolean => {
  const label = outline.at(-1)?.label ?? "";
  const title = text.replace(/[.:]$/, "");
  return label.length > title.length && label.endsWith(` ${title}`);
};

/** The words left open above the innermost entry. */
const leadInOf = ({ outline, rootLeadIn }: State): string | undefined =>
  outline.length > 1 ? outline.at(-2)?.leadIn : rootLeadIn;

/** "The following are prohibited." Where it does not say what holds for the list, its items may be sentences of their own. */
const announcesList =
  /\b(?:the following|as follows|listed below)\b.{0,120}\b(?:prohibited|forbidden|banned|unauthorized|(?:not|never)\s+(?:\w+\s+)?(?:be\s+)?(?:used|permitted|authorized|allowed))\b/i;

/** A sentence that ends in a colon, breaks off before a list or announces it, governs the items below it. */
function noteLeadIn(state: State, block: DocumentBlock, next: DocumentBlock | undefined): void {
  const words = block.text.slice(block.marker?.length ?? 0);
  const last = splitSentences(words).at(-1);
  const sentence = last ? words.slice(last.start, last.end) : "";
  const breaksOff = next?.kind === "item" && !/[.;!?]["”’)\]]*$/.test(sentence) && isDeeper(block, next);
  const announces = next?.kind === "item" && isDeeper(block, next) && announcesList.test(sentence);
  const isOpen =
    block.kind !== "heading" && sentence !== "" && (/:["”’)\]]*$/.test(sentence) || breaksOff || announces);
  const above = block.marker ? leadInOf(state) : undefined;
  const leadIn = isOpen ? [above, sentence].filter((part) => part !== undefined).join(" ") : undefined;
  const top = state.outline.at(-1);
  if (!top) {
    state.rootLeadIn = leadIn;
    return;
  }
  const { leadIn: _, ...rest } = top;
  state.outline = [...state.outline.slice(0, -1), leadIn === undefined ? rest : { ...rest, leadIn }];
}

/** Whether the next item is a level below, and not a sister. */
const isDeeper = (block: DocumentBlock, next: DocumentBlock): boolean =>
  block.marker === undefined ||
  ((block.marker.form !== next.marker?.form || block.marker.style !== next.marker.style) &&
    next.marker?.value === 1 &&
    next.x > block.x);
