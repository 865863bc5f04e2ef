import { footprintQueries } from "../footprint/footprint-cells.ts";
import { footprintFindings } from "../footprint/footprint-findings.ts";
import { knownFootprint } from "../footprint/footprint-list.ts";
import { responderFinding } from "../footprint/responder-finding.ts";
import { question } from "../question.ts";

/** In which kinds of situation force began that could have met a different response, each with the band its definition makes. */
export const footprint = question({
  id: "footprint",
  needs: ["incident.contact_reason", "location.location_type", "person.perceived_condition"],
  cells: (scope, beside) => footprintQueries(scope, (beside?.footprint ?? knownFootprint).classes),
  answer: (context, cells) => [...footprintFindings(context, cells), ...responderFinding(context)],
});
