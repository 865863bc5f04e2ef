import type { Finding } from "@evenhand/standard";
import { questionIds } from "@evenhand/toolkit/report/page/question-sections";
import { mainChange } from "@evenhand/toolkit/report/words/change/main-change";
import { mainDisparity } from "@evenhand/toolkit/report/words/disparity/main-disparity";
import { mainFootprint } from "@evenhand/toolkit/report/words/footprint/main-footprint";
import { leadingFinding, mainFindings } from "@evenhand/toolkit/report/words/main-findings";

/** The most findings that a packet of two to four pages holds. */
export const mostChosen = 6;

/** What a reader chose for a packet. */
export type PacketChoice = {
  readonly findings: readonly Finding[];
  /** More were chosen than a packet holds: the first ones are taken. */
  readonly isCut: boolean;
  /** As a query: empty for the packet that a place has by itself. */
  readonly query: string;
};

/** The main findings of a place: those that its first page shows. */
export function mainChoice(findings: readonly Finding[]): readonly Finding[] {
  return [
    ...mainFindings(findings),
    ...[mainDisparity(findings), mainChange(findings), mainFootprint(findings)].flatMap((one) => one ?? []),
  ].filter(({ shown }) => shown !== "cannot-say");
}

/** Findings that can be chosen: each measure once, in its leading unit, when something can be said of it. */
export function choosable(findings: readonly Finding[]): readonly Finding[] {
  const main = mainChoice(findings);
  return questionIds(findings).flatMap((question) => {
    const own = findings.filter((finding) => finding.question === question && isAlone(finding, main));
    const measures = [...Map.groupBy(own, ({ measure, values }) => `${measure} ${values?.event ?? ""}`).values()];
    return measures.flatMap((same) => {
      const leading = leadingFinding(same);
      if (leading === undefined || leading.shown === "cannot-say") return [];
      return [main.find(({ id }) => id === leading.id) ?? leading];
    });
  });
}

/** A finding about an event is said beside others of the event: only the main one can stand alone. */
const isAlone = ({ question, id }: Finding, main: readonly Finding[]): boolean =>
  question !== "change" || main.some((one) => one.id === id);

/** Reads `?finding=<id>&finding=<id>`; ids that the release does not have are passed over. */
export function chosenFindings(findings: readonly Finding[], fields: URLSearchParams): PacketChoice {
  const able = choosable(findings);
  const asked = new Set(fields.getAll("finding").slice(0, 100));
  const chosen = able.filter(({ id }) => asked.has(id));
  if (chosen.length === 0) return { findings: mainChoice(findings).slice(0, mostChosen), isCut: false, query: "" };
  const taken = chosen.slice(0, mostChosen);
  const query = new URLSearchParams(taken.map(({ id }) => ["finding", id])).toString();
  return { findings: taken, isCut: chosen.length > mostChosen, query: `?${query}` };
}
