import { textPolicy } from "../checks/text-policy.ts";
import type { PolicyDocument } from "../documents/policy-document.ts";
import { splitSentences } from "../documents/split-sentences.ts";

/** Sentences in which a coder, not the policy, speaks. */
const commentary =
  /^(?:does(?:n['’]t| not)|do(?:n['’]t| not)|bans?\b|policy (?:does|is|doesn)|there (?:is|are) no (?:requirement|mention|specific|explicit|duty|ban)|there isn|(?:no )?requirement to|no (?:explicit|mention)|not? (?:required|mention)|required to report|requires? (?:officers|only)|allows?\b|authorizes (?:chokeholds|strang)|prohibited,? (?:except|unless|"|“)?$|exceptions? allowed|officers (?:not required|encouraged|can still|required not|must warn|are allowed|should warn|can (?:use|shoot))|pointing (?:of firearms|a (?:weapon|firearm))[^.]* (?:not|unless)|de-?escalation (?:is|also|only)|states? that|mentions?\b|they are (?:directed|instructed)|(?:limits?|reasonable) (?:force|standard|but|,)|although\b|although|only bans|can (?:shoot|fire)|chokeholds? (?:banned|and strangleholds)|strang\w+ ?\/|while (?:reports|the original|new changes)|duty to report (?:and|but)|warning (?:is )?required|categorically|intervening and reporting|carotid restraint is|stricter standard|it['’]s described|the policy also|showing a weapon|starting point|see (?:p\.|page)|full statutes|see\b.*\bp\. ?\d|\(?p\. ?\d)/i;

/**
 * The policy's own words in a coder's note: what stands in quotation marks; where nothing does, everything but the
 * verdict word ("Yes.", "No.") and the sentences in which the coder speaks.
 */
export function policyWords(note: string): string {
  const judged = note.replace(/^\s*(?:yes|no)\b(?=\s*[.,:;"“-]|\s+[A-Z\d(])[\s.,:;-]*/i, "");
  const opens = judged.search(/["“]/);
  const before = opens < 0 ? "" : ownWords(judged.slice(0, opens));
  if (opens >= 0 && before.length < 80) {
    const last = Math.max(judged.lastIndexOf('"'), judged.lastIndexOf("”"));
    const from = /[.:)]\s*$/.test(before) ? "" : before;
    return ownWords(`${from} ${judged.slice(opens, last > opens + 25 ? last : undefined)}`.replaceAll(/["“”]/g, ""));
  }
  return ownWords(judged);
}

/** Without the sentences in which the coder speaks. */
const ownWords = (text: string): string =>
  text
    .split("\n")
    .map((line) =>
      splitSentences(line)
        .map(({ start, end }) => line.slice(start, end))
        .filter((sentence) => !commentary.test(sentence.trim()))
        .join(" "),
    )
    .join("\n");

const itemMark = /^\s*(?:[•·_*-]|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})\s?[.)])\s+/;

/** A quoted passage as a policy of clauses: lines joined into sentences, list items under the words that govern them. */
export function quotedPolicy(passage: string, name = "passage"): PolicyDocument {
  const lines: string[] = [];
  for (const line of passage.split("\n")) {
    if (line.trim() === "") lines.push("");
    else if (itemMark.test(line) || lines.length === 0 || lines.at(-1) === "") lines.push(line.trim());
    else lines[lines.length - 1] = `${lines.at(-1)} ${line.trim()}`;
  }
  const inline = lines.flatMap((line) =>
    line.replace(/([:;,.]|\bor|\band) +(?=\(?(?:\d{1,2}|[a-zA-Z])\s?[.)] )/g, "$1\n").split("\n"),
  );
  let hasLead = false;
  const out = inline
    .filter((line) => line !== "")
    .flatMap((line) => {
      const text = line.replace(itemMark, "");
      const isItem = itemMark.test(line) && hasLead;
      if (!isItem) hasLead = /:\s*$/.test(text);
      if (isItem) return [`- ${text}`];
      return splitSentences(text).map(({ start, end }) => text.slice(start, end));
    });
  return textPolicy(out.join("\n"), name);
}
