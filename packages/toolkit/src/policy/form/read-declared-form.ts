import { findCode } from "@evenhand/standard/code-lists";
import { type ElementId, type ElementStatus, elementIds } from "@evenhand/standard/element";
import type { Issue } from "@evenhand/standard/issue";
import type { ForceScope } from "@evenhand/standard/release";
import type { FormReading } from "./form-reading.ts";
import words from "./form-words.json" with { type: "json" };

type IssueCode = keyof (typeof words)["en"]["issues"];
type Records = Readonly<Record<string, unknown>>;

/** A form that a person wrote down, or what is wrong in it. */
export type DeclaredForm = { readonly reading?: FormReading; readonly issues: readonly Issue[] };

const statuses: readonly ElementStatus[] = ["collected", "partly", "not_collected"];
const scopes: readonly ForceScope[] = ["always", "if_injury_or_complaint", "not_recorded", "unknown"];

/**
 * Checks a form that a person wrote down as `{elements: {race: "collected", …}, force: {firearm_pointed: "always", …}}`,
 * both parts optional. What is not in it stays unknown. Nothing is taken where one word of it is wrong.
 */
export function readDeclaredForm(
  value: unknown,
  {
    name,
    sha256,
    language = "en",
  }: { readonly name: string; readonly sha256: string; readonly language?: "en" | "es" },
): DeclaredForm {
  const issue = (code: IssueCode, found: string): Issue => ({
    code,
    severity: "error",
    value: found.slice(0, 200),
    count: 1,
    message: words[language].issues[code].replaceAll("{value}", () => found.slice(0, 200)),
  });
  if (!isRecord(value) || !isPart(value.elements) || !isPart(value.force) || !(value.elements || value.force))
    return { issues: [issue("form-shape", name)] };
  const elements = Object.entries(value.elements ?? {});
  const force = Object.entries(value.force ?? {});
  const issues = [
    ...elements.flatMap(([id, status]) => [
      ...(isElement(id) ? [] : [issue("form-element", id)]),
      ...(isStatus(status) ? [] : [issue("form-status", `${id}: ${String(status)}`)]),
    ]),
    ...force.flatMap(([code, scope]) => [
      ...(findCode("force_type", code) === undefined ? [issue("form-force", code)] : []),
      ...(isScope(scope) ? [] : [issue("form-scope", `${code}: ${String(scope)}`)]),
    ]),
  ];
  if (issues.length > 0) return { issues };
  const reading: FormReading = {
    source: "declared",
    name,
    sha256,
    isComplete: true,
    elements: elements.flatMap(([id, status]) =>
      isElement(id) && isStatus(status) ? [{ id, status, words: [] }] : [],
    ),
    force: force.flatMap(([code, scope]) =>
      isScope(scope) && scope !== "unknown" ? [{ code, scope, words: [] }] : [],
    ),
    hasOtherBox: false,
    unread: [],
    otherReports: [],
  };
  return { reading, issues };
}

const isRecord = (value: unknown): value is Records =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isPart = (value: unknown): value is Records | undefined => value === undefined || isRecord(value);
const isElement = (id: string): id is ElementId => elementIds.some((known) => known === id);
const isStatus = (status: unknown): status is ElementStatus => statuses.some((known) => known === status);
const isScope = (scope: unknown): scope is ForceScope => scopes.some((known) => known === scope);
