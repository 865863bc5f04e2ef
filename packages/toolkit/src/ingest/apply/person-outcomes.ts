/** SQL by column name. */
export type Expressions = Record<string, string>;

const yesNo = (test: string, otherwise = "NULL"): string => `CASE ${test} ELSE ${otherwise} END`;

/** Outcomes that follow from one another: who died was injured, who was taken to a hospital had medical care. */
export function personOutcomes(columns: ReadonlySet<string>): Expressions {
  const had = (name: string) => columns.has(name);
  // A custody status of “deceased” may name a suicide: where a scale of injuries has “death”, that scale decides.
  const scaleDecides = "(w.death_on_scale AND NOT w.death_asked)";
  const yes = (name: string) => (had(name) ? `w.${name} = 'yes'` : "FALSE");
  const no = (name: string) => (had(name) ? `w.${name} = 'no'` : "FALSE");
  const severityIs = (codes: string) => (had("injury_severity") ? `w.injury_severity IN (${codes})` : "FALSE");
  const severityKnown = had("injury_severity") ? "w.injury_severity IS NOT NULL" : "FALSE";
  const dispositionIs = (codes: string) => (had("disposition") ? `w.disposition IN (${codes})` : "FALSE");
  const dispositionNot = (codes: string) => (had("disposition") ? `w.disposition NOT IN (${codes})` : "FALSE");
  const saidDead = `(${yes("died")} AND NOT ${scaleDecides})`;
  const deadByDisposition = `(${dispositionIs("'died'")} AND NOT w.death_on_scale AND NOT w.death_asked)`;
  const dead = `(${saidDead} OR ${severityIs("'death'")} OR ${deadByDisposition})`;
  const medicalIs = had("medical_response")
    ? "w.medical_response IN ('treated_and_released', 'hospital', 'mental_health_facility', 'died_in_transit_or_care')"
    : "FALSE";
  // “Other” may be a hospital.
  const medicalElsewhere = had("medical_response") ? "(w.hospital_in_list AND w.medical_response <> 'other')" : "FALSE";

  const severityScale = "code_injury_severity";
  const severity =
    `CASE WHEN ${dead} THEN CAST('death' AS ${severityScale}) ` +
    `WHEN ${severityKnown} AND NOT (${severityIs("'none'")} AND ${yes("injured")}) THEN ${had("injury_severity") ? "w.injury_severity" : `CAST(NULL AS ${severityScale})`} ` +
    `WHEN ${yes("injured")} THEN CAST('injury_unspecified' AS ${severityScale}) WHEN ${no("injured")} THEN CAST('none' AS ${severityScale}) END`;
  const injured =
    `WHEN ${dead} OR ${severityIs("'death', 'serious', 'substantial', 'minor', 'injury_unspecified', 'complaint_only'")} OR ${yes("injured")} THEN 'yes' ` +
    `WHEN ${severityIs("'none'")} OR ${no("injured")} THEN 'no'`;
  const died =
    `WHEN ${dead} THEN 'yes' WHEN ${no("died")} OR (w.death_on_scale AND (${severityKnown} OR ${no("injured")})) ` +
    `OR (w.death_as_disposition AND NOT w.death_asked AND ${dispositionNot("'other'")}) THEN 'no'`;
  const arrested = `WHEN ${yes("arrested")} OR ${dispositionIs("'arrested'")} THEN 'yes' WHEN ${no("arrested")} OR ${dispositionNot("'other', 'died'")} THEN 'no'`;
  const hospitalised = `WHEN ${yes("hospitalised")} OR ${medicalIs} THEN 'yes' WHEN ${no("hospitalised")} OR ${medicalElsewhere} THEN 'no'`;
  // A step named is a yes; that no step is named is no answer.
  const deescalated =
    `WHEN ${yes("deescalation_used")} OR ${had("deescalation_step") ? "w.deescalation_step IS NOT NULL" : "FALSE"} THEN 'yes' ` +
    `WHEN ${no("deescalation_used")} THEN 'no'`;
  const resisted =
    `WHEN ${yes("resistance_present")} OR ${had("resistance_type") ? "w.resistance_type NOT IN ('none_compliant', 'self_harm')" : "FALSE"} THEN 'yes' ` +
    `WHEN ${no("resistance_present")} OR ${had("resistance_type") ? "w.resistance_type = 'none_compliant'" : "FALSE"} THEN 'no'`;

  const reason = (...names: readonly string[]) => {
    const present = names.filter(had).map((name) => `w.${name}_missing`);
    return `coalesce(${[...present, "CAST('not_recorded' AS missing_reason)"].join(", ")})`;
  };
  const answers: readonly [string, string, string][] = [
    ["injured", yesNo(injured), reason("injured", "injury_severity")],
    ["died", yesNo(died), reason("died")],
    ["arrested", yesNo(arrested), reason("arrested", "disposition")],
    ["hospitalised", yesNo(hospitalised), reason("hospitalised", "medical_response")],
    ["deescalation_used", yesNo(deescalated), reason("deescalation_used", "deescalation_step")],
    ["resistance_present", yesNo(resisted), reason("resistance_present", "resistance_type")],
  ];
  const expressions: Expressions = {
    injury_severity: severity,
    injury_severity_missing: `CASE WHEN (${severity}) IS NULL THEN ${reason("injury_severity", "injured")} END`,
  };
  for (const [name, answer, why] of answers) {
    expressions[name] = `CAST(${answer} AS code_yes_no)`;
    expressions[`${name}_missing`] = `CASE WHEN (${answer}) IS NULL THEN ${why} END`;
  }
  return expressions;
}
