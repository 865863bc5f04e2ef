import document from "../vocabulary/flags.json" with { type: "json" };
import type { ColumnGroup } from "./column-candidate.ts";
import { findField } from "./field-catalogue.ts";
import { plainHeader } from "./header-words.ts";
import { normaliseValue } from "./normalise-value.ts";
import { meaningOf, missingTarget } from "./value-words.ts";

/** A yes/no column that stands for one code. */
export type Flag = { readonly field: string; readonly code: string; readonly confidence: number; readonly why: string };

const flagByHeader = new Map(document.flags.flatMap((flag) => flag.headers.map((header) => [header, flag] as const)));
const yesWords = new Set(["yes", "y", "true", "t", "1", "x", "1.0"]);
const noWords = new Set(["no", "n", "false", "f", "0", "0.0"]);

/** Whether all but a few rows of a column say yes, no or nothing. */
export function isYesNo(group: ColumnGroup): boolean {
  let yesNo = 0;
  let other = 0;
  for (const { value, count } of group.values) {
    if (yesWords.has(value) || noWords.has(value)) yesNo += count;
    else if (!missingTarget(value)) other += count;
  }
  return yesNo > 0 ? other <= 0.02 * yesNo : group.values.length === 0;
}

/** `Suspect Race Caucasian, Non-Hispanic`: the group that a one-hot column stands for. */
function oneHot(name: string): Flag | undefined {
  const found = /^(?:(?:\w+\s)*?)(race|ethnicity|gender|sex)[\s:_-]+(.+)$/u.exec(name);
  const [, kind, rest = ""] = found ?? [];
  if (!kind || !rest) return undefined;
  const field = kind === "gender" || kind === "sex" ? "person.gender" : "person.race_ethnicity";
  const entry = findField(field);
  if (!entry) return undefined;
  const ethnicity = /[,/ -]+(non[- ]?hispanic|hispanic)$/u.exec(rest);
  const base = ethnicity ? rest.slice(0, ethnicity.index) : rest;
  if (field === "person.race_ethnicity" && ethnicity?.[1] === "hispanic") {
    return {
      field,
      code: "hispanic_latino",
      confidence: 0.9,
      why: "people of any race who are Hispanic count as Hispanic",
    };
  }
  const meaning = meaningOf(entry, rest) ?? meaningOf(entry, base);
  if (!meaning || typeof meaning.target !== "string" || !/^[a-z]/u.test(meaning.target)) return undefined;
  return { field, code: meaning.target, confidence: 0.93, why: "its header names one group" };
}

/**
 * What a yes/no column stands for, when its header says so: a known question of `flags.json`, one group of a one-hot
 * set, or a type of force. Undefined for columns that ask about a field of their own, such as "Subject injured".
 */
export function flagOf(group: ColumnGroup, isField: boolean): Flag | undefined {
  const [profile] = group.profiles;
  if (!profile || group.profiles.length > 1 || !isYesNo(group)) return undefined;
  const plain = plainHeader(profile.column.name);
  const known = flagByHeader.get(plain);
  if (known) return { field: known.field, code: known.code, confidence: 0.92, why: "a known yes/no question" };
  const hot = oneHot(normaliseValue(profile.column.name));
  if (hot) return hot;
  const force = findField("force_application.force_type");
  if (isField || group.values.length === 0 || !force) return undefined;
  const meaning = meaningOf(force, plain);
  const isForce =
    meaning && typeof meaning.target === "string" && /^[a-z]/u.test(meaning.target) && meaning.target !== "other";
  return isForce
    ? {
        field: force.id,
        code: String(meaning.target),
        confidence: meaning.by === "words" ? 0.85 : 0.7,
        why: "its header names a type of force",
      }
    : undefined;
}
