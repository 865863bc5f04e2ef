/** The number, letter or bullet that opens a line. */
export type LineMarker = {
  /** As it stands: `(a)`, `I.`, `300.4`, `•`. */
  readonly label: string;
  /** Letters to skip to the words. */
  readonly length: number;
  readonly style: MarkerStyle;
  /** How it is written: `(a)` and `a.` are levels of their own. */
  readonly form: string;
  /** 1 = first; of the last part of a decimal number. */
  readonly value: number;
  /** Parts of a decimal number: 2 for `300.4`. */
  readonly depth: number;
};

export type MarkerStyle = "decimal" | "number" | "upper" | "lower" | "upper-roman" | "lower-roman" | "bullet";

const decimal =
  /^(?:Section\s+|Sec\.\s+|§\s*)?(\.?[A-Z]{0,4}[-.]?\d+(?:[.\-:]\d+)*(?:[.\-:][A-Z])?(?:\([A-Za-z0-9]{1,3}\))*[.:]?)\s+(?=\S)/;
const outline = /^([([]?)([A-Za-z]|[ivxIVX]{2,6}|\d{1,2}|([a-z])\3)([.)\]]{1,2}(?:\.|\b)?)\s*(?=\s\S|[“"(A-Z])/;
const bullet = /^([•▪●■◦○‣∙·➢➤*►]|o(?=\s{1,}[A-Z])|[-–—](?=\s))\s*(?=\S)/u;

const romans: readonly (readonly [string, number])[] = [
  ["x", 10],
  ["ix", 9],
  ["v", 5],
  ["iv", 4],
  ["i", 1],
];

/**
 * The marker a line opens with. A single letter that is also a Roman number is given as a letter; who knows what came
 * before (`outline`) decides.
 *
 * @example lineMarker("(b) An officer may") // { label: "(b)", style: "lower", value: 2 }
 */
export function lineMarker(text: string): LineMarker | undefined {
  const dot = bullet.exec(text);
  if (dot)
    return { label: dot[1] ?? "", length: dot[0].length, style: "bullet", form: dot[1] ?? "", value: 1, depth: 1 };
  const number = decimal.exec(text);
  const label = number?.[1]?.replace(/[.:]$/, "") ?? "";
  const parts = label.split(/[.\-:(]+/).filter((part) => part !== "");
  const isDecimal = parts.length > 1 || /^\.\d/.test(label);
  if (number && isDecimal && !/^\d+-\d+-\d+$/.test(label) && /\d/.test(parts.at(-1) ?? label))
    return {
      label,
      length: number[0].length,
      style: "decimal",
      form: "1.1",
      value: Number.parseInt(parts.at(-1) ?? "", 10) || 1,
      depth: Math.max(2, parts.length),
    };
  const found = outline.exec(text);
  if (!found) return undefined;
  const [whole, open = "", sign = "", , close = ""] = found;
  return {
    label: `${open}${sign}${close}`.trim(),
    length: whole.length + (text.slice(whole.length).length - text.slice(whole.length).trimStart().length),
    ...signValue(sign),
    form: `${open}${close}`.trim(),
    depth: 1,
  };
}

function signValue(sign: string): { style: MarkerStyle; value: number } {
  if (/^\d+$/.test(sign)) return { style: "number", value: Number(sign) };
  const isUpper = sign === sign.toUpperCase();
  const small = sign.toLowerCase();
  if (small.length > 1 && !/^([a-z])\1$/.test(small))
    return { style: isUpper ? "upper-roman" : "lower-roman", value: romanValue(small) };
  if (/^(ii|xx)$/.test(small)) return { style: isUpper ? "upper-roman" : "lower-roman", value: romanValue(small) };
  return { style: isUpper ? "upper" : "lower", value: small.charCodeAt(0) - 96 + (small.length - 1) * 26 };
}

/** Value of a Roman number in small letters up to 39; 0 where it is none. */
export function romanValue(roman: string): number {
  let rest = roman;
  let value = 0;
  for (const [sign, worth] of romans)
    while (rest.startsWith(sign)) {
      rest = rest.slice(sign.length);
      value += worth;
    }
  return rest === "" ? value : 0;
}
