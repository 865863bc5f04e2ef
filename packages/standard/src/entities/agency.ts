import { z } from "zod";
import { minimum, recommended, withMissing } from "./field.ts";
import { code, id, text } from "./field-types.ts";

/** The body that employs the officers. */
export const agencySchema = z.strictObject(
  withMissing(
    {
      agency_id: minimum(
        id(),
        "public",
        "Agency id",
        "Id de la agencia",
        "Short name in lower case that stays the same for good, such as riverton-pd.",
        "Nombre corto en minúsculas que no cambia, como riverton-pd.",
      ),
      agency_name: minimum(
        id(),
        "public",
        "Agency name",
        "Nombre de la agencia",
        "Full name of the agency.",
        "Nombre completo de la agencia.",
      ),
      state: minimum(
        z
          .string()
          .regex(/^[A-Z]{2}$/)
          .nullable()
          .meta({ fieldType: "text" }),
        "public",
        "State",
        "Estado",
        "Two-letter postal code of the state.",
        "Código postal del estado, de dos letras.",
      ),
      agency_type: minimum(
        code("agency_type"),
        "public",
        "Kind of agency",
        "Tipo de agencia",
        "What kind of police body it is.",
        "Qué clase de cuerpo policial es.",
      ),
      ori: recommended(
        z
          .string()
          .regex(/^[A-Z]{2}[A-Z0-9]{5,7}$/)
          .nullable()
          .meta({ fieldType: "id" }),
        "public",
        "ORI",
        "ORI",
        "The agency's FBI originating agency identifier.",
        "Identificador de la agencia ante el FBI (ORI).",
      ),
      website: recommended(
        text(),
        "public",
        "Website",
        "Sitio web",
        "Where the agency publishes its records.",
        "Dónde publica la agencia sus registros.",
      ),
    },
    ["state", "agency_type", "ori"],
  ),
);

export type Agency = z.infer<typeof agencySchema>;
