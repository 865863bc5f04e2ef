import type { PolicyDocument, UnreadableDocument } from "../policy/documents/policy-document.ts";
import type { ReadProgress } from "./read-context.ts";

/** What the worker that reads a document says. */
export type WorkerMessage =
  | { readonly kind: "progress"; readonly progress: ReadProgress }
  /** The file is read; what fails from here on is our own mistake. */
  | { readonly kind: "read" }
  | { readonly kind: "document"; readonly document: PolicyDocument | UnreadableDocument };
