import type { DocumentLimits } from "./document-limits.ts";

/** How far a reader is. */
export type ReadProgress = {
  /** 1 = first. */
  readonly page: number;
  readonly pages: number;
  /** Whether the page has no text of its own and its letters are being recognised. */
  readonly isScan: boolean;
};

/** What every reader is given beside the bytes. */
export type ReadContext = {
  readonly name: string;
  readonly sha256: string;
  readonly limits: DocumentLimits;
  readonly onProgress: (progress: ReadProgress) => void;
};
