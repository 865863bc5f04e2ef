import type { PolicyClause, PolicyDocument } from "../documents/policy-document.ts";

/**
 * A policy from a few plain lines, for the test texts of rules and for passages quoted by others: "# " begins a
 * heading, "- " an item of the line before it, every other line is a clause of its own.
 *
 * Not for documents: those have pages, columns and numbering, which `policy/documents` reads.
 */
export function textPolicy(text: string, name = "text"): PolicyDocument {
  const clauses: PolicyClause[] = [];
  let section: readonly string[] = [];
  let lead: string | undefined;
  let start = 0;
  for (const line of text.split("\n")) {
    const mark = /^(?:# |- )?\s*/.exec(line)?.[0] ?? "";
    const words = line.slice(mark.length).trimEnd();
    const place = {
      id: `c${clauses.length}`,
      text: words,
      start: start + mark.length,
      end: start + mark.length + words.length,
    };
    start += line.length + 1;
    if (words === "") continue;
    if (mark.startsWith("#")) section = [words];
    const term = /^["“]?([A-Z][\w ]{3,40}?)["”]?(?: means |: | [-–] )/.exec(words)?.[1];
    if (mark.startsWith("#")) clauses.push({ ...place, section, kind: "heading" });
    else if (mark.startsWith("-"))
      clauses.push({ ...place, section, kind: "item", ...(lead === undefined ? {} : { leadIn: lead }) });
    else
      clauses.push({
        ...place,
        section,
        kind: term === undefined ? "sentence" : "definition",
        ...(term === undefined ? {} : { term }),
      });
    if (!mark.startsWith("-")) lead = words;
  }
  return { name, sha256: "0".repeat(64), isReadable: true, text, policies: [{ title: section[0] ?? name, clauses }] };
}
