import settings from "./riverton-policy.json" with { type: "json" };

/** The version of 2020, and the one that took its place in 2023. */
export type RivertonPolicyVersion = "earlier" | "later";

type Clause = string | { readonly earlier?: string; readonly later?: string };

/**
 * Fictional Riverton's use-of-force policy as Markdown, in our own words. Not a model policy: the later version weakens
 * one duty and contradicts itself, so that an audit has something to find.
 */
export function rivertonPolicy(version: RivertonPolicyVersion): string {
  const { title, note, effective, sections } = settings;
  const parts = sections.flatMap(({ title: heading, clauses }) => [
    `## ${heading}`,
    ...clauses.flatMap((clause: Clause) => (typeof clause === "string" ? clause : (clause[version] ?? []))),
  ]);
  return `${[`# ${title}`, `Effective date: ${effective[version]}`, note, ...parts].reduce(joined)}\n`;
}

/** Items of one list follow each other; everything else stands apart. */
const joined = (text: string, line: string): string =>
  `${text}\n${line.startsWith("- ") && text.split("\n").at(-1)?.startsWith("- ") ? "" : "\n"}${line}`;

/** What people of fictional Riverton know of the other policies, as `register --register` takes it. */
export function rivertonRegister(agency: string): string {
  const { asOf, setBy, entries } = settings.register;
  const register = {
    formatVersion: 1,
    agency,
    asOf,
    entries: entries.map(({ kind, words, ...entry }) => ({ ...entry, evidence: [{ kind, words }], setBy })),
  };
  return `${JSON.stringify(register, null, 2)}\n`;
}

/** What was planted between the versions: ids of rules of the Evenhand rubric, for tests. */
export const rivertonPolicyTruths = settings.planted;
