import type { Clause, Provision } from "@evenhand/standard/provision";
import { isVerdict } from "./verdicts.ts";

/** What a review needs of a saved audit (the output of `evenhand audit --json`). */
export type RecordedAudit = {
  readonly rubric: string;
  readonly documents: readonly { readonly name: string; readonly sha256: string; readonly readable: boolean }[];
  readonly provisions: readonly Provision[];
};

/**
 * Reads a saved audit. Checks every field that a review uses and keeps the others as they are.
 *
 * @returns undefined if the text is no saved audit
 */
export function readAudit(text: string): RecordedAudit | undefined {
  const audit = parse(text);
  if (!isRecord(audit) || typeof audit.rubric !== "string") return undefined;
  const { rubric, documents, provisions } = audit;
  if (!isListOf(documents, isDocument) || !isListOf(provisions, isProvision)) return undefined;
  if (provisions.length === 0 || new Set(provisions.map(({ id }) => id)).size < provisions.length) return undefined;
  return { rubric, documents, provisions };
}

/**
 * The text whose hash says which documents were read by which rubric, whatever their order and names. An audit of one
 * document more is another one: a reader who did not have it could not find its clauses.
 */
export function documentsText({ rubric, documents }: Pick<RecordedAudit, "rubric" | "documents">): string {
  const read = documents.filter(({ readable }) => readable).map(({ sha256 }) => sha256);
  return JSON.stringify([rubric, [...new Set(read)].toSorted()]);
}

/** The text whose hash identifies an audit: its documents, its rubric, and what it found, in any language of the page. */
export function auditText(audit: RecordedAudit): string {
  const provisions = audit.provisions.map(({ id, verdict, clauses, hedges, exceptions }) => [
    id,
    verdict,
    clauses.map(({ sha256, start, end, text }) => [sha256, start, end, text]),
    hedges,
    exceptions,
  ]);
  return JSON.stringify([documentsText(audit), provisions]);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Fields = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isText = (value: unknown): value is string => typeof value === "string";

const isListOf = <Item>(value: unknown, isItem: (item: unknown) => item is Item): value is readonly Item[] =>
  Array.isArray(value) && value.every(isItem);

const isDocument = (value: unknown): value is RecordedAudit["documents"][number] =>
  isRecord(value) && isText(value.name) && isText(value.sha256) && typeof value.readable === "boolean";

const isClause = (value: unknown): value is Clause =>
  isRecord(value) &&
  [value.document, value.sha256, value.text].every(isText) &&
  [value.start, value.end].every((place) => typeof place === "number") &&
  (value.page === undefined || typeof value.page === "number") &&
  isListOf(value.section, isText);

const isProvision = (value: unknown): value is Provision =>
  isRecord(value) &&
  [value.id, value.why].every(isText) &&
  isVerdict(value.verdict) &&
  isListOf(value.clauses, isClause) &&
  isListOf(value.hedges, isText) &&
  isListOf(value.exceptions, isText);
