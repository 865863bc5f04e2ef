/** The things a use-of-force record must hold (the seed's minimum elements, and what is needed to count at all). */
export const elementIds = [
  "race",
  "age",
  "gender",
  "location",
  "contact_reason",
  "force_types",
  "deescalation",
  "resistance",
  "arrest",
  "injury",
  "hospital",
  "death",
  "display_kept_apart",
  "date",
  "incident_id",
] as const;

export type ElementId = (typeof elementIds)[number];

export type ElementStatus = "collected" | "partly" | "not_collected";
