import type { FootprintClass } from "@evenhand/standard";

/**
 * A list of situations as one text that does not depend on the order of its lines, and a short hash of it (FNV-1a, 64
 * bits, hexadecimal): another list, another hash. The reasons are part of it. Not for security.
 *
 * Source: Fowler, Noll & Vo, The FNV Non-Cryptographic Hash Algorithm, RFC 9923.
 */
export function canonicalFootprint(classes: readonly FootprintClass[]): {
  readonly text: string;
  readonly hash: string;
} {
  const lines = classes.flatMap(({ id, title, codes }) => [
    JSON.stringify([id, title.en, title.es]),
    ...codes.map(({ field, code, band, reason }) => JSON.stringify([id, field, code, band, reason])),
  ]);
  const text = lines.sort().join("\n");
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return { text, hash: hash.toString(16).padStart(16, "0") };
}
