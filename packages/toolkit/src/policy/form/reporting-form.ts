import type { ElementStatus } from "@evenhand/standard/element";
import type { ForceScope } from "@evenhand/standard/release";
import type { ReportingForm } from "../consistency/form-gaps.ts";
import type { FormReading } from "./form-reading.ts";

/** A form as the search for gaps between policy and form takes it. What the reading left open stays absent. */
export function reportingForm({ elements, force }: FormReading): ReportingForm {
  return {
    elements: Object.fromEntries(
      elements.flatMap(({ id, status }): [string, ElementStatus][] => (status === undefined ? [] : [[id, status]])),
    ),
    force: Object.fromEntries(force.map(({ code, scope }): [string, ForceScope] => [code, placeOf(scope)])),
  };
}

/** What occurs has a place, at least under conditions. */
const placeOf = (scope: FormReading["force"][number]["scope"]): ForceScope =>
  scope === "occurs" ? "if_injury_or_complaint" : scope;
