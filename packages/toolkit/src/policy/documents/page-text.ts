/** Words as a page shows them, with their place; points, y from the top of the page. */
export type TextRun = {
  readonly text: string;
  readonly x: number;
  /** Of the run's base line. */
  readonly y: number;
  readonly width: number;
  /** Of the letters. */
  readonly height: number;
  readonly isBold?: boolean;
};

/** One page of a document that has pages. */
export type PageText = {
  /** 1 = first. */
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly runs: readonly TextRun[];
  /** Mean confidence of recognised letters, 0–1; absent where the text is the file's own. */
  readonly confidence?: number;
};

/** A piece of a document that has no pages: a web page, a word-processor file, plain text. */
export type TextBlock = {
  readonly kind: "heading" | "paragraph" | "list-item";
  /** Depth of a heading or list, 1 = outermost. */
  readonly level: number;
  readonly text: string;
};

/** What a reader got out of a file, before anything is understood. Readers need Node or a browser; this is plain data. */
export type ReadText = {
  readonly name: string;
  /** Of the file's bytes, hexadecimal. */
  readonly sha256: string;
  readonly format: "pdf" | "scan" | "docx" | "html" | "markdown" | "text";
  /** For `pdf` and `scan`. */
  readonly pages?: readonly PageText[];
  /** For the other formats. */
  readonly blocks?: readonly TextBlock[];
};
