/** White space that published files pad with: the ASCII kind, no-break and typographic spaces, byte order mark. */
const spaces = "\\u0009-\\u000d \\u0085\\u00a0\\u1680\\u2000-\\u200b\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";
const spaceRun = new RegExp(`[${spaces}]+`, "gu");
const spaceEnds = new RegExp(`^[${spaces}]+|[${spaces}]+$`, "gu");

const sqlSpaces = `[${spaces.replaceAll(/\\u([0-9a-f]{4})/g, "\\x{$1}")}]`;

/** Letters that are made small: A–Z and the accented capitals of Latin-1, each to exactly one other letter. */
const capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ";
const smalls = capitals.toLowerCase();
const smallOf = new Map([...capitals].map((letter, index) => [letter, smalls[index] ?? letter]));
const capital = new RegExp(`[${capitals}]`, "gu");

/**
 * The form in which values are looked up: outer white space gone, inner runs made one space, A–Z and Latin-1 capitals
 * made small. Letters of other scripts stay as they are, so that the SQL twin can agree on every text.
 * @example normaliseValue("  Held  Suspect\nDown ") // "held suspect down"
 */
export function normaliseValue(text: string): string {
  return text
    .replace(spaceRun, " ")
    .replace(spaceEnds, "")
    .replace(capital, (letter) => smallOf.get(letter) ?? letter);
}

/**
 * The DuckDB twin of {@link normaliseValue}: an expression that normalises `expression`, NULL for NULL.
 * Apply it to distinct values, not to every row: it costs three passes over the text.
 */
export function normaliseSql(expression: string): string {
  const one = `regexp_replace(${expression}, '${sqlSpaces}+', ' ', 'g')`;
  const text = `trim(${one}, ' ')`;
  return `CASE WHEN strlen(${text}) = length(${text}) THEN lower(${text}) ELSE translate(${text}, '${capitals}', '${smalls}') END`;
}
