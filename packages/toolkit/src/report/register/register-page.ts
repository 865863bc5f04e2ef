import type { Language } from "@evenhand/standard";

/** Whether the public can read a policy. */
export type ListedStatus = "public" | "partly" | "title-only" | "withheld" | "not-found";

/** Every status, from open to missing. */
export const statusOrder: readonly ListedStatus[] = ["public", "partly", "title-only", "withheld", "not-found"];

/** Where something was seen, or who said it. */
export type ListedEvidence = {
  readonly kind:
    | "policy"
    | "section"
    | "passage"
    | "reference"
    | "listed-title"
    | "unreadable"
    | "said-by-department"
    | "said-by-person";
  readonly document?: string;
  readonly page?: number;
  /** As written there. */
  readonly words: string;
};

/** A policy, as the page lists it; texts in the language of the page, evidence as written. */
export type ListedPolicy = {
  readonly title: string;
  readonly status: ListedStatus;
  readonly evidence: readonly ListedEvidence[];
  /** Why it matters; absent for policies that others only name. */
  readonly why?: string;
  /** Whether it is one of the policies looked for everywhere. */
  readonly isExpected: boolean;
  /** What the program found, where a person set another status. */
  readonly found?: ListedStatus;
  readonly setBy?: string;
  readonly note?: string;
};

/** One policy to ask for, in both languages: the letter is in English, whoever sends it. */
export type AskedPolicy = {
  readonly title: Readonly<Record<Language, string>>;
  readonly ask: Readonly<Record<Language, string>>;
};

/** What the page of a register is made from. */
export type RegisterPage = {
  readonly language: Language;
  readonly agency: string;
  /** ISO date on which it was true. */
  readonly asOf: string;
  readonly policies: readonly ListedPolicy[];
  readonly documents: readonly { readonly name: string; readonly isReadable: boolean }[];
  /** What a letter can ask for: everything that is not public, what is looked for everywhere first. */
  readonly request?: readonly AskedPolicy[];
};
