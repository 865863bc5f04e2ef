import type { EntityName } from "./entity-schemas.ts";

/** How an entity is called and what ties it to the others. */
export type EntityDetails = {
  readonly title: string;
  readonly titleEs: string;
  readonly description: string;
  readonly descriptionEs: string;
  /** Fields that together are different in every row; empty when rows have no key. */
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly { readonly fields: readonly string[]; readonly entity: EntityName }[];
};

const ofAgency = { fields: ["agency_id"], entity: "agency" } as const;
const ofIncident = { fields: ["incident_id"], entity: "incident" } as const;
const ofPerson = { fields: ["incident_id", "person_id"], entity: "person" } as const;
const ofOfficer = { fields: ["incident_id", "officer_id"], entity: "officer_involvement" } as const;

/** Titles, keys and references of every entity. */
export const entityDetails: Readonly<Record<EntityName, EntityDetails>> = {
  agency: {
    title: "Agency",
    titleEs: "Agencia",
    description: "The body that employs the officers.",
    descriptionEs: "El cuerpo que emplea a los agentes.",
    primaryKey: ["agency_id"],
    foreignKeys: [],
  },
  reporting_period: {
    title: "Reporting period",
    titleEs: "Período informado",
    description: "What an agency reports for a span of days. An incident count of 0, complete, is a zero report.",
    descriptionEs: "Lo que informa una agencia por un lapso de días. Cero incidentes y completo es un informe en cero.",
    primaryKey: ["agency_id", "period_start"],
    foreignKeys: [ofAgency],
  },
  policy_version: {
    title: "Policy version",
    titleEs: "Versión de la política",
    description: "One text of the agency's use-of-force policy.",
    descriptionEs: "Un texto de la política de uso de la fuerza de la agencia.",
    primaryKey: ["policy_id"],
    foreignKeys: [ofAgency],
  },
  incident: {
    title: "Incident",
    titleEs: "Incidente",
    description: "One event in which force was used; it may have several people and officers.",
    descriptionEs: "Un hecho en que se usó la fuerza; puede tener varias personas y varios agentes.",
    primaryKey: ["incident_id"],
    foreignKeys: [ofAgency],
  },
  location: {
    title: "Location",
    titleEs: "Lugar",
    description: "Where an incident happened.",
    descriptionEs: "Dónde ocurrió un incidente.",
    primaryKey: ["incident_id"],
    foreignKeys: [ofIncident],
  },
  person: {
    title: "Person",
    titleEs: "Persona",
    description: "A person that force was used on, or that it reached, in one incident.",
    descriptionEs: "Una persona a quien se aplicó la fuerza, o a quien alcanzó, en un incidente.",
    primaryKey: ["incident_id", "person_id"],
    foreignKeys: [ofIncident],
  },
  officer_involvement: {
    title: "Officer involvement",
    titleEs: "Participación de un agente",
    description: "An officer who used force or was present in one incident.",
    descriptionEs: "Un agente que usó la fuerza o estuvo presente en un incidente.",
    primaryKey: ["incident_id", "officer_id"],
    foreignKeys: [ofIncident],
  },
  force_application: {
    title: "Use of force",
    titleEs: "Uso de la fuerza",
    description: "One officer, one person, one kind of force, in one incident.",
    descriptionEs: "Un agente, una persona y un tipo de fuerza, en un incidente.",
    primaryKey: ["force_id"],
    foreignKeys: [ofIncident, ofPerson, ofOfficer],
  },
  resistance: {
    title: "Resistance",
    titleEs: "Resistencia",
    description: "One kind of resistance by one person.",
    descriptionEs: "Un tipo de resistencia de una persona.",
    primaryKey: [],
    foreignKeys: [ofIncident, ofPerson],
  },
  deescalation_step: {
    title: "De-escalation step",
    titleEs: "Paso de desescalada",
    description: "One thing officers did to calm or slow the encounter with one person.",
    descriptionEs: "Algo que hicieron los agentes para calmar o frenar el encuentro con una persona.",
    primaryKey: [],
    foreignKeys: [ofIncident, ofPerson, ofOfficer],
  },
  injury: {
    title: "Injury",
    titleEs: "Lesión",
    description: "Injury of one person and the care given.",
    descriptionEs: "Lesión de una persona y la atención que recibió.",
    primaryKey: [],
    foreignKeys: [ofIncident, ofPerson],
  },
  outcome: {
    title: "Outcome",
    titleEs: "Resultado",
    description: "How it ended for one person.",
    descriptionEs: "Cómo terminó para una persona.",
    primaryKey: ["incident_id", "person_id"],
    foreignKeys: [ofIncident, ofPerson],
  },
  review: {
    title: "Review",
    titleEs: "Revisión",
    description: "One review of an incident.",
    descriptionEs: "Una revisión de un incidente.",
    primaryKey: [],
    foreignKeys: [ofIncident],
  },
};
