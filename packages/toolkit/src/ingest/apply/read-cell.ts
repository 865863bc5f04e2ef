import type { ColumnMapping, Target } from "../mapping/mapping.ts";
import { type NumberReading, publishedAgeBand, readAge, readYearsOfService } from "./number-bands.ts";
import { splitCell } from "./split-cell.ts";

/**
 * What one cell says, by field of the standard: a token per list element. A token is a code, `?reason` for a missing
 * value, `!not_person` or `!no_force`.
 */
export type CellReading = {
  readonly tokens: ReadonlyMap<string, readonly string[]>;
  /** Elements that no rule of the mapping knows, as published. */
  readonly unmapped: readonly string[];
  readonly issues: readonly { readonly code: string; readonly value: string }[];
};

/** Source field → field whose release column takes its codes. */
const columnField: Readonly<Record<string, string>> = {
  "person.age": "person.age_band",
  "officer_involvement.years_of_service": "officer_involvement.years_of_service_band",
};

/** Field of the standard that a mapping's codes end in. */
export const codedFieldOf = (field: string): string => columnField[field] ?? field;

const yesWords = new Set(["yes", "y", "true", "t", "1", "1.0", "x", "on"]);
const noWords = new Set(["no", "n", "false", "f", "0", "0.0", "off"]);

/** Normalised form by which a mapping's `values` are keyed; twin of `normaliseSql`. */
export type Normalise = (text: string) => string;

const numberReaders: Readonly<Record<string, (text: string) => NumberReading>> = {
  "person.age": readAge,
  "officer_involvement.years_of_service": readYearsOfService,
};

/** Whether numbers of a field are read into bands here. */
export const readsNumber = (field: string): boolean => Object.hasOwn(numberReaders, field);

/** Tokens of one element: by field, `undefined` when nothing is known of it. */
function readElement(
  mapping: ColumnMapping,
  element: string,
  normalise: Normalise,
): { targets: readonly string[] | undefined; issue?: string } {
  const word = normalise(element);
  const target: Target | undefined =
    mapping.values && Object.hasOwn(mapping.values, word) ? mapping.values[word] : undefined;
  if (mapping.read === "flag") return { targets: readFlag(mapping, word, target) };
  if (target !== undefined) return { targets: typeof target === "string" ? [target] : target };
  if (word === "") return { targets: ["?not_recorded"] };
  const reader = mapping.read === "number" ? numberReaders[mapping.field] : undefined;
  if (!reader) return { targets: undefined };
  const { token, issue } = reader(element);
  return issue === undefined ? { targets: [token] } : { targets: [token], issue };
}

function readFlag(mapping: ColumnMapping, word: string, target: Target | undefined): readonly string[] | undefined {
  // A blank slot of a set of flags is not ticked; a blank answer to a question is no answer.
  if (target === undefined && word === "") return mapping.code === undefined ? ["?not_recorded"] : [];
  const said = target ?? (yesWords.has(word) ? "yes" : noWords.has(word) ? "no" : undefined);
  if (said === undefined) return undefined;
  if (said === "yes") return mapping.code === undefined ? ["yes"] : [mapping.code];
  if (said === "no") return mapping.code === undefined ? ["no"] : [];
  return typeof said === "string" ? [said] : said;
}

/** Splits `field=code` into its parts; a bare code belongs to the column's own field. */
function addressed(target: string, ownField: string): { field: string; token: string } {
  const at = target.indexOf("=");
  if (at < 0 || target.startsWith("?") || target.startsWith("!")) return { field: ownField, token: target };
  return { field: codedFieldOf(target.slice(0, at)), token: target.slice(at + 1) };
}

/** Several codes in one element about one thing: two race groups are "two or more", else the first stands. */
export function combineTokens(field: string, tokens: readonly string[]): string {
  const codes = [...new Set(tokens.filter((token) => !token.startsWith("?")))];
  if (codes.length === 0) return tokens[0] ?? "?not_recorded";
  const groups = codes.length + (tokens.includes("?unmappable") ? 1 : 0);
  if (groups > 1 && field.endsWith(".race_ethnicity")) return "multiracial";
  return codes[0] ?? "?not_recorded";
}

/**
 * Reads one distinct cell of a source column by its mapping.
 *
 * @param cell text as published
 * @param normalise the mapping's normalisation of values
 */
export function readCell(mapping: ColumnMapping, cell: string, normalise: Normalise): CellReading {
  const ownField = codedFieldOf(mapping.field);
  const isKnown = (text: string) => Object.hasOwn(mapping.values ?? {}, normalise(text));
  const elements = mapping.delimiter ? splitCell(cell, mapping.delimiter, isKnown) : [cell];
  const aligned = mapping.over !== undefined && mapping.over !== "any";

  const unmapped: string[] = [];
  const issues: { code: string; value: string }[] = [];
  const perElement = elements.map((element) => {
    const { targets, issue } = readElement(mapping, element, normalise);
    if (targets === undefined) unmapped.push(element);
    if (issue) issues.push({ code: issue, value: element });
    const byField = new Map<string, string[]>();
    for (const target of targets ?? ["?unmappable"]) {
      const { field, token } = addressed(target, ownField);
      byField.set(field, [
        ...(byField.get(field) ?? []),
        field === "person.age_band" ? publishedAgeBand(token) : token,
      ]);
    }
    return byField;
  });

  const fields = new Set([ownField, ...perElement.flatMap((byField) => [...byField.keys()])]);
  const tokens = new Map<string, readonly string[]>();
  for (const field of fields) {
    tokens.set(
      field,
      aligned
        ? perElement.map((byField) => combineTokens(field, byField.get(field) ?? ["?not_recorded"]))
        : flatten(field, perElement, ownField, mapping),
    );
  }
  return { tokens, unmapped, issues };
}

function flatten(
  field: string,
  perElement: readonly ReadonlyMap<string, readonly string[]>[],
  ownField: string,
  mapping: ColumnMapping,
): readonly string[] {
  const all = perElement.flatMap((byField) => byField.get(field) ?? []);
  const said = all.filter((token) => !token.startsWith("?"));
  if (said.length > 0) {
    const kept = all.filter((token) => !token.startsWith("?") || (keepsUnmapped(field) && token === "?unmappable"));
    return repeats(field) ? kept : [...new Set(kept)];
  }
  if (all.length > 0) return [all[0] ?? "?not_recorded"];
  const isSlot = mapping.read === "flag" && mapping.code !== undefined;
  return field === ownField && !isSlot ? ["?not_recorded"] : [];
}

/** An application of unknown kind is still one, and a second group that nobody could map is still a second group. */
const keepsUnmapped = (field: string): boolean => repeats(field) || field.endsWith(".race_ethnicity");

/** Two takedowns in one list are two applications; two equal reasons are one. */
const repeats = (field: string): boolean => field.startsWith("force_application.");
