import { mkdtemp, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A file that was made once and is kept. */
export type MadeFile = { readonly path: string; readonly bytes: number };

export type MadeFiles = {
  /**
   * The file of this key; made when it is not there yet. Requests for the same file share one making.
   *
   * @param key names what it is made from, so that other contents have another key
   * @param make writes the file at a path that it is given
   * @throws BusyError when too many others wait
   */
  readonly get: (key: string, make: (path: string) => Promise<void>) => Promise<MadeFile>;
  readonly close: () => Promise<void>;
};

/** Too much is being made already; the reader may come again. */
export class BusyError extends Error {
  override readonly name = "BusyError";
}

type Limits = {
  /** Bytes of all files together; the file asked for longest ago goes first. */
  readonly mostBytes: number;
  /** Files being made or waiting for it. */
  readonly mostWaiting: number;
};

/** Files made from releases, in a temporary folder of their own: one is made at a time, and only so many wait. */
export function madeFiles({ mostBytes, mostWaiting }: Limits): MadeFiles {
  const kept = new Map<string, MadeFile>();
  const coming = new Map<string, Promise<MadeFile>>();
  let folder: Promise<string> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let count = 0;

  const write = async (key: string, make: (path: string) => Promise<void>): Promise<MadeFile> => {
    folder ??= mkdtemp(join(tmpdir(), "evenhand-made-"));
    count += 1;
    const path = join(await folder, String(count));
    try {
      await make(`${path}.part`);
      await rename(`${path}.part`, path);
    } catch (cause) {
      await rm(`${path}.part`, { force: true });
      throw cause;
    }
    const made = { path, bytes: (await stat(path)).size };
    kept.set(key, made);
    await makeRoom();
    return made;
  };
  // The newest stays even when it alone is too large: somebody is about to read it.
  const makeRoom = async (): Promise<void> => {
    let bytes = [...kept.values()].reduce((sum, file) => sum + file.bytes, 0);
    for (const [key, file] of [...kept].slice(0, -1)) {
      if (bytes <= mostBytes) return;
      kept.delete(key);
      bytes -= file.bytes;
      await rm(file.path, { force: true });
    }
  };
  const get: MadeFiles["get"] = async (key, make) => {
    const found = kept.get(key);
    if (found !== undefined && (await isThere(found))) {
      kept.delete(key);
      kept.set(key, found);
      return found;
    }
    const waited = coming.get(key);
    if (waited !== undefined) return waited;
    if (coming.size >= mostWaiting) throw new BusyError(`invalid number of files being made; at most ${mostWaiting}`);
    const next = last.then(() => write(key, make));
    last = next.catch(() => undefined);
    coming.set(key, next);
    return next.finally(() => coming.delete(key));
  };
  const close = async () => {
    await last;
    kept.clear();
    if (folder !== undefined) await rm(await folder, { recursive: true, force: true });
    folder = undefined;
  };
  return { get, close };
}

const isThere = ({ path }: MadeFile): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
