import type { SourceColumn } from "./source-table.ts";

/**
 * Names the columns of a table from its header as published. Outer and repeated spaces go, a blank header becomes
 * `column N` and a repeated one `NAME (2)`; the header itself is kept beside the name.
 *
 * @param header cells of the header line
 * @param secondHeader cells of a second header line, when there is one
 */
export function nameColumns(header: readonly string[], secondHeader?: readonly string[]): SourceColumn[] {
  const taken = new Set<string>();
  return header.map((text, index) => {
    const tidy = tidyHeader(text) || `column ${index + 1}`;
    let name = tidy;
    for (let repeat = 2; taken.has(name); repeat += 1) name = `${tidy} (${repeat})`;
    taken.add(name);
    const second = secondHeader && tidyHeader(secondHeader[index] ?? "");
    return { name, header: text, sql: `c${index}`, ...(second ? { secondHeader: second } : {}) };
  });
}

/** A header without byte order marks, outer spaces and repeated spaces. */
export const tidyHeader = (text: string): string => text.replace(/[\s\u00a0\ufeff]+/g, " ").trim();
