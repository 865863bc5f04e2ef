import type { Issue } from "@evenhand/standard/issue";
import { asText } from "./as-text.ts";
import type { ReviewSheet } from "./review-sheet.ts";
import words from "./review-words.json" with { type: "json" };
import { isVerdict, type Verdict } from "./verdicts.ts";

/** One verdict of one reader. */
export type Reading = { readonly id: string; readonly verdict: Verdict; readonly reason: string };

/** A sheet as it came back, with what is wrong in it. Provisions without a usable verdict are not among the readings. */
export type ReadSheet = {
  readonly reader: string;
  /** Whether the reader judged without seeing the machine's verdict: the sheet says so, and shows none. */
  readonly isBlind: boolean;
  readonly readings: readonly Reading[];
  readonly issues: readonly Issue[];
};

type IssueCode = keyof (typeof words)["en"]["issues"];

/**
 * Reads a filled-in sheet back and checks it against a sheet made from the same audit, blind or not. Nothing is guessed: an entry with a
 * fault is left out and named. With an issue of severity "error" there are no readings at all.
 */
export function readSheet(
  text: string,
  given: ReviewSheet,
  { language = "en" }: { readonly language?: "en" | "es" } = {},
): ReadSheet {
  const issue = (code: IssueCode, severity: Issue["severity"], value = ""): Issue => ({
    code,
    severity,
    ...(value === "" ? {} : { value: value.slice(0, 200) }),
    count: 1,
    message: words[language].issues[code].replaceAll("{value}", () => value.slice(0, 200)),
  });
  const refuse = (found: Issue): ReadSheet => ({ reader: "", isBlind: false, readings: [], issues: [found] });
  const sheet = parse(text);
  if (!isRecord(sheet) || !Array.isArray(sheet.entries)) return refuse(issue("sheet-not-json", "error"));
  if (sheet.formatVersion !== 1) return refuse(issue("sheet-other-format", "error", asText(sheet.formatVersion)));
  if (sheet.audit !== given.audit) return refuse(issue("sheet-other-audit", "error", asText(sheet.audit)));
  const reader = typeof sheet.reader === "string" ? sheet.reader.trim() : "";
  if (reader === "") return refuse(issue("sheet-no-reader", "error"));
  const isBlind = sheet.isBlind === true && !sheet.entries.some((entry) => isRecord(entry) && "machine" in entry);
  return { reader, isBlind, ...readEntries(sheet.entries, given, issue) };
}

type MakeIssue = (code: IssueCode, severity: Issue["severity"], value?: string) => Issue;

function readEntries(
  entries: readonly unknown[],
  given: ReviewSheet,
  issue: MakeIssue,
): Pick<ReadSheet, "readings" | "issues"> {
  const issues: Issue[] = [];
  const readings = new Map<string, Reading>();
  const seen = new Set<string>();
  for (const entry of entries) {
    const id = isRecord(entry) ? asText(entry.id) : asText(entry);
    const asked = given.entries.find((one) => one.id === id);
    if (!isRecord(entry) || asked === undefined) {
      issues.push(issue("sheet-entry-unknown", "warning", id));
      continue;
    }
    if (seen.has(id)) {
      issues.push(issue("sheet-entry-twice", "warning", id));
      readings.delete(id);
      continue;
    }
    seen.add(id);
    const reason = typeof entry.reason === "string" ? entry.reason.trim() : "";
    const { verdict } = entry;
    if (verdict === "" || verdict === undefined) issues.push(issue("sheet-verdict-empty", "warning", id));
    else if (!isVerdict(verdict)) issues.push(issue("sheet-verdict-unknown", "warning", `${id}: ${asText(verdict)}`));
    else readings.set(id, { id, verdict, reason });
    const shown = isRecord(entry.machine) ? entry.machine.verdict : undefined;
    if (isVerdict(verdict) && shown !== undefined && shown !== verdict && reason === "")
      issues.push(issue("sheet-reason-empty", "warning", id));
  }
  for (const { id } of given.entries) if (!seen.has(id)) issues.push(issue("sheet-entry-missing", "warning", id));
  return { readings: [...readings.values()], issues };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
