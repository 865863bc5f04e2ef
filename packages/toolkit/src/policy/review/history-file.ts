import { asText } from "./as-text.ts";
import type { ReviewEvent, ReviewHistory } from "./review-event.ts";
import { eventText } from "./review-history.ts";
import type words from "./review-words.json";
import { isVerdict } from "./verdicts.ts";

/** Hash of a text, hexadecimal; the app passes sha256. */
export type HashText = (text: string) => string;

/** Why a history file is not taken. The words for its code are in `review-words.json`. */
export type HistoryProblem = {
  readonly code: keyof (typeof words)["en"]["file"];
  readonly value: string;
};

/** A history read from its file. `head` is the hash of the last line, which holds those of all lines before it. */
export type ReadHistory =
  | { readonly history: ReviewHistory; readonly head: string; readonly problem?: undefined }
  | { readonly problem: HistoryProblem };

/**
 * A history as the text of its file. Each line carries a hash of itself and of the line before it, and the file says how
 * many lines there are and the last hash, so that a line that was changed, moved or taken out is noticed. It shows what
 * happened by accident or by an editor. It cannot show that somebody wrote the whole file anew: for that, keep a copy or
 * the last hash where others can see it.
 */
export function historyText(history: ReviewHistory, hash: HashText): string {
  const hashes = chain(history, hash);
  const events = history.map((event, index) => ({ ...event, hash: hashes[index] ?? "" }));
  const file = { formatVersion: 1, lines: events.length, head: hashes.at(-1) ?? "", events };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** Reads the text of a history file and checks that it is as it was written. Nothing is mended. */
export function readHistory(text: string, hash: HashText): ReadHistory {
  const file = parse(text);
  if (file === undefined) return problem("history-not-json");
  if (!isRecord(file) || file.formatVersion !== 1 || !Array.isArray(file.events))
    return problem("history-other-format", isRecord(file) ? asText(file.formatVersion) : "?");
  const lines: readonly unknown[] = file.events;
  const unreadable = lines.findIndex((line) => !isStoredEvent(line));
  if (unreadable >= 0) return problem("history-line-unreadable", String(unreadable + 1));
  const stored = lines.filter(isStoredEvent);
  const history = stored.map(({ hash: _, ...event }): ReviewEvent => event);
  const hashes = chain(history, hash);
  const changed = stored.findIndex((event, index) => event.hash !== hashes[index]);
  if (changed >= 0) return problem("history-line-changed", String(changed + 1));
  const head = hashes.at(-1) ?? "";
  if (file.lines !== stored.length || file.head !== head)
    return problem("history-lines-missing", `${stored.length} / ${asText(file.lines)}`);
  return { history, head };
}

function chain(history: ReviewHistory, hash: HashText): readonly string[] {
  const hashes: string[] = [];
  for (const event of history) hashes.push(hash(`${hashes.at(-1) ?? ""}\n${eventText(event)}`));
  return hashes;
}

const problem = (code: HistoryProblem["code"], value = ""): ReadHistory => ({ problem: { code, value } });

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

const shared = ["at", "who", "provision", "hash"];
const textsByKind: Readonly<Record<ReviewEvent["kind"], readonly string[]>> = {
  "machine-read": [...shared, "reason", "audit", "documents"],
  "person-read": [...shared, "reason", "audit", "documents", "sheet"],
  decided: [...shared, "reason"],
  "department-replied": [...shared, "text"],
  "reply-answered": [...shared, "text"],
};

const isKind = (value: unknown): value is ReviewEvent["kind"] =>
  typeof value === "string" && Object.hasOwn(textsByKind, value);

function isStoredEvent(value: unknown): value is ReviewEvent & { readonly hash: string } {
  if (!isRecord(value) || !isKind(value.kind)) return false;
  if (!textsByKind[value.kind].every((name) => typeof value[name] === "string")) return false;
  if (value.kind === "person-read" && typeof value.isBlind !== "boolean") return false;
  return value.kind.endsWith("replied") || value.kind.endsWith("answered") || isVerdict(value.verdict);
}
