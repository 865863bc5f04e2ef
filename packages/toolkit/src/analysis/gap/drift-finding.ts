import type { Finding, FindingRow } from "@evenhand/standard";
import { cannotSay, countFinding } from "../build-finding.ts";
import { byYear } from "../by-year.ts";
import { type CellTable, keyReader, totalCount } from "../cell-table.ts";
import type { QuestionContext } from "../question.ts";
import { tally } from "../tally.ts";
import { type Drift, findDrift, mixChanges, type YearMix } from "./find-drift.ts";

const about = { question: "gap", measure: "definition-drift", unit: "force", element: "force_types" } as const;
const noteByKind = { appears: "drift-appears", vanishes: "drift-vanishes", jumps: "drift-jumps" } as const;

/**
 * Force codes that appear, vanish or jump between years: rows are code × first year of the change, with the count and
 * share of that year. `values` hold the share of the year before (`before_<code>_<year>`) and how far each two
 * neighbouring years' mixes are apart, in bits. The lead is the code whose share moved most.
 */
export function driftFinding(context: QuestionContext, force: CellTable, incidents: CellTable): Finding {
  const types = tally(force, "force_type");
  const dimension = { field: "force_application.force_type", codeList: "force_type" };
  if (types.known === 0)
    return cannotSay(context, { ...about, dimension }, types.total === 0 ? "no-records" : "nothing-known");
  const mixes = yearMixes(force);
  const clusterSize = Math.max(1, totalCount(force) / Math.max(1, totalCount(incidents)));
  const changes = mixChanges(mixes, clusterSize);
  if (changes.length === 0) return cannotSay(context, { ...about, dimension }, "too-few-years");
  const drift = findDrift(mixes, clusterSize);
  const largest = drift.toSorted((left, right) => changeOf(right) - changeOf(left))[0];
  const rows = drift.map(
    ({ code, kind, year, after }): FindingRow => ({
      key: code,
      key2: String(year),
      count: after.count,
      share: after.share,
      note: noteByKind[kind],
    }),
  );
  const values = {
    changes: rows.length,
    comparedYears: changes.length + 1,
    ...Object.fromEntries(drift.map(({ code, year, before }) => [`before_${code}_${year}`, before.share])),
    ...Object.fromEntries(changes.map(({ from, to, bits }) => [`bits_${from}_${to}`, bits])),
  };
  const subject = { ...about, dimension, values, method: "definition-drift" } as const;
  return countFinding(context, { ...subject, caveats: rows.length > 0 ? ["years-not-comparable"] : [] }, types, {
    rows,
    shown: "full",
    ...(largest ? { lead: largest.code } : {}),
  });
}

const changeOf = ({ before, after }: Drift): number => Math.abs(after.share - before.share);

function yearMixes(force: CellTable): readonly YearMix[] {
  const code = keyReader(force, "force_type");
  return byYear(force).flatMap(({ year, table }) => {
    if (year === undefined) return [];
    const countByCode = new Map<string, number>();
    for (const cell of table.cells) {
      const found = code(cell);
      if (found !== null) countByCode.set(String(found), (countByCode.get(String(found)) ?? 0) + cell.count);
    }
    return [{ year, countByCode }];
  });
}
