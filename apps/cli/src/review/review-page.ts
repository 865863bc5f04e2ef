import { basename } from "node:path";
import type { ReviewEvent, ReviewHistory } from "@evenhand/toolkit/policy/review/review-event";
import { standingVerdict } from "@evenhand/toolkit/policy/review/standing-verdict";
import type { ReviewedProvision, ReviewLine, ReviewPage } from "@evenhand/toolkit/report/review/review-page";
import type { Language } from "../arguments.ts";
import { reviewBeside } from "../review-beside.ts";
import type { OpenAudit } from "./open-audit.ts";
import type { OpenHistory } from "./open-history.ts";
import { ruleQuestions } from "./rule-questions.ts";

function line(event: ReviewEvent): ReviewLine {
  const { kind, at, who, provision } = event;
  const text = "text" in event ? event.text : event.reason;
  return { kind, at, who, provision, ...("verdict" in event ? { verdict: event.verdict } : {}), text };
}

/** Every provision of the audit, where one is given, else of the history; in their order. */
export function reviewedProvisions(
  history: ReviewHistory,
  opened: OpenAudit | undefined,
  language: Language,
): readonly ReviewedProvision[] {
  const ids = opened?.audit.provisions.map(({ id }) => id) ?? [...new Set(history.map(({ provision }) => provision))];
  return ids.flatMap((id) => {
    const counted = opened === undefined ? {} : { documents: opened.documents };
    const review = reviewBeside(history, id, { language, ...counted });
    if (review === undefined) return [];
    const machine = standingVerdict(history, id, counted)?.machine;
    const quoted = opened?.audit.provisions.find((provision) => provision.id === id);
    return [
      {
        id,
        question: ruleQuestions[id]?.[language] ?? id,
        ...(machine === undefined ? {} : { machine }),
        ...(quoted === undefined ? {} : { quoted }),
        review,
      },
    ];
  });
}

/** A review as plain words and numbers, for its page. */
export function reviewPage(
  { path, history, head }: OpenHistory,
  opened: OpenAudit | undefined,
  { language, date }: { readonly language: Language; readonly date: string },
): ReviewPage {
  return {
    language,
    date,
    history: { name: basename(path), head },
    provisions: reviewedProvisions(history, opened, language),
    events: history.map(line),
  };
}
