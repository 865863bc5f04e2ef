const plainNumber = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE]\+?\d{1,2})?$/;

/**
 * A count as published: `1,234`, `88.5`. Not for shares with a percent sign, negative numbers, or words such as `<10`,
 * `(X)` and `-`, which are no number.
 *
 * @returns undefined when the text is no count
 * @example readCount(" 1,234 ") // 1234
 */
export function readCount(text: string): number | undefined {
  const plain = text.trim();
  if (!plainNumber.test(plain)) return undefined;
  const value = Number(plain.replaceAll(",", ""));
  return Number.isFinite(value) ? value : undefined;
}

/**
 * A margin of error as published: `±56`, `+/-1,056`, `56`; `*****` marks an estimate held to a count, so 0.
 *
 * @returns undefined when none is given
 */
export function readMargin(text: string): number | undefined {
  const plain = text.trim();
  return plain === "*****" ? 0 : readCount(plain.replace(/^(?:±|\+\/?-)\s*/u, ""));
}
