import { z } from "zod";
import { minimum, recommended, withMissing } from "./field.ts";
import { code, id, integer, number, text } from "./field-types.ts";

/** Where an incident happened. At least one of the place fields says so, or each says why not. */
export const locationSchema = z.strictObject(
  withMissing(
    {
      incident_id: minimum(
        id(),
        "public",
        "Incident id",
        "Id del incidente",
        "The incident that happened here.",
        "El incidente que ocurrió aquí.",
      ),
      location_text_public: recommended(
        text(),
        "generalise",
        "Place in words",
        "Lugar en palabras",
        "Block or intersection. Never the address of a home.",
        "Cuadra o esquina. Nunca la dirección de una vivienda.",
      ),
      beat_or_district: minimum(
        text(),
        "public",
        "Beat or district",
        "Sector o distrito",
        "The agency's own area, as it writes it.",
        "El área de la agencia, tal como la escribe.",
      ),
      city: minimum(text(), "public", "City", "Ciudad", "City, town or village.", "Ciudad o pueblo."),
      county: minimum(text(), "public", "County", "Condado", "County.", "Condado."),
      latitude: recommended(
        number(-90, 90),
        "generalise",
        "Latitude",
        "Latitud",
        "Degrees north (WGS 84), moved to a grid point or the middle of a block.",
        "Grados norte (WGS 84), llevados a una cuadrícula o al centro de la cuadra.",
      ),
      longitude: recommended(
        number(-180, 180),
        "generalise",
        "Longitude",
        "Longitud",
        "Degrees east (WGS 84), moved to a grid point or the middle of a block.",
        "Grados este (WGS 84), llevados a una cuadrícula o al centro de la cuadra.",
      ),
      precision_m: recommended(
        integer(0),
        "public",
        "Precision (metres)",
        "Precisión (metros)",
        "How far, in metres, the point may be from the true place.",
        "A cuántos metros del lugar real puede estar el punto.",
      ),
      location_type: recommended(
        code("location_type"),
        "public",
        "Kind of place",
        "Tipo de lugar",
        "What kind of place it is.",
        "Qué clase de lugar es.",
      ),
      nibrs_location_code: recommended(
        z
          .string()
          .regex(/^\d{2}$/)
          .nullable()
          .meta({ fieldType: "text" }),
        "public",
        "NIBRS location code",
        "Código de lugar NIBRS",
        "The two-digit NIBRS code, where the agency keeps it.",
        "El código NIBRS de dos dígitos, si la agencia lo guarda.",
      ),
    },
    ["location_text_public", "beat_or_district", "city", "county", "latitude", "longitude", "location_type"],
  ),
);

export type Location = z.infer<typeof locationSchema>;
