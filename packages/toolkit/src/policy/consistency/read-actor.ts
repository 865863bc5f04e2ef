import { findPhrases } from "../checks/find-phrases.ts";
import actors from "./actors.json" with { type: "json" };

/** Who acts in a clause: the police, those who answer for them, somebody else, or nobody named. */
export type Actor = "police" | "supervisor" | "other" | "unnamed";

const opening =
  /^(?:\W|\d|\b[a-zA-Z][.)])*(?:if|when|whenever|where|after|before|while|during|following|upon|once|in|at|unless|except|for)\b[^,]{3,200},\s*/i;
const verb = /\b(?:may|can|shall|must|should|will|need|needs|is|are|has|have|does|do|chooses?|decides?)\b/i;

/**
 * Who acts in a sentence: the first of the persons named in `actors.json` before its verb, after a condition that opens
 * it. "A person may be held" names who is acted on and "notifying a supervisor" who is told, not who acts.
 *
 * @example readActor("When force is used, a supervisor may respond.") // "supervisor"
 */
export function readActor(sentence: string): Actor {
  const text = sentence.replace(opening, "");
  if (/^\W*(?:the\s+)?\w+ing\b/i.test(text)) return "unnamed";
  const at = text.search(verb);
  const before = at < 0 ? text : text.slice(0, at);
  const found = (["police", "supervisor", "other"] as const)
    .flatMap((actor) => findPhrases(actors[actor], before).map((mark) => ({ actor, ...mark })))
    .filter(({ end }) => !/^['’]s?\b/.test(before.slice(end)))
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  const actor = found[0]?.actor ?? "unnamed";
  const isPassive = at >= 0 && /^(?:(?:is|are)\b|\w+\s+(?:not\s+)?(?:\w+ly\s+)?be\b)/i.test(text.slice(at));
  return isPassive && actor === "other" ? "unnamed" : actor;
}
