/** Whether the public can read a policy. */
export type PolicyStatus = "public" | "partly" | "title-only" | "withheld" | "not-found";

/** Every status, from open to missing. */
export const policyStatuses: readonly PolicyStatus[] = ["public", "partly", "title-only", "withheld", "not-found"];

/** What a status stands on. */
export type RegisterEvidence = {
  readonly kind:
    | "policy"
    | "section"
    | "passage"
    | "reference"
    | "listed-title"
    | "unreadable"
    | "said-by-department"
    | "said-by-person";
  /** Name of the document. */
  readonly document?: string;
  readonly sha256?: string;
  readonly page?: number;
  /** Title, heading or words as they stand there. */
  readonly words: string;
};

/** One policy in a register. */
export type RegisterEntry = {
  /** Id of the expected policy; absent for others that are only named somewhere. */
  readonly id?: string;
  readonly title: { readonly en: string; readonly es: string };
  readonly status: PolicyStatus;
  readonly evidence: readonly RegisterEvidence[];
  /** What the program found, in its latest reading. Absent for entries that a person added. */
  readonly found?: PolicyStatus;
  /** Who set the status, where a person did. */
  readonly setBy?: string;
  /** What a person wrote beside it. */
  readonly note?: string;
};

/** Which policies a department has that the public can read; kept as JSON beside the documents. */
export type PolicyRegister = {
  readonly formatVersion: 1;
  readonly agency: string;
  /** ISO date on which it was true. */
  readonly asOf: string;
  readonly entries: readonly RegisterEntry[];
};
