import type { Issue } from "@evenhand/standard/issue";
import { type PolicyRegister, policyStatuses, type RegisterEntry } from "./policy-register.ts";
import words from "./register-words.json" with { type: "json" };

type IssueCode = keyof (typeof words)["en"]["issues"];

/** A register that was read, with what is wrong in it; no register where anything is. */
export type ReadRegister = { readonly register?: PolicyRegister; readonly issues: readonly Issue[] };

/**
 * Checks a value read from outside against the shape of a register. `public`, `partly`, `title-only` and `withheld` need
 * evidence: a status without a source is not taken.
 */
export function validateRegister(
  value: unknown,
  { language = "en" }: { readonly language?: "en" | "es" } = {},
): ReadRegister {
  const issue = (code: IssueCode, found = ""): Issue => ({
    code,
    severity: "error",
    ...(found === "" ? {} : { value: found.slice(0, 200) }),
    count: 1,
    message: words[language].issues[code].replaceAll("{value}", () => found.slice(0, 200)),
  });
  if (!isRecord(value) || value.formatVersion !== 1 || !Array.isArray(value.entries))
    return { issues: [issue("register-not-json")] };
  const entries: readonly unknown[] = value.entries;
  const issues = [
    ...(isText(value.agency) ? [] : [issue("register-agency")]),
    ...(isDate(value.asOf) ? [] : [issue("register-date", String(value.asOf))]),
    ...entries.flatMap((entry, index) =>
      entryIssues(entry, String(index + 1)).map(([code, found]) => issue(code, found)),
    ),
    ...repeated(entries).map((id) => issue("register-twice", id)),
  ];
  return issues.length > 0 ? { issues } : { register: value as unknown as PolicyRegister, issues };
}

function entryIssues(entry: unknown, place: string): readonly (readonly [IssueCode, string])[] {
  if (
    !isRecord(entry) ||
    !isRecord(entry.title) ||
    !isText(entry.title.en) ||
    !isText(entry.title.es) ||
    !Array.isArray(entry.evidence)
  )
    return [["register-entry", place]];
  const name = `${place} (${entry.title.en})`;
  if (!policyStatuses.some((status) => status === entry.status)) return [["register-status", name]];
  const evidence: readonly unknown[] = entry.evidence;
  if (!evidence.every((one) => isRecord(one) && isText(one.kind) && isText(one.words)))
    return [["register-entry", name]];
  return entry.status !== "not-found" && evidence.length === 0 ? [["register-evidence", name]] : [];
}

function repeated(entries: readonly unknown[]): readonly string[] {
  const ids = entries.flatMap((entry) => (isRecord(entry) && isText(entry.id) ? [entry.id] : []));
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

/** Entries that are not public, in the order of the register. */
export const missingEntries = ({ entries }: PolicyRegister): readonly RegisterEntry[] =>
  entries.filter(({ status }) => status !== "public");

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";
const isDate = (value: unknown): boolean =>
  typeof value === "string" &&
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  new Date(`${value}T00:00:00Z`).toJSON()?.slice(0, 10) === value;
