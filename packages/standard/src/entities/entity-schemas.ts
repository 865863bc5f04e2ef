import type { z } from "zod";
import { agencySchema } from "./agency.ts";
import { deescalationStepSchema } from "./deescalation-step.ts";
import { forceApplicationSchema } from "./force-application.ts";
import { incidentSchema } from "./incident.ts";
import { injurySchema } from "./injury.ts";
import { locationSchema } from "./location.ts";
import { officerInvolvementSchema } from "./officer-involvement.ts";
import { outcomeSchema } from "./outcome.ts";
import { personSchema } from "./person.ts";
import { policyVersionSchema } from "./policy-version.ts";
import { reportingPeriodSchema } from "./reporting-period.ts";
import { resistanceSchema } from "./resistance.ts";
import { reviewSchema } from "./review.ts";

/** Schema of each kind of record, by entity name. The zod schemas are the source of every published form. */
export const entitySchemas = {
  agency: agencySchema,
  reporting_period: reportingPeriodSchema,
  policy_version: policyVersionSchema,
  incident: incidentSchema,
  location: locationSchema,
  person: personSchema,
  officer_involvement: officerInvolvementSchema,
  force_application: forceApplicationSchema,
  resistance: resistanceSchema,
  deescalation_step: deescalationStepSchema,
  injury: injurySchema,
  outcome: outcomeSchema,
  review: reviewSchema,
} as const;

export type EntityName = keyof typeof entitySchemas;

export const entityNames = Object.keys(entitySchemas) as readonly EntityName[];

/** A set of records of every kind, as one agency sends them. Kinds without records may be left out. */
export type Records = { readonly [Name in EntityName]?: readonly z.infer<(typeof entitySchemas)[Name]>[] };
