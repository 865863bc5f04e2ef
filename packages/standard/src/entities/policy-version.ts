import { z } from "zod";
import { minimum, recommended } from "./field.ts";
import { date, id, text, url } from "./field-types.ts";

/** One text of an agency's use-of-force policy, from the day it took effect. */
export const policyVersionSchema = z.strictObject({
  policy_id: minimum(
    id(),
    "public",
    "Policy id",
    "Id de la política",
    "Id of this text of the policy.",
    "Id de este texto de la política.",
  ),
  agency_id: minimum(
    id(),
    "public",
    "Agency id",
    "Id de la agencia",
    "The agency whose policy it is.",
    "La agencia a la que pertenece la política.",
  ),
  title: recommended(text(), "public", "Title", "Título", "Title of the document.", "Título del documento."),
  url: recommended(
    url(),
    "public",
    "Address",
    "Dirección",
    "Where the text is published.",
    "Dónde está publicado el texto.",
  ),
  effective_date: recommended(
    date(),
    "public",
    "In force from",
    "Vigente desde",
    "Day the text took effect.",
    "Día en que el texto entró en vigor.",
  ),
  sha256: recommended(
    z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable()
      .meta({ fieldType: "text" }),
    "public",
    "Checksum",
    "Suma de verificación",
    "SHA-256 of the document, in hexadecimal.",
    "SHA-256 del documento, en hexadecimal.",
  ),
  change_summary: recommended(
    text(),
    "public",
    "What changed",
    "Qué cambió",
    "What this text changes from the one before.",
    "Qué cambia este texto respecto del anterior.",
  ),
});

export type PolicyVersion = z.infer<typeof policyVersionSchema>;
