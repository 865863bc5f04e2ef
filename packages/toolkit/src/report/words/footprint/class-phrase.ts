import { type Finding, type FindingRow, fieldById } from "@evenhand/standard";
import { localeByLanguage } from "../locale.ts";
import type { Words } from "../words.ts";

const textOf = (name: string, { values }: Finding): string => String(values?.[name] ?? "");

/** Title of a kind of situation: the one of the list that the finding was made with. */
export function classTitle(id: string, finding: Finding, words: Words): string {
  const own = textOf(`${words.language === "es" ? "titleEs" : "title"}.${id}`, finding);
  if (own !== "") return own;
  return words.has(`footprint.class.${id}`) ? words.say(`footprint.class.${id}`) : id.replaceAll("_", " ");
}

/** A phrase made for the kinds that come with the toolkit; a kind with a title of its own is quoted. */
function phrase(part: "in" | "of", id: string, finding: Finding, words: Words): string {
  const title = classTitle(id, finding, words);
  const isKnown = words.has(`footprint.class.${id}`) && words.say(`footprint.class.${id}`) === title;
  return isKnown ? words.say(`footprint.${part}.${id}`) : words.say(`footprint.${part}.default`, { title });
}

/** "in a mental-health call" */
export const inClass = (id: string, finding: Finding, words: Words): string => phrase("in", id, finding, words);

/** "mental-health calls" */
export const ofClass = (id: string, finding: Finding, words: Words): string => phrase("of", id, finding, words);

/** Whether a kind only takes over others, such as “any of these”. */
export const isUnion = (id: string, finding: Finding): boolean => textOf(`isUnion.${id}`, finding) !== "";

const fieldsOf = (name: string, finding: Finding): readonly string[] =>
  textOf(name, finding)
    .split(",")
    .filter((field) => field !== "");

/** Fields that could be a sign of a kind and that hold nothing in the records. */
export function unrecordedOf(id: string, finding: Finding): readonly string[] {
  const fields = new Set([...fieldsOf(`narrow.${id}`, finding), ...fieldsOf(`further.${id}`, finding)]);
  return fieldsOf("unrecorded", finding).filter((field) => fields.has(field));
}

function fieldPhrase(part: "by" | "unsaid", field: string, words: Words): string {
  if (words.has(`footprint.${part}.${field}`)) return words.say(`footprint.${part}.${field}`);
  const known = fieldById(field);
  const title = words.language === "es" ? known?.titleEs : known?.title;
  return words.say(`footprint.${part}.default`, { field: title ?? field });
}

/** "where it happened or what officers perceived": what the records do not say. */
export function unsaidPhrase(fields: readonly string[], words: Words): string {
  const list = new Intl.ListFormat(localeByLanguage[words.language], { type: "disjunction" });
  return list.format(fields.map((field) => fieldPhrase("unsaid", field, words)));
}

/** ": 628 by what the contact was for, 985 when what officers perceived is counted too": how the two numbers come about. */
export function definitionsPhrase(row: FindingRow, finding: Finding, words: Words): string {
  const unrecorded = unrecordedOf(row.key, finding);
  const isRecorded = (field: string): boolean => !unrecorded.includes(field);
  const narrowFields = fieldsOf(`narrow.${row.key}`, finding).filter(isRecorded);
  const all = fieldsOf(`further.${row.key}`, finding).filter(isRecorded);
  const further = all.filter((field) => !narrowFields.includes(field));
  const by = (fields: readonly string[]): string => words.list(fields.map((field) => fieldPhrase("by", field, words)));
  if (narrowFields.length === 0) return "";
  const { narrow: low = 0, wide: high = 0 } = row.figures ?? {};
  const values = { low, high, narrow: by(narrowFields), further: by(further), n: further.length };
  if (low !== high)
    return words.say(further.length === 0 ? "footprint.definitions.codes" : "footprint.definitions", values);
  return words.say(further.length === 0 ? "footprint.definitions.narrow" : "footprint.definitions.same", values);
}
