import { type CellState, emptyRecord, splitCells, splitDamagedLine } from "./split-cells.ts";

/** A line of a text file and the characters that ended it. */
export type Line = { readonly text: string; readonly end: string };

/** One record of a delimited file. A blank line is a record without cells. */
export type TextRecord = {
  /** Physical line it starts at, 1 = first line of the file. */
  readonly line: number;
  /** The line or lines as published, without the last line end. */
  readonly text: string;
  readonly cells: () => readonly string[];
  /** How many cells it has. */
  readonly count: number;
  /** It has no quotes: the text between two delimiters is a cell. */
  readonly isPlain: boolean;
  /** Quotes did not pair up and were read as text. */
  readonly damaged: boolean;
  /** Physical lines it covers. */
  readonly lines: number;
};

export type AssembleOptions = {
  readonly delimiter: string;
  /** Cells of a complete record; undefined while the header is still unknown. */
  readonly width?: number;
  /** Longest cell, in characters. */
  readonly cellLength: number;
  readonly emit: (record: TextRecord) => void;
};

/** Lines that one quoted cell may cover before its opening quote counts as a stray. */
const longestCellLines = 2_000;

/** A record of this many columns whose every line is a whole record by itself is taken apart again. */
const surelySwallowedWidth = 5;

/**
 * Puts lines together to records. A quote that is never closed, or closed in the middle of a later line's cell, does
 * not swallow what follows: its line is read with the quote as text and the next line starts anew.
 *
 * @returns `push` for the next line in order, `end` after the last one
 */
export function assembleRecords(options: AssembleOptions): { push: (line: Line) => void; end: () => void } {
  const { delimiter, emit } = options;
  let next = 1;
  let waiting: Line[] = [];
  let state: CellState = emptyRecord();
  /** Lines still to be read, the next one last: those after a stray quote are read again. */
  const queue: Line[] = [];

  const give = (text: string, cells: readonly string[], lines: number, damaged: boolean): void => {
    emit({ line: next, text, cells: () => cells, count: cells.length, isPlain: false, damaged, lines });
    next += lines;
    waiting = [];
    state = emptyRecord();
  };
  const giveUp = (): void => {
    const [first, ...rest] = waiting;
    queue.push(...rest.reverse());
    if (first) give(first.text, splitDamagedLine(first.text, delimiter), 1, true);
  };
  const read = (line: Line): void => {
    if (waiting.length === 0 && !line.text.includes('"')) {
      const { text } = line;
      const cells = (): readonly string[] => (text === "" ? [] : text.split(delimiter));
      emit({ line: next, text, cells, count: countCells(text, delimiter), isPlain: true, damaged: false, lines: 1 });
      next += 1;
      return;
    }
    const before = waiting.at(-1);
    if (before) state.field += before.end;
    waiting.push(line);
    state = splitCells(line.text, delimiter, state);
    const tooLong = waiting.length > longestCellLines || state.field.length > options.cellLength;
    if (state.state === "damaged" || tooLong) giveUp();
    else if (state.state === "done") {
      if (isSwallowed(waiting, options)) giveUp();
      else give(joined(waiting), state.cells, waiting.length, false);
    }
  };
  const drain = (): void => {
    for (let line = queue.pop(); line; line = queue.pop()) read(line);
  };
  return {
    push: (line) => {
      queue.push(line);
      drain();
    },
    end: () => {
      while (waiting.length > 0) {
        giveUp();
        drain();
      }
    },
  };
}

function countCells(text: string, delimiter: string): number {
  if (text === "") return 0;
  let count = 1;
  for (let at = text.indexOf(delimiter); at >= 0; at = text.indexOf(delimiter, at + 1)) count += 1;
  return count;
}

const joined = (lines: readonly Line[]): string =>
  lines.map((line, index) => (index === lines.length - 1 ? line.text : line.text + line.end)).join("");

/** Every line of a record of many columns is a whole record by itself: an unclosed quote met another quote by luck. */
function isSwallowed(lines: readonly Line[], { delimiter, width = 0 }: AssembleOptions): boolean {
  if (lines.length < 3 || width < surelySwallowedWidth) return false;
  return lines.every((line) => splitDamagedLine(line.text, delimiter).length === width);
}
