import document from "../vocabulary/header-words.json" with { type: "json" };

/** Who a header speaks of. */
export type HeaderRole = "person" | "officer";

/** What a header says, one word per idea. */
export type HeaderWords = {
  /** Ideas in the order written, without the words for people and officers and without numbers. */
  readonly words: readonly string[];
  /** Who is named, in the order written. */
  readonly roles: readonly HeaderRole[];
  /** Number at the end, as in `Weapon Used 3`. */
  readonly number?: number;
  /** Whether the header starts with whom it speaks of: `CitNum` names a person, `Num civilians` counts people. */
  readonly startsWithRole: boolean;
};

const ideaByWord = new Map<string, string>();
for (const [idea, written] of Object.entries(document.words)) for (const word of written) ideaByWord.set(word, idea);
const people = new Set(document.people);
const officers = new Set(document.officers);
const drop = new Set(document.drop);
const pairs = Object.entries(document.pairs);
const known = new Set([...ideaByWord.keys(), ...people, ...officers]);
const longKnown = [...known].filter((word) => word.length >= 4);

/** The one word that a written word stands for. */
export const ideaOf = (word: string): string => ideaByWord.get(word) ?? word;

/** Whether one letter added, lost, changed or swapped makes the two words equal. */
export function differByOneLetter(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || short === long) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  let end = 0;
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end++;
  const left = short.slice(start, short.length - end);
  const right = long.slice(start, long.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

/** A run of letters as known words: itself, a truncated or misspelt word, or several words written together. */
function splitRun(run: string): readonly string[] {
  if (known.has(run) || drop.has(run) || run.length < 4) return [run];
  for (let cut = run.length - 3; cut >= 3; cut--) {
    const head = run.slice(0, cut);
    if (!known.has(head)) continue;
    const tail = splitRun(run.slice(cut));
    if (tail.every((word) => known.has(word))) return [head, ...tail];
  }
  if (run.length >= 5) {
    const longer = longKnown.find((word) => word.startsWith(run));
    if (longer) return [longer];
  }
  const near = longKnown.filter((word) => differByOneLetter(run, word));
  const sameLength = near.filter((word) => word.length === run.length);
  const choices = sameLength.length > 0 ? sameLength : near;
  return new Set(choices.map(ideaOf)).size === 1 ? [choices[0] ?? run] : [run];
}

/** Reads a header: splits it into words, names each idea, and takes out who is meant. */
export function readHeader(header: string): HeaderWords {
  const text = header
    .replace(/ \(\d+\)$/, "")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .replace(/#/g, " number ")
    .replace(/([a-z])(\d+)\b/g, (whole, letter: string, digits: string) =>
      whole === "r2" ? whole : `${letter} ${digits}`,
    )
    .replace(/[^a-z0-9]+/g, " ");
  let spaced = ` ${text.trim()} `;
  for (const [written, meant] of pairs) spaced = spaced.replaceAll(` ${written} `, ` ${meant} `);
  const runs = spaced.trim().split(" ").filter(Boolean);

  const words: string[] = [];
  const roles: HeaderRole[] = [];
  let number: number | undefined;
  let startsWithRole = false;
  for (const run of runs.flatMap(splitRun)) {
    if (words.length === 0 && (people.has(run) || officers.has(run))) startsWithRole = true;
    if (/^\d+$/.test(run)) number = Number(run);
    else if (people.has(run)) roles.push("person");
    else if (officers.has(run)) roles.push("officer");
    else if (!drop.has(run) && (run.length > 1 || run === "x" || run === "y")) words.push(ideaOf(run));
  }
  const unique = [...new Set(words)];
  return { words: unique, roles: [...new Set(roles)], startsWithRole, ...(number === undefined ? {} : { number }) };
}

/** Header in lower case with punctuation as spaces: how `flags.json` writes headers. */
export const plainHeader = (header: string): string =>
  header
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
