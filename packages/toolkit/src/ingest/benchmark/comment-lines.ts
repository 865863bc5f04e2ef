import { open, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";

/** A file of counts without its comment lines, and what they say. */
export type CommentedFile = {
  /** Where the file without comments is: the file itself when it has none. */
  readonly path: string;
  /** `# source: …` by small word; the first of several. */
  readonly comments: ReadonlyMap<string, string>;
};

const hash = 0x23;
const feed = 0x0a;

/**
 * Takes lines that start with `#` out of a text file: they may say the source, the years and the kind of count
 * (`# years: 2016-2020`). A file without any such line is not copied. Not for UTF-16 and packed files.
 *
 * @param folder where a copy may be written
 */
export async function withoutComments(path: string, folder: string): Promise<CommentedFile> {
  const none = { path, comments: new Map<string, string>() };
  if (!(await beginsAsText(path))) return none;
  const bytes = await readFile(path);
  const kept: Buffer[] = [];
  const comments = new Map<string, string>();
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(feed, start);
    const next = end < 0 ? bytes.length : end + 1;
    const isComment = bytes[start === 0 ? textStart(bytes) : start] === hash;
    if (isComment) readComment(bytes.subarray(start, next).toString("utf8"), comments);
    else kept.push(bytes.subarray(start, next));
    start = next;
  }
  if (kept.reduce((sum, line) => sum + line.length, 0) === bytes.length) return none;
  const copy = join(folder, basename(path));
  await writeFile(copy, Buffer.concat(kept));
  return { path: copy, comments };
}

const textStart = (bytes: Buffer): number => (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0);

/** Neither a packed file nor UTF-16: no zero byte among the first. */
async function beginsAsText(path: string): Promise<boolean> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    const head = buffer.subarray(0, bytesRead);
    return !head.includes(0) && !head.subarray(0, 2).equals(Buffer.from("PK")) && head[0] !== 0x1f;
  } finally {
    await file.close();
  }
}

function readComment(line: string, comments: Map<string, string>): void {
  const match = /^\ufeff?#+\s*([\p{L} ]{2,30}?)\s*[:=]\s*(.+?)\s*$/u.exec(line);
  const [, key = "", value = ""] = match ?? [];
  const word = key.toLowerCase();
  if (word !== "" && !comments.has(word)) comments.set(word, value.replace(/[\s,;]+$/u, ""));
}
