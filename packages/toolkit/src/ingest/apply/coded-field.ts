import { type CodeListId, codeLists, type missingReasons } from "@evenhand/standard";
import { literal } from "../../release/engine.ts";

/**
 * How records about one thing are brought together when they disagree.
 * `agree`: they must agree, else the value is unknown; `worst`: the gravest one recorded stands (one officer saw the
 * injury, another did not); `first`: the first in the order of the file.
 */
export type Merge = "agree" | "worst" | "first";

export type CodedField = {
  /** Field id of the standard. */
  readonly field: string;
  /** Column of the release table. */
  readonly column: string;
  readonly codeList: CodeListId;
  readonly merge: Merge;
};

/** Gravest first: where several records speak of one outcome, the earliest code in this order stands. */
const gravestFirst: Partial<Record<CodeListId, readonly string[]>> = {
  injury_severity: ["death", "serious", "substantial", "minor", "injury_unspecified", "complaint_only", "none"],
  yes_no: ["yes", "no"],
  medical_response: [
    "died_in_transit_or_care",
    "hospital",
    "mental_health_facility",
    "treated_and_released",
    "precautionary_evaluation",
    "ems_on_scene",
    "first_aid_by_officer",
    "other",
    "refused",
    "none_provided",
  ],
  disposition: ["died", "arrested"],
};

/** Whether several codes of a list about one thing have a gravest one. */
export const hasGravest = (list: CodeListId): boolean => gravestFirst[list] !== undefined;

/** Codes that say that there was nothing: any other code beside them outweighs them. */
export const emptyCodes = (list: CodeListId): readonly string[] =>
  codeLists[list].codes.map(({ code }) => code).filter((code) => code.startsWith("none_"));

/** The codes of a list in the order of its SQL type: gravest first where that has a meaning. */
export function orderedCodes(list: CodeListId): readonly string[] {
  const codes = codeLists[list].codes.map((code) => code.code);
  const order = gravestFirst[list];
  return order ? [...order, ...codes.filter((code) => !order.includes(code))] : codes;
}

/** Most telling first: `min` over several records then keeps the reason that says most. */
export const reasonOrder = [
  "pending",
  "refused",
  "redacted",
  "unknown",
  "unmappable",
  "not_asked",
  "not_recorded",
  "not_applicable",
] as const satisfies readonly (typeof missingReasons)[number][];

/** SQL type of a code list. */
export const codeType = (list: CodeListId): string => `code_${list}`;

/** Statements that make one small enumerated type per code list, and one for the missing reasons. */
export function codeTypeStatements(lists: readonly CodeListId[]): readonly string[] {
  const statement = (name: string, words: readonly string[]) =>
    `CREATE TYPE ${name} AS ENUM (${words.map(literal).join(", ")})`;
  return [
    ...[...new Set(lists)].map((list) => statement(codeType(list), orderedCodes(list))),
    statement("missing_reason", reasonOrder),
  ];
}

export const incidentFields: readonly CodedField[] = [
  { field: "incident.contact_reason", column: "contact_reason", codeList: "contact_reason", merge: "first" },
  { field: "incident.contact_origin", column: "contact_origin", codeList: "contact_origin", merge: "first" },
  { field: "location.location_type", column: "location_type", codeList: "location_type", merge: "first" },
  { field: "incident.firearm_discharged", column: "firearm_discharged", codeList: "yes_no", merge: "worst" },
];

/** Fields of a person as sources give them; outcomes that follow from others are derived in `person-outcomes.ts`. */
export const personFields: readonly CodedField[] = [
  { field: "person.race_ethnicity", column: "race_ethnicity", codeList: "race_ethnicity", merge: "agree" },
  { field: "person.gender", column: "gender", codeList: "gender", merge: "agree" },
  { field: "person.age_band", column: "age_band", codeList: "age_band", merge: "agree" },
  {
    field: "person.perceived_condition",
    column: "perceived_condition",
    codeList: "perceived_condition",
    merge: "first",
  },
  { field: "person.armed_perceived", column: "armed_perceived", codeList: "yes_no", merge: "worst" },
  { field: "person.armed_confirmed", column: "armed_confirmed", codeList: "yes_no", merge: "worst" },
  { field: "person.resistance_present", column: "resistance_present", codeList: "yes_no", merge: "worst" },
  { field: "resistance.resistance_type", column: "resistance_type", codeList: "resistance_type", merge: "first" },
  { field: "person.deescalation_used", column: "deescalation_used", codeList: "yes_no", merge: "worst" },
  { field: "deescalation_step.step_type", column: "deescalation_step", codeList: "deescalation_step", merge: "first" },
  { field: "injury.injury_severity", column: "injury_severity", codeList: "injury_severity", merge: "worst" },
  { field: "injury.injured", column: "injured", codeList: "yes_no", merge: "worst" },
  { field: "injury.medical_response", column: "medical_response", codeList: "medical_response", merge: "worst" },
  { field: "outcome.arrested", column: "arrested", codeList: "yes_no", merge: "worst" },
  { field: "outcome.hospitalised", column: "hospitalised", codeList: "yes_no", merge: "worst" },
  { field: "outcome.died", column: "died", codeList: "yes_no", merge: "worst" },
  { field: "outcome.disposition", column: "disposition", codeList: "disposition", merge: "worst" },
];

export const officerFields: readonly CodedField[] = [
  { field: "officer_involvement.race_ethnicity", column: "race_ethnicity", codeList: "race_ethnicity", merge: "agree" },
  { field: "officer_involvement.gender", column: "gender", codeList: "gender", merge: "agree" },
  {
    field: "officer_involvement.years_of_service_band",
    column: "years_of_service_band",
    codeList: "years_of_service_band",
    merge: "first",
  },
  { field: "officer_involvement.injured", column: "injured", codeList: "yes_no", merge: "worst" },
];

export const forceFields: readonly CodedField[] = [
  { field: "force_application.force_type", column: "force_type", codeList: "force_type", merge: "first" },
  { field: "force_application.effective", column: "effective", codeList: "yes_no", merge: "first" },
  {
    field: "force_application.reason_for_force",
    column: "reason_for_force",
    codeList: "reason_for_force",
    merge: "first",
  },
];

/** Values that a source may list several of for one person or incident; each has a table of its own. */
export const listedFields = [
  { table: "resistance", field: "resistance.resistance_type", column: "resistance_type", codeList: "resistance_type" },
  { table: "injuries", field: "injury.injury_type", column: "injury_type", codeList: "injury_type" },
  { table: "injuries", field: "injury.medical_response", column: "medical_response", codeList: "medical_response" },
  {
    table: "conditions",
    field: "person.perceived_condition",
    column: "perceived_condition",
    codeList: "perceived_condition",
  },
  { table: "contact_reasons", field: "incident.contact_reason", column: "contact_reason", codeList: "contact_reason" },
  { table: "location_types", field: "location.location_type", column: "location_type", codeList: "location_type" },
] as const;
