import { type EventSubject, type Finding, findCode, isCodeListId, type PolicyEvent } from "@evenhand/standard";
import type { Words } from "../words.ts";

/** "It is about: Neck restraint.": which records a series of an event's subject counts, where that is known. */
export function subjectSentence(finding: Finding, event: PolicyEvent, words: Words): string | undefined {
  if (finding.measure !== "target" && finding.measure !== "comparison") return undefined;
  const titles = subjectsOf(finding, event).flatMap(({ field, codes }) =>
    codes.map((code) => subjectTitle(field, code, words)),
  );
  const key = finding.measure === "target" ? "about" : "unaffected";
  return titles.length === 0 ? undefined : words.say(`change.series.${key}`, { titles: words.list(titles) });
}

/** The subject that the finding names, written as `field=code|code`; else all of the event. */
function subjectsOf({ measure, values }: Finding, event: PolicyEvent): readonly EventSubject[] {
  const [, field, codes] = /^([\w.]+)=(.+)$/.exec(String(values?.subject ?? "")) ?? [];
  if (field !== undefined && codes !== undefined) return [{ field, codes: codes.split("|") }];
  return (measure === "target" ? event.about : event.unaffected) ?? [];
}

/** Title of a code of a list; an area, or a code that the list does not have, as it was written. */
function subjectTitle(field: string, code: string, { language }: Words): string {
  const list = field.split(".").at(-1) ?? "";
  const found = isCodeListId(list) ? findCode(list, code) : undefined;
  return (language === "es" ? found?.titleEs : found?.title) ?? code;
}
