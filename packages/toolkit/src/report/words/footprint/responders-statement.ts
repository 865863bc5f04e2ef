import type { Finding, FindingRow } from "@evenhand/standard";
import { present, type Statement } from "../disparity/statement.ts";
import type { Words } from "../words.ts";

/** First and last day of a team's line, as a reader writes them. */
export function responderPeriod(
  { key2 = "" }: FindingRow,
  words: Words,
): { readonly from: string; readonly to: string } {
  const [from = "", to = ""] = key2.split("/").map((day) => dayText(day, words));
  return { from, to };
}

function dayText(day: string, words: Words): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(day)) return words.date(day);
  return /^\d{4}-\d{2}$/.test(day) ? words.month(day) : day;
}

/** What alternative responders say of their own calls: the team with the most calls; the table has all of them. */
export function respondersStatement(finding: Finding, words: Words): Statement {
  const [lead] = finding.rows.toSorted((left, right) => (right.count ?? 0) - (left.count ?? 0));
  if (lead === undefined) return { headline: "", more: [], after: [] };
  const { backup, injuries } = lead.figures ?? {};
  const { from, to } = responderPeriod(lead, words);
  const others = finding.rows.length - 1;
  const sources = finding.values?.sources;
  return {
    headline: words.say("footprint.responders.lead", {
      team: lead.key,
      calls: lead.count ?? 0,
      from,
      to,
      backup:
        backup === undefined || lead.share === undefined
          ? ""
          : words.say("footprint.responders.backup", { n: backup, percent: words.comparedPercent(lead.share) }),
    }),
    more: present(
      lead.range && words.say("footprint.responders.chance", backupRange(lead.range, words)),
      injuries === undefined ? undefined : words.say("footprint.responders.injuries", { n: injuries }),
      words.say("footprint.responders.own"),
    ),
    after: present(
      others > 0 ? words.say("footprint.responders.others", { n: others }) : undefined,
      typeof sources === "string" && sources !== ""
        ? words.say("footprint.responders.sources", { sources: eachOnce(sources) })
        : undefined,
    ),
  };
}

/** Several teams often have one source. */
const eachOnce = (sources: string): string => [...new Set(sources.replace(/\.$/, "").split("; "))].join("; ");

const backupRange = ({ low, high }: { readonly low: number; readonly high: number }, words: Words) => ({
  low: words.comparedPercent(low),
  high: words.comparedPercent(high),
});
