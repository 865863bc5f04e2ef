import type { Finding } from "@evenhand/standard";
import type { Words } from "../words.ts";

/** A date as far as it is known, with its preposition: "on June 1, 2020", "in June 2020". */
export function onDate(date: string, words: Words, kind: "on" | "since" = "on"): string {
  const { precision, text } = dateText(date, words);
  return words.say(`change.${kind}.${precision}`, { date: text });
}

/** A date as far as it is known: "June 1, 2020", "June 2020" or "2020"; anything else as it was given. */
export function dateText(date: string, words: Words): { readonly precision: "day" | "month" | "year"; text: string } {
  const isReal = !Number.isNaN(Date.parse(date));
  if (isReal && /^\d{4}-\d{2}-\d{2}/.test(date)) return { precision: "day", text: words.date(date.slice(0, 10)) };
  if (isReal && /^\d{4}-\d{2}$/.test(date)) return { precision: "month", text: words.month(date) };
  return { precision: "year", text: date };
}

const asked = ["policy", "practice", "training"];

const kindOf = ({ values }: Finding): string => {
  const kind = String(values?.eventKind ?? "policy");
  return asked.includes(kind) ? kind : "policy";
};

/**
 * "the rule took effect on June 1, 2020": the event of a finding as a clause, with the agencies that it concerns where
 * only their records are counted.
 */
export function eventPhrase(finding: Finding, words: Words): string {
  const event = plainPhrase(finding, words);
  const agencies = String(finding.values?.eventAgency ?? "")
    .split("|")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  if (agencies.length === 0) return event;
  return words.say("change.event.agencies", { event, agencies: words.list(agencies) });
}

function plainPhrase(finding: Finding, words: Words): string {
  const from = finding.values?.eventFrom === "adopted" ? "adopted" : "effective";
  const on = onDate(String(finding.values?.eventDate ?? ""), words);
  return words.say(`change.event.${kindOf(finding)}.${from}`, { on });
}

/** "the rule": what the event of a finding is called for short. */
export const eventNoun = (finding: Finding, words: Words): string => words.say(`change.noun.${kindOf(finding)}`);

/** What happened, as it was entered, in the reader's language where it was entered in it. */
export function eventWhat({ values }: Finding, words: Words): string {
  const { event = "", eventWhat: what = event, eventWhatEs } = values ?? {};
  return String(words.language === "es" && eventWhatEs !== undefined ? eventWhatEs : what);
}
