/** An answer as it was sent. */
export type KeptAnswer = {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array<ArrayBuffer>;
  /** The same, packed by gzip. */
  readonly packed: Uint8Array<ArrayBuffer>;
};

const bytesOf = ({ body, packed }: KeptAnswer): number => body.byteLength + packed.byteLength;

export type PageCache = {
  readonly get: (key: string, version: string) => KeptAnswer | undefined;
  readonly keep: (key: string, version: string, answer: KeptAnswer) => void;
  /** Bytes of all bodies. */
  readonly size: () => number;
};

/**
 * Keeps answers while the version of the site stays the same, up to a number of bytes; the one asked for longest ago
 * goes first.
 *
 * @param mostBytes of all bodies together; an answer of more than a quarter of it is not kept
 */
export function pageCache(mostBytes: number): PageCache {
  const kept = new Map<string, KeptAnswer>();
  let current = "";
  let bytes = 0;
  const drop = (key: string): void => {
    const found = kept.get(key);
    if (found !== undefined) bytes -= bytesOf(found);
    kept.delete(key);
  };
  const turnTo = (version: string): void => {
    if (version === current) return;
    kept.clear();
    bytes = 0;
    current = version;
  };
  return {
    get(key, version) {
      turnTo(version);
      const found = kept.get(key);
      if (found === undefined) return undefined;
      kept.delete(key);
      kept.set(key, found);
      return found;
    },
    keep(key, version, answer) {
      turnTo(version);
      if (bytesOf(answer) > mostBytes / 4) return;
      drop(key);
      kept.set(key, answer);
      bytes += bytesOf(answer);
      for (const oldest of kept.keys()) {
        if (bytes <= mostBytes) break;
        drop(oldest);
      }
    },
    size: () => bytes,
  };
}
