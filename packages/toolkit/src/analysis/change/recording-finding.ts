import type { Finding, FindingRow } from "@evenhand/standard";
import { cannotSay } from "../build-finding.ts";
import type { QuestionContext } from "../question.ts";
import { recordingValues } from "./compared-time.ts";
import type { EventDraft } from "./draft-event.ts";
import { changeRule } from "./rule.ts";
import { changeId } from "./series-finding.ts";

const noteByKind = {
  appears: "drift-appears",
  vanishes: "drift-vanishes",
  jumps: "drift-jumps",
  within: "drift-within",
  "missing-jumps": "missing-jumps",
  "reports-jump": "reports-jump",
  "form-changed": "form-changed",
} as const;

/** What is recorded otherwise around the date; rows are codes and measures. `elsewhere` names codes of other years. */
export function recordingFinding(
  context: QuestionContext,
  { event, recording, declared }: EventDraft,
  values: NonNullable<Finding["values"]>,
): Finding {
  const { changes, blocksTotal, elsewhere, checked } = recording;
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
        ...(kind === "form-changed" || kind === "within"
          ? {}
          : { figures: { before, after, shareBefore, shareAfter } }),
      }),
    ),
    shown: "full",
    caveats: ["steady-is-not-proof", ...(elsewhere.length === 0 ? [] : (["years-not-comparable"] as const))],
    values: {
      ...values,
      isChanged: changes.length > 0 ? 1 : 0,
      blocks: blocksTotal ? 1 : 0,
      codesChecked: checked.codes,
      fieldsChecked: checked.fields,
      isLittleChecked: checked.codes < changeRule("fewCodes") || checked.fields < changeRule("fewFields") ? 1 : 0,
      ...recordingValues([...declared.across, ...declared.ofCodes]),
      ...(declared.across.length === 0 && declared.ofCodes.length > 0 ? { isOfCodes: 1 } : {}),
      ...(elsewhere.length === 0 ? {} : { elsewhere: elsewhere.join(",") }),
    },
  };
}
