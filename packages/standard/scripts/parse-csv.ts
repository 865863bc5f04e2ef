/**
 * Rows of a CSV text as records by header, for the standard's own CSV files (RFC 4180 quoting, `\n` line ends).
 * Not for files of agencies: ingest reads those.
 */
export function parseCsv(text: string): Record<string, string>[] {
  const [header = [], ...rows] = cells(text);
  return rows.map((row, index) => {
    if (row.length !== header.length)
      throw new Error(`invalid row ${index + 1}; ${header.length} cells expected: ${row.join(",")}`);
    return Object.fromEntries(header.map((name, column) => [name, row[column] ?? ""]));
  });
}

function cells(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const match of text.matchAll(/("(?:[^"]|"")*"|[^,\n]*)(,|\n|$)/g)) {
    const [whole, cell = "", end] = match;
    if (whole === "" && row.length === 0) break;
    row.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
