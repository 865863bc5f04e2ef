import type { UnreadableReason } from "../policy/documents/policy-document.ts";

/** A file cannot be read and its reader says why; becomes an `UnreadableDocument`, never a crash. */
export class DocumentTrouble extends Error {
  override readonly name = "DocumentTrouble";
  readonly reason: UnreadableReason;

  constructor(reason: UnreadableReason, detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.reason = reason;
  }
}
