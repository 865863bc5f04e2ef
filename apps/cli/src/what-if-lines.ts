import type { Finding, ResponderResult } from "@evenhand/standard";
import type { ChangeInput } from "./change-input.ts";
import type { Say } from "./words/words.ts";

/** One sum of a what-if, with the numbers put in. */
export type WhatIfSum = {
  /** `all`, or a group. */
  readonly row: string;
  readonly label: "narrow" | "wide" | "removed" | "removed-wide" | "ratio";
  readonly expression: string;
  readonly value: number;
};

/** The arithmetic of a what-if: for everybody and each group, by the narrow and the wide definition. */
export function whatIfSums({ rows, values, comparison }: Finding): readonly WhatIfSum[] {
  const { share = 0, backup = 0, relativeRisk = 1 } = values ?? {};
  const factor = `${share} × (1 − ${backup}) × ${relativeRisk}`;
  const staysOf = (key: string | undefined) => {
    const row = rows.find((candidate) => candidate.key === key);
    return row?.figures?.shareRemoved === undefined ? undefined : `(1 − ${plain(row.figures.shareRemoved)})`;
  };
  return rows.flatMap(({ key, count, figures = {} }): WhatIfSum[] => {
    const { narrow, wide, avoided, avoidedWide, shareRemoved, shareRemovedWide, ratioChange } = figures;
    const step = (label: WhatIfSum["label"], expression: string, value: number | undefined): WhatIfSum[] =>
      value === undefined ? [] : [{ row: key, label, expression, value: plain(value) }];
    const [own, reference] = [staysOf(key), staysOf(comparison?.reference)];
    return [
      ...step("narrow", `${narrow} × ${factor}`, avoided),
      ...step("wide", `${wide} × ${factor}`, avoidedWide),
      ...step("removed", `${plain(avoided)} ÷ ${count}`, shareRemoved),
      ...step("removed-wide", `${plain(avoidedWide)} ÷ ${count}`, shareRemovedWide),
      ...(own === undefined || reference === undefined ? [] : step("ratio", `${own} ÷ ${reference}`, ratioChange)),
    ];
  });
}

/** Six digits, which is more than the counts carry; the exact numbers are figures of the finding. */
const plain = (value = Number.NaN): number => Number(value.toPrecision(6));

/** How often teams that answer a class called police in: over all of their calls. */
export function knownBackups(responders: readonly ResponderResult[] | undefined, classId: string) {
  return (responders ?? []).flatMap(({ team, from, to, calls, policeBackup, class: answers }) =>
    answers !== classId || policeBackup === undefined || calls === 0
      ? []
      : [{ team, from, to, calls, policeBackup, share: policeBackup / calls }],
  );
}

/** What the reader should know of the back-up: that 0 stands in where none was given, and what teams reported. */
export function backupLines(
  supposed: { readonly class: string; readonly backup: number },
  { isGiven, input, say }: { readonly isGiven: boolean; readonly input: ChangeInput; readonly say: Say },
): readonly string[] {
  const teams = knownBackups(input.beside.responders, supposed.class);
  const lines = [
    ...(isGiven ? [] : [say("what-if-backup-none")]),
    ...teams.map(({ team, calls, policeBackup, share }) =>
      say("what-if-backup-known", { team, calls, backup: policeBackup, share: share.toFixed(3) }),
    ),
  ];
  return lines.length === 0 ? [] : ["", ...lines];
}
