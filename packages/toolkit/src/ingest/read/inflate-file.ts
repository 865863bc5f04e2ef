import { createReadStream, createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { InputError } from "./input-error.ts";
import type { ReadContext } from "./read-context.ts";
import { tooSlow } from "./stage-csv.ts";

const smallFile = 16 * 2 ** 20;

/**
 * Unpacks a gzip file to a temporary one, within the bounds on size, ratio and time.
 *
 * @returns where the unpacked file is and its size
 * @throws InputError `zip-bomb`, `truncated` or `too-slow`
 */
export async function inflateFile(context: ReadContext): Promise<{ path: string; bytes: number }> {
  const { file, limits } = context;
  const path = context.temporaryPath();
  const source = createReadStream(context.path, { highWaterMark: 2 ** 20 });
  const deadline = Date.now() + limits.seconds * 1000;
  let bytes = 0;
  try {
    await pipeline(
      source,
      createGunzip({ chunkSize: 2 ** 18 }),
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          bytes += chunk.length;
          const most = Math.min(limits.inflatedBytes, Math.max(smallFile, context.bytes * limits.inflatedRatio));
          if (bytes > most) throw bomb(file, most);
          if (Date.now() > deadline) throw tooSlow(file, limits.seconds);
          context.onProgress((source.bytesRead / context.bytes) * 0.3);
          yield chunk;
        }
      },
      createWriteStream(path),
    );
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    if (!/^Z_|ERR_.*ZLIB/.test(String((cause as NodeJS.ErrnoException).code))) throw cause;
    throw new InputError(
      "truncated",
      file,
      `${file} cannot be unpacked to its end: it is cut off or damaged. Download it again.`,
      { cause },
    );
  }
  return { path, bytes };
}

const bomb = (file: string, most: number): InputError =>
  new InputError(
    "zip-bomb",
    file,
    `${file} unpacks to over ${most.toLocaleString("en-US")} bytes, the most that is read from a packed file of its size. Unpack it yourself if you trust where it comes from.`,
  );
