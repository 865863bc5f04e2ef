/** A record being read. `open`: the text ended inside quotes; `damaged`: a closing quote is followed by text. */
export type CellState = { cells: string[]; field: string; state: "done" | "open" | "damaged" };

/** A record of which nothing has been read. */
export const emptyRecord = (): CellState => ({ cells: [], field: "", state: "done" });

/**
 * Splits one line into cells as RFC 4180 has it, with DuckDB's tolerance for spaces around quotes. Give the state of
 * an `open` record back, with the line end put into `field`, to go on with the next line.
 *
 * Source: RFC 4180, section 2. Not for damaged lines: see {@link splitDamagedLine}.
 *
 * @example splitCells('1,"a ""b""",2', ",").cells // ["1", 'a "b"', "2"]
 */
export function splitCells(line: string, delimiter: string, from: CellState = emptyRecord()): CellState {
  const { cells } = from;
  let { field } = from;
  let at = 0;
  let inside = from.state === "open";
  for (;;) {
    if (!inside) {
      const start = quoteStart(line, at);
      if (start < 0) {
        const end = line.indexOf(delimiter, at);
        cells.push(end < 0 ? line.slice(at) : line.slice(at, end));
        if (end < 0) return { cells, field: "", state: "done" };
        at = end + 1;
        continue;
      }
      at = start + 1;
      field = "";
    }
    inside = false;
    for (;;) {
      const quote = line.indexOf('"', at);
      if (quote < 0) return { cells, field: field + line.slice(at), state: "open" };
      field += line.slice(at, quote);
      at = quote + 1;
      if (line[at] !== '"') break;
      field += '"';
      at += 1;
    }
    const close = skipSpaces(line, at);
    cells.push(field);
    if (close === line.length) return { cells, field: "", state: "done" };
    if (line[close] !== delimiter) return { cells, field, state: "damaged" };
    at = close + 1;
  }
}

/**
 * Splits a line whose quotes do not pair up: a cell with a proper pair is read as such, in any other cell the quote
 * is text like any other.
 *
 * @example splitDamagedLine('1,"x,3', ",") // ["1", '"x', "3"]
 */
export function splitDamagedLine(line: string, delimiter: string): string[] {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    const paired = /^ *"((?:[^"]|"")*)" */.exec(line.slice(at));
    const after = at + (paired?.[0].length ?? 0);
    if (paired && (after === line.length || line[after] === delimiter)) {
      cells.push((paired[1] ?? "").replaceAll('""', '"'));
      if (after === line.length) return cells;
      at = after + 1;
      continue;
    }
    const end = line.indexOf(delimiter, at);
    cells.push(end < 0 ? line.slice(at) : line.slice(at, end));
    if (end < 0) return cells;
    at = end + 1;
  }
}

const skipSpaces = (line: string, from: number): number => {
  let at = from;
  while (line[at] === " ") at += 1;
  return at;
};

function quoteStart(line: string, from: number): number {
  const at = skipSpaces(line, from);
  return line[at] === '"' ? at : -1;
}
