import expected from "./expected-policies.json" with { type: "json" };
import type { PolicyRegister, PolicyStatus, RegisterEntry } from "./policy-register.ts";
import words from "./register-words.json" with { type: "json" };
import { missingEntries } from "./validate-register.ts";

/** One thing to ask for. */
export type RequestItem = {
  readonly id?: string;
  readonly title: { readonly en: string; readonly es: string };
  readonly status: Exclude<PolicyStatus, "public">;
  /** What to write in the letter. */
  readonly ask: { readonly en: string; readonly es: string };
  /** Why it matters; absent for policies that are only named in others. */
  readonly why?: { readonly en: string; readonly es: string };
  /** Source of the expectation. */
  readonly source?: string;
};

/** What to ask a department for, as data for a letter. */
export type PolicyRequest = { readonly agency: string; readonly asOf: string; readonly items: readonly RequestItem[] };

/**
 * What to ask for, from a register: everything that is not public, expected policies first. The letter itself, with the
 * records law of the state, is made elsewhere from this.
 */
export function requestPolicies(register: PolicyRegister): PolicyRequest {
  const items = missingEntries(register).flatMap((entry) =>
    entry.status === "public" ? [] : [requestItem(entry, entry.status)],
  );
  return {
    agency: register.agency,
    asOf: register.asOf,
    items: [...items.filter(({ id }) => id !== undefined), ...items.filter(({ id }) => id === undefined)],
  };
}

/** Why an expected policy matters; undefined for others. */
export const expectedReason = (id: string | undefined): { readonly en: string; readonly es: string } | undefined =>
  expected.find((policy) => policy.id === id)?.why;

function requestItem({ id, title, evidence }: RegisterEntry, status: RequestItem["status"]): RequestItem {
  const known = expected.find((policy) => policy.id === id);
  const where = evidence.find(({ document }) => document !== undefined)?.document;
  const isPassage = status === "partly" && evidence.every(({ kind }) => kind === "passage");
  const ask = (language: "en" | "es"): string =>
    words[language].ask[isPassage ? "passage" : status]
      .replaceAll("{title}", () => title[language])
      .replaceAll("{where}", () => where ?? words[language].elsewhere);
  return {
    ...(id === undefined ? {} : { id }),
    title,
    status,
    ask: { en: ask("en"), es: ask("es") },
    ...(known === undefined ? {} : { why: known.why, source: known.source }),
  };
}
