import { createHash } from "node:crypto";
import { identifier, literal } from "../../release/engine.ts";

/** A column of a release table; its type as DESCRIBE names it. */
export type FilledColumn = {
  readonly name: string;
  readonly type: string;
  /** Whether some row has a value. A column without any gives the same number either way, only faster. */
  readonly isFilled: boolean;
};

/**
 * SQL: a 64-bit number that stands for the values of a row, each in its column. The cells' numbers are brought together
 * bit by bit: of a text or a fraction 64 bits of the MD5 of its text, worked out once for each of a column's different
 * words; of a whole number (an id, which is an MD5 already) or a date its two halves, each times a factor of the column.
 * Then the upper half times the lower is mixed in, so that values that change places between rows do not cancel out
 * when rows are summed.
 */
export function rowNumber(columns: readonly FilledColumn[], relation: string): string {
  const whole = columns.flatMap((column) => wholeNumber(column) ?? []);
  const texts = columns.filter((column) => wholeNumber(column) === undefined).map(textNumber);
  const parts = [...(texts.length > 0 ? [`CAST(${together(texts)} >> 64 AS UBIGINT)`] : []), ...whole];
  const number = `(SELECT ${together(parts)} AS n FROM ${relation})`;
  return `(SELECT xor(n, (n >> 32) * (n & 4294967295::UBIGINT)) AS number FROM ${number})`;
}

const together = (numbers: readonly string[]): string => numbers.reduce((left, right) => `xor(${left}, ${right})`);

/** No value gives the MD5 of the column's name alone, an empty text that of the name and a bar. */
function textNumber({ name, type, isFilled }: FilledColumn): string {
  if (!isFilled) return `md5_number(${literal(name)})`;
  const text = type === "VARCHAR" ? identifier(name) : `CAST(${identifier(name)} AS VARCHAR)`;
  return `md5_number(concat_ws('|', ${literal(name)}, ${text}))`;
}

function wholeNumber({ name, type }: FilledColumn): string | undefined {
  const cell = identifier(name);
  const signed = type === "DATE" ? `(${cell} - DATE '1970-01-01')` : cell;
  const isSigned = ["DATE", "TINYINT", "SMALLINT", "INTEGER", "BIGINT"].includes(type);
  if (!isSigned && type !== "UBIGINT") return undefined;
  const number = isSigned ? `CAST(CAST(${signed} AS HUGEINT) + 9223372036854775808 AS UBIGINT)` : cell;
  const digest = createHash("md5").update(name).digest();
  const halves = `xor((${number} >> 32) * ${oddFactor(digest, 0)}, (${number} & 4294967295::UBIGINT) * ${oddFactor(digest, 4)})`;
  return `coalesce(${halves}, ${digest.readBigUInt64BE(8)}::UBIGINT)`;
}

const oddFactor = (digest: Buffer, offset: number): string => `${(digest.readUInt32BE(offset) | 1) >>> 0}::UBIGINT`;
