/** A column of a published release table. Every `coded` column is followed by its `<name>_missing` column. */
export type ReleaseColumn = {
  readonly name: string;
  readonly type: "id" | "coded" | "integer" | "number" | "date" | "text" | "month";
  /** Field id of the standard it comes from. */
  readonly field?: string;
  readonly codeList?: string;
};

const id = (name: string, field?: string): ReleaseColumn => ({ name, type: "id", ...(field ? { field } : {}) });
const coded = (name: string, field: string, codeList: string): ReleaseColumn => ({
  name,
  type: "coded",
  field,
  codeList,
});
const text = (name: string, field: string): ReleaseColumn => ({ name, type: "text", field });
const integer = (name: string, field: string): ReleaseColumn => ({ name, type: "integer", field });

/** Calendar year and `YYYY-MM` of the incident, repeated in every table so that counting needs no join. */
const when: readonly ReleaseColumn[] = [
  { name: "occurred_year", type: "integer", field: "incident.occurred_date" },
  { name: "occurred_month", type: "month", field: "incident.occurred_date" },
];

/**
 * The tables of a release, as published: one-to-one entities are folded into their parent (location into incident,
 * outcome into person), restricted and never fields are absent, ages are bands and times are hours.
 */
export const releaseTables = {
  incidents: [
    id("incident_id", "incident.incident_id"),
    text("agency_name", "agency.agency_name"),
    { name: "occurred_date", type: "date", field: "incident.occurred_date" },
    { name: "occurred_date_missing", type: "text" },
    ...when,
    integer("occurred_hour", "incident.occurred_time"),
    coded("contact_reason", "incident.contact_reason", "contact_reason"),
    coded("contact_origin", "incident.contact_origin", "contact_origin"),
    coded("location_type", "location.location_type", "location_type"),
    coded("firearm_discharged", "incident.firearm_discharged", "yes_no"),
    text("beat_or_district", "location.beat_or_district"),
    text("neighborhood", "location.neighborhood"),
    text("city", "location.city"),
    text("county", "location.county"),
    { name: "latitude", type: "number", field: "location.latitude" },
    { name: "longitude", type: "number", field: "location.longitude" },
    { name: "location_missing", type: "text" },
  ],
  persons: [
    id("person_id", "person.person_id"),
    id("incident_id", "incident.incident_id"),
    ...when,
    coded("race_ethnicity", "person.race_ethnicity", "race_ethnicity"),
    coded("gender", "person.gender", "gender"),
    coded("age_band", "person.age_band", "age_band"),
    coded("perceived_condition", "person.perceived_condition", "perceived_condition"),
    coded("armed_perceived", "person.armed_perceived", "yes_no"),
    coded("armed_confirmed", "person.armed_confirmed", "yes_no"),
    coded("resistance_present", "person.resistance_present", "yes_no"),
    coded("resistance_type", "resistance.resistance_type", "resistance_type"),
    coded("deescalation_used", "person.deescalation_used", "yes_no"),
    coded("injury_severity", "injury.injury_severity", "injury_severity"),
    coded("injured", "injury.injury_severity", "yes_no"),
    coded("arrested", "outcome.arrested", "yes_no"),
    coded("hospitalised", "outcome.hospitalised", "yes_no"),
    coded("died", "outcome.died", "yes_no"),
  ],
  officers: [
    id("officer_id", "officer_involvement.officer_id"),
    id("incident_id", "incident.incident_id"),
    ...when,
    coded("race_ethnicity", "officer_involvement.race_ethnicity", "race_ethnicity"),
    coded("gender", "officer_involvement.gender", "gender"),
    coded("years_of_service_band", "officer_involvement.years_of_service_band", "years_of_service_band"),
    coded("injured", "officer_involvement.injury_severity", "yes_no"),
  ],
  /**
   * One row per officer whom the source follows by a key from one incident to the next: in how many incidents they used
   * force. The key itself stays out of the release. Absent when the source has no such key.
   */
  officer_counts: [integer("incidents", "officer_involvement.used_force")],
  /** One row per officer's report, with the person as that report describes them (no one when it lists several). */
  reports: [
    id("report_id", "incident.report_id"),
    id("incident_id", "incident.incident_id"),
    id("officer_id", "officer_involvement.officer_id"),
    id("person_id", "person.person_id"),
    text("person_id_missing", "person.person_id"),
    ...when,
    coded("race_ethnicity", "person.race_ethnicity", "race_ethnicity"),
    coded("gender", "person.gender", "gender"),
    coded("age_band", "person.age_band", "age_band"),
  ],
  force: [
    id("force_id", "force_application.force_id"),
    id("incident_id", "incident.incident_id"),
    id("report_id", "incident.report_id"),
    id("person_id", "force_application.person_id"),
    text("person_id_missing", "force_application.person_id"),
    id("officer_id", "force_application.officer_id"),
    text("officer_id_missing", "force_application.officer_id"),
    ...when,
    coded("force_type", "force_application.force_type", "force_type"),
    integer("sequence", "force_application.sequence"),
    coded("effective", "force_application.effective", "yes_no"),
    coded("reason_for_force", "force_application.reason_for_force", "reason_for_force"),
    text("agency_force_level", "force_application.agency_force_level"),
  ],
  /** One row per kind of resistance recorded; `person_id` is null where the source cannot say whose. */
  resistance: [
    id("incident_id", "incident.incident_id"),
    id("person_id", "person.person_id"),
    text("person_id_missing", "person.person_id"),
    ...when,
    coded("resistance_type", "resistance.resistance_type", "resistance_type"),
  ],
  /** One row per injury type or medical response recorded. */
  injuries: [
    id("incident_id", "incident.incident_id"),
    id("person_id", "person.person_id"),
    text("person_id_missing", "person.person_id"),
    ...when,
    coded("injury_type", "injury.injury_type", "injury_type"),
    coded("medical_response", "injury.medical_response", "medical_response"),
  ],
  /** Every reason recorded, for incidents where a source gives several; absent when none does. */
  contact_reasons: [
    id("incident_id", "incident.incident_id"),
    ...when,
    coded("contact_reason", "incident.contact_reason", "contact_reason"),
  ],
  /** Every kind of place recorded, for incidents where a source gives several; absent when none does. */
  location_types: [
    id("incident_id", "incident.incident_id"),
    ...when,
    coded("location_type", "location.location_type", "location_type"),
  ],
  /** Every perceived condition recorded, where a source gives several. */
  conditions: [
    id("incident_id", "incident.incident_id"),
    id("person_id", "person.person_id"),
    text("person_id_missing", "person.person_id"),
    ...when,
    coded("perceived_condition", "person.perceived_condition", "perceived_condition"),
  ],
} as const satisfies Record<string, readonly ReleaseColumn[]>;

export type ReleaseTable = keyof typeof releaseTables;
