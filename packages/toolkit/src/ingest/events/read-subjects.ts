import { codeLists, type EventSubject, fieldById, fields } from "@evenhand/standard";

/** Fields whose records can be told apart when a change is looked for. */
export const subjectFields = ["force_application.force_type", "incident.contact_reason"] as const;

/** What a cell names, and what is wrong with it, as the end of a sentence about the line. */
export type SubjectReading = {
  readonly subjects: readonly EventSubject[];
  readonly problems: readonly { readonly value: string; readonly what: string }[];
};

/**
 * Reads `force_application.force_type=neck_restraint|takedown; incident.contact_reason=traffic_stop`. A field may be
 * written without its entity, and a code with its title. What is not known is left out and said.
 *
 * @example readSubjects("force_type=takedown").subjects // [{ field: "force_application.force_type", codes: ["takedown"] }]
 */
export function readSubjects(text: string): SubjectReading {
  const problems: { value: string; what: string }[] = [];
  const found = new Map<string, string[]>();
  for (const part of text.split(";").map((piece) => piece.trim())) {
    if (part === "") continue;
    const at = part.indexOf("=");
    const field = at < 0 ? undefined : subjectField(part.slice(0, at).trim());
    if (field === undefined) {
      problems.push({ value: part, what: fieldProblem(part, at) });
      continue;
    }
    for (const word of part.slice(at + 1).split("|")) {
      const code = codeOf(field, word);
      if (code === undefined) problems.push({ value: word.trim(), what: codeProblem(field, word.trim()) });
      else found.set(field, [...(found.get(field) ?? []), code]);
    }
  }
  return { subjects: [...found].map(([field, codes]) => ({ field, codes: [...new Set(codes)] })), problems };
}

function subjectField(word: string): string | undefined {
  return subjectFields.find((id) => id === word || id.split(".")[1] === word);
}

function fieldProblem(part: string, at: number): string {
  const choices = subjectFields.join(" or ");
  if (at < 0) return `“${part}” does not say of which field it is: write ${subjectFields[0]}=takedown`;
  const word = part.slice(0, at).trim();
  const isKnown = fieldById(word) !== undefined || fields.some(({ name }) => name === word);
  return isKnown ? `a change is looked for in ${choices}, not in “${word}”` : `“${word}” is no field: use ${choices}`;
}

const plain = (word: string): string =>
  word
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/gu, "_");

/**
 * The code that a person wrote as a code or as its title.
 *
 * @example codeOf("force_application.force_type", "Takedown") // "takedown"
 */
export function codeOf(field: string, word: string): string | undefined {
  const list = fieldById(field)?.codeList;
  if (list === undefined) return undefined;
  const wanted = plain(word);
  return codeLists[list].codes.find(
    ({ code, title, titleEs }) => code === wanted || plain(title) === wanted || plain(titleEs) === wanted,
  )?.code;
}

const codeProblem = (field: string, word: string): string =>
  word === "" ? `“${field}=” names no code` : `“${word}” is no code of ${field} (evenhand dictionary lists them)`;
