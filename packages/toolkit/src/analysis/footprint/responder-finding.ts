import type { Finding } from "@evenhand/standard";
import { wilsonInterval } from "../../stats/shares/wilson-interval.ts";
import { cannotSay } from "../build-finding.ts";
import type { QuestionContext } from "../question.ts";

/**
 * What alternative responders reported of themselves: calls taken, police called in, injuries. Rows are teams; none when
 * no table was given. Their calls are not those that police would have had: never set against force as if they were.
 */
export function responderFinding(context: QuestionContext): readonly Finding[] {
  const responders = context.responders ?? [];
  if (responders.length === 0) return [];
  const subject = {
    question: "footprint",
    measure: "responders",
    unit: "incidents",
    method: "responder-results",
  } as const;
  const { reason: _, ...frame } = cannotSay(context, subject, "no-records");
  const calls = responders.reduce((sum, responder) => sum + responder.calls, 0);
  return [
    {
      ...frame,
      rows: responders.map(({ team, from, to, calls, policeBackup, injuries }) => {
        const range = policeBackup === undefined || calls === 0 ? undefined : wilsonInterval(policeBackup, calls);
        return {
          key: team,
          key2: `${from}/${to}`,
          count: calls,
          ...(range === undefined || policeBackup === undefined ? {} : { share: policeBackup / calls, range }),
          figures: {
            ...(policeBackup === undefined ? {} : { backup: policeBackup }),
            ...(injuries === undefined ? {} : { injuries }),
          },
        };
      }),
      denominator: calls,
      total: calls,
      shown: "full",
      caveats: ["responders-own-account"],
      values: { sources: responders.map(({ source }) => source).join("; ") },
    },
  ];
}
