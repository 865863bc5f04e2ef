import { literal } from "../../release/engine.ts";
import { type CodedField, codeType, orderedCodes, reasonOrder } from "./coded-field.ts";
import type { SourceRows } from "./source-rows.ts";

/** Where the codes and reasons of a field stand in a number: from `shift` on a bit each, the codes first. */
export type BitField = {
  readonly field: CodedField;
  readonly shift: number;
  /** Those that some cell gives, in the order of their type. */
  readonly codes: readonly string[];
  readonly reasons: readonly string[];
};

/** SQL: a number that holds what a row says of several fields, and where each stands in it. */
export type CodeBits = { readonly sql: string; readonly fields: readonly BitField[] };

/** Bits that a BIGINT has without its sign, and codes of one field whose sets a list of {@link unpacked} has room for. */
const mostBits = 62;
const mostCodes = 10;

/**
 * Brings the fields of a row together in one number. The numbers of all rows that speak of one thing, brought together
 * with `bit_or`, then hold what they say of it: one aggregate instead of two or three a field.
 *
 * @param fields those whose first row counts are left out, as are those that need more than one column
 * @returns the fields that found room, none where several tables speak of the same things
 */
export function codeBits(rows: SourceRows, fields: readonly CodedField[]): CodeBits {
  const found: BitField[] = [];
  const numbers: string[] = [];
  let shift = 0;
  for (const field of rows.isAlone ? fields : []) {
    const given = field.merge === "first" ? undefined : rows.words(field.field);
    if (given === undefined) continue;
    const said = new Set(given.words.values());
    const codes = orderedCodes(field.codeList).filter((code) => said.has(code));
    const reasons = reasonOrder.filter((reason) => said.has(`?${reason}`));
    if (codes.length > mostCodes || shift + codes.length + reasons.length > mostBits) continue;
    found.push({ field, shift, codes, reasons });
    const places = new Map([...codes, ...reasons.map((reason) => `?${reason}`)].map((word, place) => [word, place]));
    numbers.push(numberOf(given, places, shift));
    shift += places.size;
  }
  return { sql: numbers.join(" | ") || "0", fields: found };
}

/** SQL: the bit of what a cell says. */
function numberOf(
  { cell, words }: NonNullable<ReturnType<SourceRows["words"]>>,
  places: ReadonlyMap<string, number>,
  shift: number,
): string {
  const bit = (word: string | undefined): bigint => {
    const place = places.get(word ?? "");
    return place === undefined ? 0n : 1n << BigInt(shift + place);
  };
  const raw = [...words.keys()].map(literal).join(", ");
  const bits = [...words.values()].map(bit).join(", ");
  const number = `map([${raw}]::VARCHAR[], [${bits}]::BIGINT[])[${cell()}]`;
  return words.has("") ? `coalesce(${number}, ${bit(words.get(""))})` : number;
}

const variableOf = (kind: string, name: string): string => `bits_${kind}_${name}`;

/**
 * Statements that {@link unpacked} needs: for each field variables of the engine that hold, by the set of its bits, the
 * least of its codes, the greatest, and the least of its reasons.
 */
export function bitStatements(kind: string, fields: readonly BitField[]): readonly string[] {
  const list = (words: readonly string[], type: string, index: string) =>
    `list_transform(range(${2 ** words.length}), lambda b: CASE WHEN b > 0 THEN ([${words.map(literal).join(", ")}]::${type}[])[${index}] END)`;
  const lowest = "bit_count((b & -b) - 1) + 1";
  const highest = "len(bin(b))";
  return fields.flatMap(({ field: { column, codeList }, codes, reasons }) =>
    [
      [column, list(codes, codeType(codeList), lowest)],
      [`${column}_highest`, list(codes, codeType(codeList), highest)],
      [`${column}_missing`, list(reasons, "missing_reason", lowest)],
    ].map(([name, sql]) => `SET VARIABLE ${variableOf(kind, name ?? "")} = ${sql}`),
  );
}

/** SQL columns out of the number `code_bits`: the least code of each field, the greatest where all must agree, the least reason. */
export function unpacked(kind: string, fields: readonly BitField[]): readonly string[] {
  return fields.flatMap(({ field: { column, merge }, shift, codes, reasons }) => {
    const out = (name: string, from: number, width: number) =>
      `getvariable('${variableOf(kind, name)}')[((code_bits >> ${from}) & ${2 ** width - 1}) + 1] AS ${name}`;
    return [
      out(column, shift, codes.length),
      ...(merge === "agree" ? [out(`${column}_highest`, shift, codes.length)] : []),
      out(`${column}_missing`, shift + codes.length, reasons.length),
    ];
  });
}
