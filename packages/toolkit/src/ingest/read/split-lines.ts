import type { Line } from "./assemble-records.ts";

/**
 * Cuts text that arrives in pieces into lines. A line ends with CR LF, LF or a lone CR (old Mac exports).
 *
 * @returns `push` gives the lines complete so far, `end` the last line when the file has no final line
 * end, `waiting` the length of the line not yet ended
 */
export function splitLines(): { push: (text: string) => Line[]; end: () => Line[]; waiting: () => number } {
  let rest = "";
  const cut = (text: string, last: boolean): Line[] => {
    const lines: Line[] = [];
    let start = 0;
    let feed = text.indexOf("\n");
    let carriage = text.indexOf("\r");
    for (;;) {
      if (feed >= 0 && feed < start) feed = text.indexOf("\n", start);
      if (carriage >= 0 && carriage < start) carriage = text.indexOf("\r", start);
      const at = feed < 0 ? carriage : carriage < 0 ? feed : Math.min(feed, carriage);
      if (at < 0) break;
      if (at === carriage && at === text.length - 1 && !last) break;
      const end = at === carriage ? (text[at + 1] === "\n" ? "\r\n" : "\r") : "\n";
      lines.push({ text: text.slice(start, at), end });
      start = at + end.length;
    }
    rest = text.slice(start);
    return lines;
  };
  return {
    push: (text) => cut(rest + text, false),
    /** Characters of the line that has not ended yet. */
    waiting: () => rest.length,
    end: () => {
      const lines = cut(rest, true);
      return rest === "" ? lines : [...lines, { text: rest, end: "" }];
    },
  };
}
