import { fixtureRelease, type ReleaseFixture } from "./release-fixture.ts";
import type { CellRow } from "./row-cells.ts";

const repeat = (count: number, row: (index: number) => CellRow): readonly CellRow[] =>
  Array.from({ length: count }, (_, index) => row(index));
const when = (index: number) => {
  const year = 2019 + (index % 3);
  return { occurred_year: year, occurred_month: `${year}-${String(1 + (index % 12)).padStart(2, "0")}` };
};

/**
 * A fictional release with known truths, for tests: 120 incidents, 150 people (60 Black, 45 White, 15 Hispanic, 30
 * unknown, all unknown in the area North), 300 uses of force. The Taser codes change in 2021. Never published.
 */
export const plantedRelease: ReleaseFixture = {
  tables: {
    incidents: repeat(120, (index) => ({
      incident_id: `i${index}`,
      occurred_date: `2019-01-${String(1 + (index % 28)).padStart(2, "0")}`,
      ...when(index),
      contact_reason: index < 50 ? "traffic_stop" : index < 100 ? "call_for_service" : null,
      contact_reason_missing: index < 100 ? null : "unknown",
      contact_origin_missing: "not_recorded",
      location_type_missing: "not_recorded",
      neighborhood: index < 24 ? "North" : "South",
      city: "Riverton",
    })),
    persons: repeat(150, (index) => ({
      person_id: `p${index}`,
      incident_id: `i${index % 120}`,
      ...when(index % 120),
      ...race(index),
      gender: index < 120 ? "man" : "woman",
      age_band: "25-34",
      perceived_condition_missing: "not_recorded",
      resistance_present: index < 90 ? "yes" : "no",
      resistance_type: index < 90 ? "passive" : "none_compliant",
      deescalation_used_missing: "not_recorded",
      injured: index < 30 ? "yes" : "no",
      injury_severity: index < 30 ? "minor" : "none",
      arrested: index < 75 ? "yes" : null,
      arrested_missing: index < 75 ? null : "unknown",
      hospitalised: index < 6 ? "yes" : null,
      hospitalised_missing: index < 6 ? null : "not_recorded",
      died: index < 3 ? "yes" : "no",
    })),
    force: repeat(300, (index) => ({
      force_id: `f${index}`,
      incident_id: `i${(index % 150) % 120}`,
      person_id: index < 290 ? `p${index % 150}` : null,
      person_id_missing: index < 290 ? null : "unmappable",
      officer_id_missing: "not_recorded",
      ...when((index % 150) % 120),
      force_type: forceType(index),
      force_type_missing: forceType(index) === null ? "unmappable" : null,
    })),
  },
  scope: {
    fields: [
      { field: "person.race_ethnicity", columns: ["force.csv: RACE"] },
      { field: "person.deescalation_used", columns: [], missing: "not_recorded" },
      { field: "outcome.hospitalised", columns: ["force.csv: HOSPITAL"] },
    ],
    force: {},
    units: [
      { unit: "incidents", basis: "key", count: 120, columns: ["force.csv: CASE"] },
      { unit: "people", basis: "attributes", count: 150, columns: ["force.csv: RACE", "force.csv: AGE"] },
      { unit: "reports", basis: "none", columns: [] },
      { unit: "force", basis: "row", count: 300, columns: [] },
    ],
  },
};

/** `release.json` of the planted release. */
export const plantedReleaseRecord = fixtureRelease(plantedRelease);

/** The first 24 people and six of those who follow are without a race: their incidents lie in North, and in South. */
function race(index: number): CellRow {
  if (index < 24 || index >= 144) return { race_ethnicity: null, race_ethnicity_missing: "unknown" };
  return { race_ethnicity: index < 84 ? "black" : index < 129 ? "white" : "hispanic_latino" };
}

function forceType(index: number): string | null {
  if (index < 6) return null;
  if (index < 36) return "handcuffing_compliant";
  if (index < 45) return "verbal_command";
  if (index < 60) return "firearm_discharged";
  if (index < 90) return "firearm_pointed";
  if (index < 105) return "firearm_displayed_unspecified";
  if (index < 120) return "physical_unspecified";
  return index % 2 === 0 ? "takedown" : "control_hold";
}
