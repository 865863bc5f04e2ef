import type { Finding, FindingRow } from "@evenhand/standard";
import { comparedSource } from "../benchmark/people-cells.ts";
import type { CaveatId } from "../caveat.ts";
import type { QuestionContext } from "../question.ts";
import type { EventDraft } from "./draft-event.ts";
import { changeReference, type GroupRatio, groupRows } from "./group-rows.ts";
import { windowFinding } from "./window-finding.ts";

/** What a finding about the groups needs beside its draft. */
export type GroupFindingParts = {
  readonly draft: EventDraft;
  readonly values: NonNullable<Finding["values"]>;
  /** Adjusted p of each group's own series, and how many tests it was adjusted for. */
  readonly pByGroup: ReadonlyMap<string, number>;
  readonly comparisons: number;
  /** Each group's change of ratio, p adjusted. */
  readonly ratios: ReadonlyMap<string, GroupRatio>;
};

/** On whom: each group's own change, its share then and now, and how its ratio to the reference moved. */
export function groupFinding(context: QuestionContext, parts: GroupFindingParts): readonly Finding[] {
  const { draft, values, pByGroup, comparisons, ratios } = parts;
  const { event, pairs, groups, answers } = draft;
  if (groups.length === 0 || pairs.length === 0) return [];
  const reference = changeReference(draft, context);
  const rows = groupRows({
    counts: groups,
    answers: new Map(
      answers.flatMap((answer) => (answer.name.startsWith("group.") ? [[answer.name.slice(6), answer] as const] : [])),
    ),
    pByGroup,
    reference,
    ratios,
  });
  const reason = refusedGroups(draft, rows);
  const finding = windowFinding(context, {
    measure: "by-group",
    eventId: event.id,
    unit: comparedSource(context.scope).unit,
    dimension: { field: "person.race_ethnicity", codeList: "race_ethnicity" },
    rows,
    values: draft.groupDispersion === undefined ? values : { ...values, mixDispersion: draft.groupDispersion },
    caveats: [],
    ...(reason === undefined ? {} : { reason }),
  });
  return [{ ...finding, comparison: { reference, per: 1, level: 0.95, family: { method: "holm", comparisons } } }];
}

/** Why the groups are only counted: recording changed, race is missing otherwise, or no group can be tested. */
function refusedGroups({ recording, groups }: EventDraft, rows: readonly FindingRow[]): CaveatId | undefined {
  if (recording.blocksTotal) return "recording-changed";
  if (rows.some(({ compared }) => compared?.ratio !== undefined)) return undefined;
  if (rows.every(({ compared }) => compared?.reason === "recording-changed")) return "missing-jumps";
  const largest = rows.find(({ key }) => key === groups[0]?.key);
  return largest?.compared?.reason as CaveatId | undefined;
}
