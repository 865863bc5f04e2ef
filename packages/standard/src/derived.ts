import type { Records } from "./entities/entity-schemas.ts";
import type { MissingReason } from "./missing.ts";

/** A yes or no that is worked out from records; null with a reason when they cannot say. */
export type Derived = { readonly value: "yes" | "no" } | { readonly value: null; readonly missing: MissingReason };

const cannotTell: Derived = { value: null, missing: "unknown" };

/**
 * Whether a person was injured, from the severities recorded for them. Yes as soon as one is an injury; no only when
 * every one is `none`; nothing recorded, or a null among them, cannot say no. A complaint of pain counts as an injury,
 * as departments' own yes or no mostly does.
 * @example deriveInjured(["none", "minor"]) // { value: "yes" }
 */
export function deriveInjured(severities: readonly (string | null)[]): Derived {
  if (severities.some((severity) => severity !== null && severity !== "none")) return { value: "yes" };
  if (severities.length === 0 || severities.includes(null)) return cannotTell;
  return { value: "no" };
}

const notByForce: readonly (string | null | undefined)[] = ["before_contact", "self_inflicted", "other"];
const worst: readonly (string | null)[] = ["death", "serious"];
const vagueForce: readonly (string | null)[] = [null, "firearm_unspecified"];
const vagueInjury: readonly (string | null)[] = [null, "injury_unspecified"];

/**
 * Whether the FBI's National Use-of-Force collection asks for an incident: a firearm discharged at or toward a person,
 * a death, or a serious bodily injury. Injuries that the record says were not caused by force do not count. It cannot
 * say no when a force type or an injury is missing or too vague.
 * Source: ucr.fbi.gov/use-of-force-data; serious bodily injury as in 18 USC 2246(4).
 */
export function deriveFbiEligible(records: Records, incidentId: string): Derived {
  const force = (records.force_application ?? []).filter((row) => row.incident_id === incidentId);
  const injuries = (records.injury ?? []).filter(
    (row) => row.incident_id === incidentId && !notByForce.includes(row.cause),
  );
  const outcomes = (records.outcome ?? []).filter((row) => row.incident_id === incidentId);
  const persons = (records.person ?? []).filter((row) => row.incident_id === incidentId);

  if (force.some((row) => row.force_type === "firearm_discharged")) return { value: "yes" };
  if (injuries.some((row) => worst.includes(row.injury_severity))) return { value: "yes" };

  const looked = new Set(
    (records.injury ?? []).filter((row) => row.incident_id === incidentId).map((row) => row.person_id),
  );
  const vague =
    force.length === 0 ||
    persons.some((row) => !looked.has(row.person_id)) ||
    force.some((row) => vagueForce.includes(row.force_type)) ||
    injuries.some((row) => vagueInjury.includes(row.injury_severity)) ||
    outcomes.some((row) => row.died === null);
  return vague ? cannotTell : { value: "no" };
}
