import type { Finding } from "@evenhand/standard";
import { groupPeople } from "../disparity/group-phrase.ts";
import { orderedRows } from "../ordered-rows.ts";
import { keyTitle } from "../titles.ts";
import type { Words } from "../words.ts";
import { movedRows } from "./mix-statement.ts";
import { ratioMoved } from "./ratio-moved.ts";

/** The three facts that stand together: how many, what kind, on whom. */
export type InShort = { readonly total: string; readonly mix: string; readonly groups: string };

const named = 3;

/** The three facts of an event as short phrases, each no further than its finding goes. */
export function inShort(ofEvent: readonly Finding[], words: Words): InShort {
  const find = (measure: string) => ofEvent.find((finding) => finding.measure === measure);
  return {
    total: totalPhrase(find("total"), words),
    mix: mixPhrase(find("kinds"), words),
    groups: groupsPhrase(find("by-group"), words),
  };
}

function totalPhrase(finding: Finding | undefined, words: Words): string {
  if (finding === undefined) return words.say("change.short.unknown");
  const { direction, claimLevel } = finding.values ?? {};
  if (finding.shown !== "full") return words.say("change.short.total.refused", { reason: shortReason(finding, words) });
  if (isNoStep(finding)) return words.say("change.short.total.bend");
  if (finding.caveats.includes("total-is-context")) return words.say("change.short.total.context");
  const isMoved = direction === "lower" || direction === "higher";
  if (isMoved && Number(claimLevel ?? 1) === 2) return words.say(`change.short.total.${direction}.partly`);
  if (isMoved && Number(claimLevel ?? 1) > 2) return words.say(`change.short.total.${direction}`);
  return words.say(`change.short.total.${direction === "about-the-same" ? direction : "cannot-tell"}`);
}

function shortReason({ reason = "other" }: Finding, words: Words): string {
  const key = `change.short.total.${reason}`;
  return words.say(words.has(key) ? key : "change.short.total.other");
}

function mixPhrase(finding: Finding | undefined, words: Words): string {
  if (finding === undefined) return words.say("change.short.unknown");
  if (finding.shown !== "full")
    return words.say("change.short.mix.not-compared", { reason: shortReason(finding, words) });
  const list = (direction: "lower" | "higher") =>
    words.list(
      movedRows(finding, direction)
        .slice(0, named)
        .map(({ key }) => keyTitle(key, finding, words)),
    );
  const [fell, rose] = [list("lower"), list("higher")];
  if (fell !== "" && rose !== "") return words.say("change.short.mix.moved", { fell, rose });
  if (fell !== "") return words.say("change.short.mix.fell", { fell });
  return rose === "" ? words.say("change.short.mix.none") : words.say("change.short.mix.rose", { rose });
}

function groupsPhrase(finding: Finding | undefined, words: Words): string {
  const reference = finding?.comparison?.reference;
  if (finding === undefined || reference === undefined) return words.say("change.short.unknown");
  if (finding.shown !== "full")
    return words.say("change.short.groups.not-compared", { reason: shortReason(finding, words) });
  const rows = orderedRows(finding, words).filter(({ key }) => key !== reference);
  const moved = rows.flatMap((row) => {
    const how = ratioMoved(row);
    const names = { people: groupPeople(row.key, words), reference: groupPeople(reference, words) };
    return how === "lower" || how === "higher" ? [words.say(`change.short.groups.${how}`, names)] : [];
  });
  if (moved.length > 0) return words.list(moved.slice(0, named));
  const compared = rows.map(ratioMoved).filter((how) => how !== "none");
  const isSame = compared.length > 0 && compared.every((how) => how === "same");
  return words.say(`change.short.groups.${isSame ? "same" : "unclear"}`);
}

const isNoStep = ({ caveats }: Finding): boolean =>
  caveats.includes("later-dates-as-strong") || caveats.includes("bend-fits-as-well");
