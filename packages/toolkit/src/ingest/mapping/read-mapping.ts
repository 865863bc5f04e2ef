import {
  type CodeListId,
  codeLists,
  fieldById,
  findCode,
  missingReasons,
  fields as standardFields,
} from "@evenhand/standard";
import { dateForms, findDateForm } from "./date-forms.ts";
import { findField } from "./field-catalogue.ts";
import type { ColumnMapping, Grain, Keys, Mapping, Reading, TableMapping, Target } from "./mapping.ts";
import { MappingError } from "./mapping-error.ts";
import { asList, asObject, asText, asTexts, asWord, describe } from "./mapping-parts.ts";
import { nearestWord } from "./nearest-word.ts";

const grains: readonly Grain[] = ["incident", "report", "person", "officer", "force", "child"];
const readings: readonly Reading[] = ["values", "flag", "date", "time", "datetime", "number", "text", "key", "ignore"];
const overs = ["person", "officer", "force", "any"] as const;
const kinds = ["person", "officer", "ignore"] as const;
const dispositions = ["!not_person", "!no_force"];

function checkField(id: string, place: string): void {
  if (fieldById(id)) return;
  throw new MappingError(
    place,
    `"${id}" is no field of the standard.${nearestWord(
      id,
      standardFields.map((field) => field.id),
    )}`,
  );
}

/** The list that a column's codes come from; ages of a file may be bands. */
const codeListOf = (field: string): CodeListId | undefined => findField(field)?.codes ?? fieldById(field)?.codeList;

function checkCode(field: string, code: string, place: string): void {
  const list = codeListOf(field);
  if (list === undefined) throw new MappingError(place, `${field} takes no codes, so "${code}" cannot be one.`);
  if (!findCode(list, code)) {
    throw new MappingError(
      place,
      `"${code}" is no code of ${list}.${nearestWord(
        code,
        codeLists[list].codes.map((known) => known.code),
      )}`,
    );
  }
}

function checkTarget(target: string, field: string, place: string): void {
  if (target.startsWith("?")) {
    const reasons = missingReasons.map((reason) => `?${reason}`);
    if (!reasons.includes(target))
      throw new MappingError(place, `"${target}" is no reason for a missing value.${nearestWord(target, reasons)}`);
  } else if (target.startsWith("!")) {
    if (!dispositions.includes(target))
      throw new MappingError(place, `"${target}" is not known.${nearestWord(target, dispositions)}`);
  } else if (target.includes("=")) {
    const [other = "", code = ""] = target.split("=", 2);
    checkField(other, place);
    checkCode(other, code, place);
  } else {
    checkCode(field, target, place);
  }
}

function readTarget(value: unknown, field: string, place: string): Target {
  const targets =
    typeof value === "string" ? [value] : asList(value, place).map((item, index) => asText(item, `${place}[${index}]`));
  if (targets.length === 0)
    throw new MappingError(place, "must say what the value stands for; leave the value out if that is not known.");
  for (const target of targets) checkTarget(target, field, place);
  return typeof value === "string" ? value : targets;
}

const columnNames = [
  "columns",
  "field",
  "read",
  "forms",
  "delimiter",
  "over",
  "code",
  "values",
  "confidence",
  "reason",
];

function readColumn(value: unknown, place: string): ColumnMapping {
  const fields = asObject(value, place, columnNames);
  const columns = asTexts(fields.columns, `${place}.columns`);
  const field = asText(fields.field, `${place}.field`);
  const read = asWord(fields.read, `${place}.read`, readings);
  if ((field === "ignore") !== (read === "ignore"))
    throw new MappingError(place, `field and read must both be "ignore", or neither.`);
  if (field !== "ignore") checkField(field, `${place}.field`);

  const forms =
    fields.forms === undefined
      ? undefined
      : asList(fields.forms, `${place}.forms`).map((form, index) => {
          const id = asText(form, `${place}.forms[${index}]`);
          if (!findDateForm(id))
            throw new MappingError(
              `${place}.forms[${index}]`,
              `"${id}" is no known form of dates.${nearestWord(
                id,
                dateForms.map((known) => known.id),
              )}`,
            );
          return id;
        });
  if ((read === "date" || read === "time" || read === "datetime") && !forms?.length)
    throw new MappingError(place, "a column of dates or times must name the forms it is written in.");

  const code = fields.code === undefined ? undefined : asText(fields.code, `${place}.code`);
  if (read === "flag" && code === undefined)
    throw new MappingError(place, `a flag must say in "code" what a yes stands for.`);
  if (code !== undefined) checkCode(field, code, `${place}.code`);

  const values =
    fields.values === undefined
      ? undefined
      : Object.fromEntries(
          Object.entries(asObject(fields.values, `${place}.values`, undefined)).map(([word, target]) => [
            word,
            readTarget(target, field, `${place}.values.${JSON.stringify(word)}`),
          ]),
        );
  const confidence = fields.confidence;
  if (typeof confidence !== "number" || !(confidence >= 0 && confidence <= 1))
    throw new MappingError(`${place}.confidence`, `must be a number from 0 to 1, is ${describe(confidence)}.`);
  return {
    columns,
    field,
    read,
    ...(forms ? { forms } : {}),
    ...(fields.delimiter === undefined ? {} : { delimiter: asText(fields.delimiter, `${place}.delimiter`) }),
    ...(fields.over === undefined ? {} : { over: asWord(fields.over, `${place}.over`, overs) }),
    ...(code === undefined ? {} : { code }),
    ...(values ? { values } : {}),
    confidence,
    reason: asText(fields.reason, `${place}.reason`),
  };
}

const keyNames = ["incident", "report", "person", "personBasis", "officer", "within"];

function readKeys(value: unknown, place: string): Keys {
  const fields = asObject(value, place, keyNames);
  const columns = (name: "incident" | "report" | "person" | "officer") =>
    fields[name] === undefined ? {} : { [name]: asTexts(fields[name], `${place}.${name}`) };
  return {
    ...columns("incident"),
    ...columns("report"),
    ...columns("person"),
    ...(fields.personBasis === undefined
      ? {}
      : { personBasis: asWord(fields.personBasis, `${place}.personBasis`, ["key", "attributes"] as const) }),
    ...columns("officer"),
    ...(fields.within === undefined ? {} : { within: asWord(fields.within, `${place}.within`, ["table"] as const) }),
  };
}

function readTable(value: unknown, place: string): TableMapping {
  const fields = asObject(value, place, ["tables", "grain", "keys", "rowKinds", "cartesian", "columns"]);
  const rowKinds =
    fields.rowKinds === undefined ? undefined : asObject(fields.rowKinds, `${place}.rowKinds`, ["column", "kinds"]);
  if (fields.cartesian !== undefined && typeof fields.cartesian !== "boolean")
    throw new MappingError(`${place}.cartesian`, `must be true or false, is ${describe(fields.cartesian)}.`);
  return {
    tables: asTexts(fields.tables, `${place}.tables`),
    grain: asWord(fields.grain, `${place}.grain`, grains),
    keys: readKeys(fields.keys, `${place}.keys`),
    ...(rowKinds
      ? {
          rowKinds: {
            column: asText(rowKinds.column, `${place}.rowKinds.column`),
            kinds: Object.fromEntries(
              Object.entries(asObject(rowKinds.kinds, `${place}.rowKinds.kinds`, undefined)).map(([word, kind]) => [
                word,
                asWord(kind, `${place}.rowKinds.kinds.${JSON.stringify(word)}`, kinds),
              ]),
            ),
          },
        }
      : {}),
    ...(fields.cartesian === undefined ? {} : { cartesian: fields.cartesian }),
    columns: asList(fields.columns, `${place}.columns`).map((column, index) =>
      readColumn(column, `${place}.columns[${index}]`),
    ),
  };
}

/**
 * Reads a mapping file that a person may have edited. Nothing is repaired: an unknown field, code, form or word is an
 * error that names its place and, where there is one, the nearest known word.
 * @throws MappingError
 */
export function readMapping(json: unknown): Mapping {
  const fields = asObject(json, "", ["mappingVersion", "agency", "tables"]);
  if (fields.mappingVersion !== 1)
    throw new MappingError("mappingVersion", `must be 1, is ${describe(fields.mappingVersion)}.`);
  const agency = asObject(fields.agency, "agency", ["id", "name", "state"]);
  return {
    mappingVersion: 1,
    agency: {
      id: asText(agency.id, "agency.id"),
      name: asText(agency.name, "agency.name"),
      ...(agency.state === undefined ? {} : { state: asText(agency.state, "agency.state") }),
    },
    tables: asList(fields.tables, "tables").map((table, index) => readTable(table, `tables[${index}]`)),
  };
}
