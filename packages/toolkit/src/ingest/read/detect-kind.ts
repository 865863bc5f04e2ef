import { detectEncoding } from "./detect-encoding.ts";
import { InputError } from "./input-error.ts";

/** What a file is by its content, whatever its name says. */
export type FileKind = "text" | "json" | "gzip" | "parquet" | "zip" | "ole";

type Refusal = { readonly starts: readonly string[]; readonly what: string };

/** First bytes (as latin-1) of things that people publish or save by mistake for a table. */
const refusals: readonly Refusal[] = [
  { starts: ["%PDF"], what: "a PDF document" },
  { starts: ["\x89PNG", "\xff\xd8\xff", "GIF8", "BM", "II*\0", "MM\0*", "RIFF"], what: "a picture" },
  { starts: ["{\\rtf"], what: "a text document (RTF)" },
  { starts: ["7z\xbc\xaf", "Rar!", "BZh", "\xfd7zXZ", "\x28\xb5\x2f\xfd"], what: "an archive" },
  { starts: ["SQLite format 3\0", "\0\x01\0\0Standard"], what: "a database" },
  { starts: ["\x7fELF", "MZ"], what: "a program" },
];

/**
 * Tells from the first bytes how a file has to be read.
 *
 * @param head first bytes of the file, at least 1 KB when the file has them
 * @throws InputError when the content is no table: a picture, a PDF, a web page, empty, binary
 */
export function detectKind(head: Buffer, file: string): FileKind {
  const start = head.toString("latin1", 0, 4096);
  if (head.length === 0)
    throw new InputError("empty-file", file, `${file} is empty. Download it again, or ask the agency for the file.`);
  if (start.startsWith("PAR1")) return "parquet";
  if (start.startsWith("PK\x03\x04") || start.startsWith("PK\x05\x06")) return "zip";
  if (start.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) return "ole";
  if (start.startsWith("\x1f\x8b")) return "gzip";
  const unicode = /^(\xff\xfe|\xfe\xff)/.test(start);
  const refusal = unicode ? undefined : refusals.find(({ starts }) => starts.some((text) => matches(text, start)));
  if (refusal) throw notTable(file, refusal.what);

  const text = start
    .replace(/^(\xef\xbb\xbf)+/, "")
    .replaceAll("\0", "")
    .trimStart();
  if (/^<(!doctype html|html|head|body|table|script|!--)/i.test(text)) throw webPage(file);
  if (/^<\?xml|^<[a-z][\w:.-]*[\s>]/i.test(text)) throw notTable(file, "an XML document");
  if (isBinary(head)) throw notTable(file, "binary data");
  return /^(\{\s*("|\})|\[\s*(\{|\[|\]))/.test(text) ? "json" : "text";
}

/** Short signatures such as `BM` also begin words: they count only when binary follows. */
function matches(signature: string, start: string): boolean {
  if (!start.startsWith(signature)) return false;
  return signature.length > 2 || [...start.slice(0, 64)].some((letter) => letter < "\t");
}

function isBinary(head: Buffer): boolean {
  const sample = head.subarray(0, 65_536);
  const isWide = detectEncoding(head).label.startsWith("utf-16");
  const controls = sample.filter((byte) => (byte < 9 && (byte > 0 || !isWide)) || (byte > 13 && byte < 32)).length;
  return controls > Math.max(8, sample.length * (isWide ? 0.1 : 0.01));
}

const notTable = (file: string, what: string): InputError =>
  new InputError(
    "not-a-table",
    file,
    `${file} holds ${what}, not a table. Give the CSV, Excel, JSON or Parquet file that the agency publishes.`,
  );

const webPage = (file: string): InputError =>
  new InputError(
    "web-page",
    file,
    `${file} holds a web page, not a table; perhaps a log-in or error page was saved. Open the address in a browser and download the file itself, or save the table as CSV.`,
  );
