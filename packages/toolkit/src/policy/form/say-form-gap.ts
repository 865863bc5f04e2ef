import type { Inconsistency } from "../consistency/inconsistency.ts";
import type { FormReading } from "./form-reading.ts";
import words from "./form-words.json" with { type: "json" };

/**
 * Says of what policy and form do not share where the form was read from: published records without a column are not a
 * form without a place. Every other inconsistency is given back as it is.
 */
export function sayFormGap(found: Inconsistency, { source, hasOtherBox }: FormReading): Inconsistency {
  if (found.kind !== "policy-without-field" && found.kind !== "field-without-policy") return found;
  const key = source === "form" && hasOtherBox ? "form-other" : source;
  return { ...found, why: { en: words.en.why[found.kind][key], es: words.es.why[found.kind][key] } };
}
