/** Where the table begins in the first records of a file. */
export type Header = {
  /** Cells of the header line; empty texts when the file has no header. */
  readonly header: readonly string[];
  readonly secondHeader?: readonly string[];
  /** Records before the first data record: banner, blank and header lines. */
  readonly skip: number;
  /** Lines of text above the header, such as a title. */
  readonly banner: readonly string[];
  /** False when the first line already holds data. */
  readonly isNamed: boolean;
};

const deepestHeader = 30;

/** Numbers, dates, times, money, percentages and long identifiers: what data has and a header has not. */
const dataLike = /^[-+$(]?\d[\d.,:/\sTZ()%+-]*([ap]\.?m\.?)?$|^(true|false)$|^[0-9a-f]{16,}$/i;
const isFilled = (cell: string): boolean => cell.trim() !== "";
/** Words that stand for an empty cell: they say nothing about what a column holds. */
const isBlankWord = (cell: string): boolean => /^(-+|n\/?a|null|none|unknown|unk|u)$/i.test(cell.trim());
const isDataLike = (cell: string): boolean => dataLike.test(cell.trim());

/**
 * Finds the header among the first records of a table: the first record that fills at least half of the columns the
 * records below it fill. What stands above is a banner. A file whose first such record has the look of data in the
 * columns where data are numbers or dates is read as having no header.
 *
 * @param records first records of the file, blank lines as empty records
 * @returns undefined when there is no record with text
 */
export function findHeader(records: readonly (readonly string[])[]): Header | undefined {
  const width = Math.max(0, ...records.slice(0, deepestHeader).map((cells) => lastFilled(cells)));
  if (width === 0) return undefined;
  const typical = median(records.map((cells) => cells.filter(isFilled).length).filter((filled) => filled > 0));
  const needed = Math.max(Math.min(2, width), Math.ceil(typical / 2));
  const found = records.findIndex((cells) => cells.filter(isFilled).length >= needed);
  const at = found < 0 || found > deepestHeader ? records.findIndex((cells) => cells.some(isFilled)) : found;
  const first = records[at] ?? [];
  const below = records.slice(at + 1).filter((cells) => cells.some(isFilled));
  const banner = records
    .slice(0, at)
    .map((cells) => cells.filter(isFilled).join(" "))
    .filter(isFilled);

  if (looksLikeData(first, below)) return { header: first.map(() => ""), skip: at, banner, isNamed: false };
  const second = below[0];
  const isSecond = second !== undefined && isSecondHeader(first, second, below.slice(1));
  const skip = isSecond ? records.indexOf(second) + 1 : at + 1;
  return { header: first, ...(isSecond ? { secondHeader: second } : {}), skip, banner, isNamed: true };
}

/** Most cells of the line are numbers or dates, in columns that hold numbers or dates below as well. */
function looksLikeData(first: readonly string[], below: readonly (readonly string[])[]): boolean {
  const filled = first.filter(isFilled);
  const alike = first.filter((cell, index) => isDataLike(cell) && holdsData(below, index));
  // A header of years (2016, 2017, 2018) over counts is still a header.
  const years = filled.filter((cell) => /^(19|20)\d\d$/.test(cell.trim()));
  return alike.length - years.length >= Math.max(1, filled.length / 3);
}

/**
 * Whether the line under the header is a second header: all its cells are different texts, none of them occurs below,
 * and at least two columns (one in a narrow table) hold only numbers or dates below while here they hold a word.
 */
export function isSecondHeader(
  header: readonly string[],
  second: readonly string[],
  below: readonly (readonly string[])[],
): boolean {
  const filled = second.filter(isFilled).map((cell) => cell.trim());
  if (below.length === 0 || filled.length < Math.max(2, header.length / 2)) return false;
  if (filled.some((cell) => isDataLike(cell) || isBlankWord(cell)) || new Set(filled).size < filled.length * 0.9)
    return false;
  const recurring = second.filter((cell, index) => isFilled(cell) && below.some((cells) => cells[index] === cell));
  if (recurring.length > 0) return false;
  const contrast = second.filter((cell, index) => isFilled(cell) && holdsData(below, index));
  return contrast.length >= (header.length <= 3 ? 1 : 2);
}

/** At least nine in ten filled cells of a column, and no fewer than three, are numbers, dates or the like. */
function holdsData(records: readonly (readonly string[])[], index: number): boolean {
  const filled = records.map((cells) => cells[index] ?? "").filter((cell) => isFilled(cell) && !isBlankWord(cell));
  return filled.length >= 3 && filled.filter(isDataLike).length >= filled.length * 0.9;
}

const lastFilled = (cells: readonly string[]): number => cells.findLastIndex(isFilled) + 1;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
