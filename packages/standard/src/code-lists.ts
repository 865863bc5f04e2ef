import type { Code } from "./code.ts";
import { codesOf, codeTables } from "./generated/code-lists.ts";
import type { Language } from "./language.ts";

/** Name of a code list, such as `force_type`. */
export type CodeListId = keyof typeof codesOf;

/** Union of the codes of a list: `CodeOf<"force_type">`. */
export type CodeOf<List extends CodeListId> = (typeof codesOf)[List][number];

export type CodeList = { readonly id: CodeListId; readonly codes: readonly Code[] };

export const codeListIds = Object.keys(codesOf) as readonly CodeListId[];

/** Every code list of the standard, in the order of its CSV file. */
export const codeLists = Object.fromEntries(
  codeListIds.map((id) => [id, { id, codes: codeTables[id] }]),
) as unknown as Readonly<Record<CodeListId, CodeList>>;

const codeByName = new Map(
  codeListIds.map((id) => [id, new Map(codeTables[id].map((code) => [code.code, code]))] as const),
);

/** The code's line, or undefined when the list has no such code. A missing reason is not a code of any other list. */
export function findCode(list: CodeListId, code: string): Code | undefined {
  return codeByName.get(list)?.get(code);
}

/**
 * What a person reads for a code: `codeTitle("race_ethnicity", "black", "es") // "Negra"`.
 * Throws a RangeError when the list has no such code; titles of missing reasons are in the list `missing_reason`.
 */
export function codeTitle(list: CodeListId, code: string, language: Language): string {
  const found = findCode(list, code);
  if (!found) throw new RangeError(`invalid code; not in ${list}: ${code}`);
  return language === "es" ? found.titleEs : found.title;
}

/** Whether a word names a code list. */
export function isCodeListId(word: string): word is CodeListId {
  return Object.hasOwn(codesOf, word);
}

export const forceTypes = codesOf.force_type;
export const forceFamilies = codesOf.force_family;
export const resistanceTypes = codesOf.resistance_type;
export const raceEthnicities = codesOf.race_ethnicity;
export const genders = codesOf.gender;
export const ageBands = codesOf.age_band;
export const contactReasons = codesOf.contact_reason;
export const injurySeverities = codesOf.injury_severity;

export type ForceType = CodeOf<"force_type">;
export type ForceFamily = CodeOf<"force_family">;
export type ResistanceType = CodeOf<"resistance_type">;
export type RaceEthnicity = CodeOf<"race_ethnicity">;
export type Gender = CodeOf<"gender">;
export type AgeBand = CodeOf<"age_band">;
export type ContactReason = CodeOf<"contact_reason">;
export type InjurySeverity = CodeOf<"injury_severity">;
