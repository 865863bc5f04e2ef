/** One cell and the sign that ends it: quoted, with doubled quotation marks, or bare. */
const cellPattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;

/** Rows of a CSV text (RFC 4180) as records by column name. For labels; `ingest` reads what departments publish. */
export function parseCsv(text: string): Record<string, string>[] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [all, quoted, bare, end] of text.matchAll(cellPattern)) {
    if (all === "" && row.length === 0) continue;
    row.push(quoted?.replaceAll('""', '"') ?? bare ?? "");
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  const [names = [], ...records] = rows;
  return records.map((cells) => Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ""])));
}
