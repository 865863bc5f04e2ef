import { createHash } from "node:crypto";
import { identifier, literal } from "../../release/engine.ts";

/** A column of a release table; its type as DESCRIBE names it. */
export type FilledColumn = {
  readonly name: string;
  readonly type: string;
  /** Whether some row has a value. A column without any gives the same number either way, only faster. */
  readonly isFilled: boolean;
  /** Whether every row is known to have a value: the same number, only faster. */
  readonly isComplete?: boolean;
  /** The value of every row, as text, where it is known to be one: the same number of a column of texts, only faster. */
  readonly constant?: string;
};

/**
 * SQL: a 64-bit number that stands for the values of a row, each in its column. The cells' numbers are brought together
 * bit by bit: of a text or a fraction 64 bits of the MD5 of its text, worked out once for each of a column's different
 * words; of a whole number (an id, which is an MD5 already) or a date its two halves, each times a factor of the column.
 * Then the upper half times the lower is mixed in, so that values that change places between rows do not cancel out
 * when rows are summed.
 */
export function rowNumber(columns: readonly FilledColumn[], relation: string): string {
  const known = columns.flatMap((column) => knownNumber(column) ?? []);
  const filled = columns.filter((column) => knownNumber(column) === undefined);
  const whole = filled.filter(isWhole).map(wholeNumber);
  const texts = filled.filter((column) => !isWhole(column)).map(textNumber);
  const constant = `${known.reduce((left, right) => left ^ right, 0n)}::UBIGINT`;
  const parts = [...(texts.length > 0 ? [`CAST(${together(texts)} >> 64 AS UBIGINT)`] : []), ...whole, constant];
  const number = `(SELECT ${together(parts)} AS n FROM ${relation})`;
  return `(SELECT xor(n, (n >> 32) * (n & 4294967295::UBIGINT)) AS number FROM ${number})`;
}

const together = (numbers: readonly string[]): string => numbers.reduce((left, right) => `xor(${left}, ${right})`);

const md5 = (text: string): Buffer => createHash("md5").update(text).digest();

const isWhole = ({ type }: FilledColumn): boolean =>
  ["DATE", "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UBIGINT"].includes(type);

/** The number of a cell without a value: eight bytes of the MD5 of the column's name, of a text as DuckDB reads them. */
const noValue = (column: FilledColumn): bigint =>
  isWhole(column) ? md5(column.name).readBigUInt64BE(8) : md5(column.name).readBigUInt64LE(8);

/** The number that every cell of a column has, where that is known. */
function knownNumber(column: FilledColumn): bigint | undefined {
  if (!column.isFilled) return noValue(column);
  if (column.type !== "VARCHAR" || column.constant === undefined) return undefined;
  return md5(`${column.name}|${column.constant}`).readBigUInt64LE(8);
}

/** No value gives the MD5 of the column's name alone, an empty text that of the name and a bar. */
function textNumber({ name, type, isComplete }: FilledColumn): string {
  const text = type === "VARCHAR" ? identifier(name) : `CAST(${identifier(name)} AS VARCHAR)`;
  if (isComplete) return `md5_number(${literal(`${name}|`)} || ${text})`;
  return `md5_number(concat_ws('|', ${literal(name)}, ${text}))`;
}

function wholeNumber(column: FilledColumn): string {
  const number = unsigned(column);
  const digest = md5(column.name);
  const halves = `xor((${number} >> 32) * ${oddFactor(digest, 0)}, (${number} & 4294967295::UBIGINT) * ${oddFactor(digest, 4)})`;
  return column.isComplete ? halves : `coalesce(${halves}, ${noValue(column)}::UBIGINT)`;
}

/** SQL: a whole number moved up by 2^63; those of at most 32 bits without the wide numbers that this would need. */
function unsigned({ name, type }: FilledColumn): string {
  const cell = identifier(name);
  if (type === "UBIGINT") return cell;
  if (type === "BIGINT") return `CAST(CAST(${cell} AS HUGEINT) + 9223372036854775808 AS UBIGINT)`;
  const signed = type === "DATE" ? `(${cell} - DATE '1970-01-01')` : cell;
  return `(CAST(CAST(${signed} AS BIGINT) + 2147483648 AS UBIGINT) + 9223372034707292160::UBIGINT)`;
}

const oddFactor = (digest: Buffer, offset: number): string => `${(digest.readUInt32BE(offset) | 1) >>> 0}::UBIGINT`;
