import type { Candidate, ColumnGroup } from "./column-candidate.ts";
import { readDates } from "./date-reading.ts";
import { type FieldEntry, findField } from "./field-catalogue.ts";
import type { Flag } from "./flag-column.ts";
import { listElements, listOver } from "./list-reading.ts";
import type { ColumnMapping, Target } from "./mapping.ts";
import { lettersOf, meaningOf, missingTarget, type Place } from "./value-words.ts";

/** What else the table says that one column alone does not. */
export type Surroundings = {
  readonly place: Place;
  /** The table has a column of its own for what the person did. */
  readonly hasResistance: boolean;
  /** For list columns: over what a list of the same length runs. */
  readonly sameLength: (column: string) => ColumnMapping["over"];
  /** Whether a row lists several people or officers: a column of which each has just one holds lists. */
  readonly listsSeveral: (field: string) => boolean;
};

const nouns: Readonly<Record<string, string>> = {
  person: "the person’s",
  injury: "the person’s",
  outcome: "the person’s",
  resistance: "the person’s",
  officer_involvement: "the officer’s",
  force_application: "the force’s",
  incident: "the incident’s",
  location: "the place’s",
  deescalation_step: "the de-escalation’s",
  agency: "the agency’s",
  review: "the review’s",
};

/** `person.race_ethnicity` as words: "the person’s race ethnicity". */
export function describeField(id: string): string {
  const [entity = "", field = ""] = id.split(".");
  return `${nouns[entity] ?? entity} ${field.replaceAll("_", " ")}`;
}

const namesOf = (group: ColumnGroup) => group.profiles.map((profile) => profile.column.name);
const round = (score: number) => Math.round(Math.min(1, Math.max(0, score)) * 100) / 100;

/** What the person did, said in a column of reasons: kept there too, unless the table has its own column for it. */
function withResistance(
  target: Target | undefined,
  value: string,
  letters: Readonly<Record<string, Target>> | undefined,
): Target | undefined {
  const resistance = findField("resistance.resistance_type");
  const did = resistance ? meaningOf(resistance, value, letters) : undefined;
  if (!did || did.by === "missing" || typeof did.target !== "string") return target;
  if (/^(?:other|self_harm|none_compliant)$/u.test(did.target) || !/^[a-z]/u.test(did.target)) return target;
  const other = `resistance.resistance_type=${did.target}`;
  return target === undefined ? other : typeof target === "string" && /^[a-z]/u.test(target) ? [target, other] : target;
}

/** A treatment that stands in a column of injuries ("treated by EMS"). */
function withTreatment(target: Target | undefined, value: string): Target | undefined {
  const response = findField("injury.medical_response");
  const meaning = target === undefined && response ? meaningOf(response, value) : undefined;
  return meaning?.by === "words" && typeof meaning.target === "string"
    ? `injury.medical_response=${meaning.target}`
    : target;
}

type Understood = { readonly values: Record<string, Target>; readonly of: number; readonly letterSource?: string };

/** Targets of every value that is understood; a value that is not is left out. */
function explainValues(entry: FieldEntry, elements: ReadonlyMap<string, number>, around: Surroundings): Understood {
  const table = entry.codes ? lettersOf(entry.codes, elements, around.place) : undefined;
  const values = new Map<string, Target>();
  for (const value of elements.keys()) {
    const target = meaningOf(entry, value, table?.letters)?.target;
    const full =
      entry.id === "force_application.reason_for_force" && !around.hasResistance
        ? withResistance(target, value, table?.letters)
        : entry.id === "injury.injury_type"
          ? withTreatment(target, value)
          : target;
    if (full !== undefined) values.set(value, full);
  }
  return { values: Object.fromEntries(values), of: elements.size, ...(table ? { letterSource: table.source } : {}) };
}

/** Values of a column of numbers, dates, text or keys that say it is missing. */
function missingValues(entry: FieldEntry, group: ColumnGroup): Record<string, Target> {
  const values: Record<string, Target> = {};
  for (const { value } of group.values) {
    const target = entry.read === "number" ? meaningOf(entry, value)?.target : missingTarget(value);
    const isZero =
      entry.read === "key" || /^location\.(?:lat|long)itude$/u.test(entry.id) ? /^0(?:\.0+)?$/u.test(value) : false;
    if (target !== undefined) values[value] = target;
    else if (isZero) values[value] = entry.read === "key" ? "?unknown" : "?not_recorded";
  }
  return values;
}

const orNothing = (values: Record<string, Target>) => (Object.keys(values).length > 0 ? { values } : {});

/** The mapping of a column to the field it was judged to hold. */
export function mapColumn(group: ColumnGroup, candidate: Candidate, around: Surroundings): ColumnMapping {
  const { entry, delimiter } = candidate;
  const columns = namesOf(group);
  const name = columns[0] ?? "";
  const base = { columns, field: entry.id };
  const says = candidate.header > 0 ? `Header says “${name}”` : `Header “${name}” does not say so, but its values do`;
  const elements = delimiter
    ? listElements(group, entry, delimiter)
    : new Map(group.values.map(({ value, count }) => [value, count]));
  const numbered = columns.length > 1;
  const over =
    delimiter || numbered
      ? {
          over: listOver(group, entry, delimiter ?? "|", {
            sameLength: around.sameLength(name),
            listsSeveral: around.listsSeveral(entry.id),
          }),
        }
      : {};
  const list = { ...(delimiter ? { delimiter } : {}), ...over };
  const confidence = round(candidate.score * 0.98);

  if (entry.read === "values") {
    const { values, of, letterSource } = explainValues(entry, elements, around);
    const letters = letterSource ? `; single letters as in: ${letterSource}` : "";
    const reason =
      of === 0
        ? `${says}; the column is empty.`
        : `${says} and ${Object.keys(values).length} of ${of} values are understood as ${describeField(entry.id)}${letters}.`;
    return { ...base, read: "values", ...list, values, confidence, reason };
  }
  if (entry.read === "date" || entry.read === "time") {
    const { read, forms, why } = readDates(group, entry.read);
    const share = Math.round((candidate.share ?? 0) * 100);
    const reason = `${says} and ${share}% of sampled values are written as ${entry.read === "time" ? "times" : "dates"}${why ? `; ${why}` : ""}.`;
    return { ...base, read, forms, ...orNothing(missingValues(entry, group)), confidence, reason };
  }
  if (entry.read === "number") {
    const values: Record<string, Target> = {};
    const source = delimiter ? { ...group, values: [...elements].map(([value, count]) => ({ value, count })) } : group;
    Object.assign(values, missingValues(entry, source));
    const bands = Object.values(values).some((target) => typeof target === "string" && /^\d/u.test(target));
    const reason = `${says}${candidate.share === undefined ? "; the column is empty" : ` and its values are ${bands ? "ages or age bands" : "numbers"} in range`}.`;
    return { ...base, read: "number", ...list, ...orNothing(values), confidence, reason };
  }
  return {
    ...base,
    read: entry.read,
    ...(entry.read === "key" ? list : {}),
    ...orNothing(missingValues(entry, group)),
    confidence,
    reason: `${says}.`,
  };
}

/** The mapping of a yes/no column that stands for one code. */
export function mapFlag(group: ColumnGroup, flag: Flag): ColumnMapping {
  const values: Record<string, Target> = {};
  for (const { value } of group.values) {
    const target = missingTarget(value);
    if (target !== undefined) values[value] = target;
  }
  return {
    columns: namesOf(group),
    field: flag.field,
    read: "flag",
    code: flag.code,
    ...orNothing(values),
    confidence: flag.confidence,
    reason: `Header says “${namesOf(group)[0] ?? ""}” and its values are yes and no: a yes is ${flag.code.replaceAll("_", " ")} (${flag.why}).`,
  };
}

/** A column that nothing reads, with the reason. */
export const ignoreColumn = (columns: readonly string[], reason: string): ColumnMapping => ({
  columns,
  field: "ignore",
  read: "ignore",
  confidence: 0.5,
  reason,
});
