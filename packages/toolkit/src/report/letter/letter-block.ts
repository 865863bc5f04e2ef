/** A part of a letter, free of format. Text is plain; nothing in it is markup. */
export type LetterBlock =
  | { readonly kind: "title" | "heading" | "paragraph" | "check"; readonly text: string }
  | { readonly kind: "lines"; readonly lines: readonly string[] }
  | { readonly kind: "list"; readonly items: readonly LetterItem[] };

/** An item of a list: what it is, then what is said of it. */
export type LetterItem = { readonly name?: string; readonly text: string };

/** Blocks in one language. */
export type LetterPart = { readonly language: "en" | "es"; readonly blocks: readonly LetterBlock[] };
