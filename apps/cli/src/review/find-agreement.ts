import { reviewAgreement } from "@evenhand/toolkit/policy/review/review-agreement";
import { cohenKappa } from "@evenhand/toolkit/stats/agreement/cohen-kappa";
import { gwetAc1 } from "@evenhand/toolkit/stats/agreement/gwet-ac1";
import type { OpenAudit } from "./open-audit.ts";
import type { OpenSheet } from "./open-sheets.ts";

/** A provision that is not compared, and why: who did not judge it. */
type LeftOut = {
  readonly id: string;
  readonly notJudgedBy: readonly { readonly reader: string; readonly why: string }[];
};

function leftOut({ audit }: OpenAudit, sheets: readonly OpenSheet[]): readonly LeftOut[] {
  return audit.provisions.flatMap(({ id }) => {
    const notJudgedBy = sheets.flatMap(({ reader, readings, issues }) => {
      if (readings.some((reading) => reading.id === id)) return [];
      const found = issues.filter(({ value }) => value === id || value?.startsWith(`${id}: `));
      return [{ reader, why: found.map(({ message }) => message).join(" ") }];
    });
    return notJudgedBy.length === 0 ? [] : [{ id, notJudgedBy }];
  });
}

/** Everything said about how far two readers of an audit agree. */
export function findAgreement(opened: OpenAudit, [first, second]: readonly [OpenSheet, OpenSheet]) {
  const found = reviewAgreement([first, second], { kappa: cohenKappa, ac1: gwetAc1 });
  const machine = new Map(opened.audit.provisions.map(({ id, verdict }) => [id, verdict]));
  const differing = new Set(found.differences.map(({ id }) => id));
  const judged = new Set(second.readings.map(({ id }) => id));
  const alike = first.readings.filter(({ id }) => judged.has(id) && !differing.has(id));
  const other = alike.flatMap(({ id, verdict }) => {
    const read = machine.get(id);
    return read === undefined || read === verdict ? [] : [{ id, machine: read, readers: verdict }];
  });
  return {
    ...found,
    asked: opened.audit.provisions.length,
    agreed: alike.length,
    isBlind: [first.isBlind, second.isBlind] as const,
    leftOut: leftOut(opened, [first, second]),
    /** Where both readers agree, beside the machine's first reading. */
    machine: {
      same: alike.length - other.length,
      other,
    },
    notes: [first, second].flatMap(({ reader, issues }) =>
      issues
        .filter(({ code }) => code === "sheet-entry-unknown" || code === "sheet-reason-empty")
        .map(({ message }) => ({ reader, message })),
    ),
  };
}

export type FoundAgreement = ReturnType<typeof findAgreement>;
