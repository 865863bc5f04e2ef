import { z } from "zod";
import { minimum, optional, recommended, withMissing } from "./field.ts";
import { code, date, id } from "./field-types.ts";

/** One review of an incident. */
export const reviewSchema = z.strictObject(
  withMissing(
    {
      incident_id: minimum(
        id(),
        "public",
        "Incident id",
        "Id del incidente",
        "The incident that was reviewed.",
        "El incidente que se revisó.",
      ),
      review_type: recommended(
        code("review_type"),
        "public",
        "Reviewed by",
        "Quién revisó",
        "Who reviewed it.",
        "Quién la revisó.",
      ),
      status: recommended(
        code("review_status"),
        "public",
        "Status",
        "Estado",
        "Whether the review is done.",
        "Si la revisión terminó.",
      ),
      finding: recommended(
        code("review_finding"),
        "public",
        "Finding",
        "Conclusión",
        "What was found; public once the review is closed.",
        "Qué se concluyó; público al cerrar la revisión.",
      ),
      date: recommended(
        date(),
        "public",
        "Date",
        "Fecha",
        "Day the review was closed.",
        "Día en que se cerró la revisión.",
      ),
      complaint_linked: optional(
        code("yes_no"),
        "public",
        "Complaint",
        "Queja",
        "Whether a complaint was made about it.",
        "Si hubo una queja al respecto.",
      ),
    },
    ["review_type", "status", "finding", "date", "complaint_linked"],
  ),
);

export type Review = z.infer<typeof reviewSchema>;
