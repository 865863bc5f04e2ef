/** One record of a CSV: cells are quoted only where RFC 4180 asks for it. */
export const csvLine = (cells: readonly string[]): string => cells.map(csvCell).join(",");

function csvCell(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
