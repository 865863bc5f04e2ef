/** Pictures that were drawn before. */
export type KeptPictures = {
  /**
   * The picture of a key, drawn by `draw` when it is not kept; readers who ask at the same time wait for one drawing.
   * Undefined where there is nothing to draw.
   */
  readonly get: (key: string, draw: Draw) => Promise<Picture | undefined>;
  /** Bytes of all that are kept. */
  readonly size: () => number;
};

type Picture = Uint8Array<ArrayBuffer>;
type Draw = () => Promise<Picture | undefined>;

/**
 * Keeps pictures up to a number of bytes; the one asked for longest ago goes first. A drawing that fails is not kept.
 *
 * @param mostBytes of all pictures together
 */
export function keptPictures(mostBytes: number): KeptPictures {
  const drawing = new Map<string, Promise<Picture | undefined>>();
  const kept = new Map<string, Picture>();
  let bytes = 0;
  const keep = (key: string, picture: Picture): void => {
    kept.set(key, picture);
    bytes += picture.byteLength;
    for (const [oldest, { byteLength }] of kept) {
      if (bytes <= mostBytes) break;
      kept.delete(oldest);
      bytes -= byteLength;
    }
  };
  return {
    async get(key, draw) {
      const found = kept.get(key);
      if (found !== undefined) {
        kept.delete(key);
        kept.set(key, found);
        return found;
      }
      const started = drawing.get(key);
      if (started !== undefined) return started;
      const made = draw();
      drawing.set(key, made);
      try {
        const picture = await made;
        if (picture !== undefined) keep(key, picture);
        return picture;
      } finally {
        drawing.delete(key);
      }
    },
    size: () => bytes,
  };
}
