import type { Words } from "@evenhand/toolkit/report/words/words";

/** A size as people say it: "310 KB", "1.2 MB". Thousands of bytes, not 1,024. */
export function sizeText(bytes: number, words: Words): string {
  const [unit, divisor] = bytes >= 1_000_000 ? (["MB", 1_000_000] as const) : (["KB", 1000] as const);
  const size = Math.max(bytes / divisor, 0.1);
  return `${words.number(size >= 10 ? Math.round(size) : Math.round(size * 10) / 10)} ${unit}`;
}
