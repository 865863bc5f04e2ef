import { open } from "node:fs/promises";

/**
 * The bytes of a file, a megabyte at a time, always in the same buffer: a chunk is only good until the next. Where chunks
 * are kept, use a stream, which takes new memory for each and several times as long over a large file.
 */
export async function* fileChunks(path: string): AsyncGenerator<Buffer> {
  const handle = await open(path, "r");
  try {
    const buffer = Buffer.allocUnsafeSlow(2 ** 20);
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}
