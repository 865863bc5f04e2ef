import type { Finding, FindingRow } from "@evenhand/standard";
import { cannotSay } from "../build-finding.ts";
import type { QuestionContext } from "../question.ts";
import type { EventDraft } from "./draft-event.ts";
import { changeId } from "./series-finding.ts";

const noteByKind = {
  appears: "drift-appears",
  vanishes: "drift-vanishes",
  jumps: "drift-jumps",
  "missing-jumps": "missing-jumps",
  "reports-jump": "reports-jump",
  "form-changed": "form-changed",
} as const;

/** What is recorded otherwise around the date; rows are codes and measures. `elsewhere` names codes of other years. */
export function recordingFinding(
  context: QuestionContext,
  { event, recording }: EventDraft,
  values: NonNullable<Finding["values"]>,
): Finding {
  const { changes, blocksTotal, elsewhere } = recording;
  const dimension = { field: "force_application.force_type", codeList: "force_type" };
  const frame = cannotSay(
    context,
    { question: "change", measure: "recording", unit: "force", dimension, method: "recording-check" },
    "no-records",
  );
  const { reason: _, ...rest } = frame;
  return {
    ...rest,
    id: changeId("recording", event.id, "force"),
    rows: changes.map(
      ({ key, kind, before, after, shareBefore, shareAfter }): FindingRow => ({
        key,
        note: noteByKind[kind],
        figures: { before, after, shareBefore, shareAfter },
      }),
    ),
    shown: "full",
    caveats: ["steady-is-not-proof", ...(elsewhere.length === 0 ? [] : (["years-not-comparable"] as const))],
    values: {
      ...values,
      isChanged: changes.length > 0 ? 1 : 0,
      blocks: blocksTotal ? 1 : 0,
      ...(elsewhere.length === 0 ? {} : { elsewhere: elsewhere.join(",") }),
    },
  };
}
