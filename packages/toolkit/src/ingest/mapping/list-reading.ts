import type { ColumnGroup } from "./column-candidate.ts";
import type { FieldEntry } from "./field-catalogue.ts";
import type { ColumnMapping } from "./mapping.ts";
import { splitList } from "./split-list.ts";
import { isKnownWord, missingTarget } from "./value-words.ts";

const plainYesNo = /^(?:yes|no|y|n|true|false|t|f|0|1)$/u;

type Over = NonNullable<ColumnMapping["over"]>;

/** Fields of which one person, officer or incident can have several values. */
const manyValued = new Set([
  "incident.contact_reason",
  "incident.contact_origin",
  "incident.video_types",
  "incident.weather",
  "incident.lighting",
  "incident.indoor_outdoor",
  "location.location_type",
  "person.perceived_condition",
  "resistance.resistance_type",
  "injury.injury_type",
  "injury.medical_response",
  "outcome.reason_not_arrested",
  "force_application.reason_for_force",
  "force_application.body_area",
  "deescalation_step.step_type",
]);

/** Elements of a column's list cells with their rows. */
export function listElements(group: ColumnGroup, entry: FieldEntry, delimiter: string): Map<string, number> {
  const elements = new Map<string, number>();
  for (const { value, count } of group.values) {
    for (const part of splitList(value, delimiter, (word) => isKnownWord(entry, word))) {
      elements.set(part, (elements.get(part) ?? 0) + count);
    }
  }
  return elements;
}

/** Of these a person has one: a list of them is a list of people. */
export const oneAPerson = /\.(?:age|gender|ethnicity_legacy)$/u;

/**
 * What the elements of a list run over. One person has one race, so a cell that repeats an element (`Black,Black`)
 * lists people; `White, Hispanic`, never `White, White`, lists the groups of one person. Where a field can have
 * several values for one person, only `sameLength` (the list is always as long as the list of people or forces) makes
 * it a list of people.
 *
 * @param listsSeveral another column of the row, of which a person has just one, holds lists too
 */
export function listOver(
  group: ColumnGroup,
  entry: FieldEntry,
  delimiter: string,
  { sameLength, listsSeveral }: { readonly sameLength: Over | undefined; readonly listsSeveral: boolean },
): Over {
  if (entry.id === "force_application.force_type" || entry.id === "force_application.force_id") return "force";
  if (sameLength) return sameLength;
  if (entry.id.startsWith("force_application."))
    return entry.read === "values" || entry.read === "number" ? "any" : "force";
  if (manyValued.has(entry.id)) return "any";
  let lists = 0;
  let repeating = 0;
  let isPlainYesNo = entry.codes === "yes_no";
  for (const { value, count } of group.values) {
    const parts = splitList(value, delimiter, (word) => isKnownWord(entry, word));
    if (parts.length < 2) continue;
    lists += count;
    if (!parts.every((part) => plainYesNo.test(part) || missingTarget(part) !== undefined)) isPlainYesNo = false;
    if (new Set(parts).size < parts.length) repeating += count;
  }
  const isOfMany =
    repeating > 0.1 * lists ||
    isPlainYesNo ||
    oneAPerson.test(entry.id) ||
    (listsSeveral && entry.id.endsWith(".race_ethnicity"));
  if (!isOfMany) return "any";
  if (entry.id.startsWith("officer_involvement.")) return "officer";
  return entry.role === "any" ? "any" : "person";
}
