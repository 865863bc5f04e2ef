import { createWriteStream } from "node:fs";
import { mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";

/** Writes a file whole or not at all: beside its place first, then renamed. */
export async function writeOutput(path: string, content: string | Uint8Array): Promise<void> {
  const beside = await besidePlace(path);
  await writeFile(beside, content);
  await rename(beside, path);
}

/**
 * The same for what is too large to be held: piece by piece.
 *
 * @returns its size in bytes
 */
export async function writeOutputStream(path: string, content: AsyncIterable<Uint8Array>): Promise<number> {
  const beside = await besidePlace(path);
  try {
    await pipeline(content, createWriteStream(beside));
    const { size } = await stat(beside);
    await rename(beside, path);
    return size;
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

async function besidePlace(path: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  return `${path}.${process.pid}.part`;
}
