import { randomBytes } from "node:crypto";
import type { UnreadableReason } from "../../policy/documents/policy-document.ts";
import type { DocumentLimits } from "../document-limits.ts";
import { buildDocx, frame, writeArchive } from "./build-docx.ts";
import { assemblePdf, buildPdf, printLines } from "./build-pdf.ts";

/** What the harmless part of a file says. */
export const harmlessLines: readonly string[] = [
  "Officers shall use only the force that is necessary.",
  "An officer who sees more force than needed shall stop it.",
  "Warning shots are prohibited at all times.",
];
const pdf = buildPdf([{ texts: printLines(harmlessLines) }]);
const docx = buildDocx(harmlessLines.map((text) => ({ text })));
const main = (body: string, head = ""): string =>
  `<?xml version="1.0"?>${head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${body}</w:t></w:r></w:p></w:body></w:document>`;
const laughs = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, index) => `<!ENTITY ${"bcdefghij"[index]} "${`&${"abcdefghi"[index]};`.repeat(10)}">`).join("")}]>`;
const page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>";
const catalog = "<< /Type /Catalog /Pages 2 0 R >>";
const locked = assemblePdf(
  [
    catalog,
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    page,
    `<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${"ab".repeat(32)}> /U <${"cd".repeat(32)}> >>`,
  ],
  `/Encrypt 4 0 R /ID [<${"00".repeat(16)}> <${"00".repeat(16)}>]`,
);
const ole = (name: string): Buffer =>
  Buffer.concat([
    Buffer.from("d0cf11e0a1b11ae1", "hex"),
    Buffer.alloc(512),
    Buffer.from(name, "utf16le"),
    Buffer.alloc(512),
  ]);

/** A file that would harm a careless reader, and what must be said of it; `read` where its words can be had safely. */
export type HostileFile = readonly [
  what: string,
  make: () => Uint8Array,
  reason: UnreadableReason | "read",
  limits?: Partial<DocumentLimits>,
];

/** Whether the reason holds only under limits tighter than a reader's own. */
export const needsTightLimits = ([, , , limits = {}]: HostileFile): boolean =>
  ["bytes", "characters", "pages", "heapMegabytes"].some((limit) => limit in limits) || (limits.seconds ?? 60) < 1;

/** Files of all formats that are empty, cut off, locked, too large, or no documents at all. */
export const hostileFiles: readonly HostileFile[] = [
  ["nothing", () => Buffer.alloc(0), "no-text"],
  ["random bytes", () => randomBytes(50_000), "unknown-format"],
  ["a picture", () => Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "unknown-format"],
  ["an old Word file", () => ole("WordDocument"), "unknown-format"],
  ["a Word file behind a password", () => ole("EncryptedPackage"), "encrypted"],
  ["another archive", () => writeArchive([{ name: "xl/workbook.xml", content: "<x/>" }]), "unknown-format"],
  ["a PDF behind a password", () => locked, "encrypted"],
  ["a PDF cut off", () => pdf.subarray(0, pdf.length - 300), "damaged"],
  ["the head of a PDF alone", () => Buffer.from("%PDF-1.7\n%%EOF"), "damaged"],
  [
    "a PDF of noise",
    () => Buffer.concat([Buffer.from("%PDF-1.7\n"), randomBytes(20_000), Buffer.from("\n%%EOF")]),
    "damaged",
  ],
  [
    "a tree of pages that holds itself",
    () => assemblePdf([catalog, "<< /Type /Pages /Kids [2 0 R] /Count 3 >>"]),
    "damaged",
  ],
  ["a page that is not there", () => assemblePdf([catalog, "<< /Type /Pages /Kids [9 0 R] /Count 1 >>"]), "damaged"],
  ["10,000 pages", () => buildPdf(Array.from({ length: 10_000 }, () => ({}))), "too-many-pages"],
  [
    "a blank page called two billion pages",
    () => assemblePdf([catalog, "<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>", page]),
    "no-text",
  ],
  ["empty pages", () => buildPdf([{}, {}]), "no-text"],
  ["more bytes than allowed", () => pdf, "too-large", { bytes: 500 }],
  ["more letters than allowed", () => pdf, "too-large", { characters: 50 }],
  [
    "more pages of text than allowed",
    () => Buffer.from(`${harmlessLines.join(" ")}\f`.repeat(30)),
    "too-many-pages",
    { pages: 20 },
  ],
  [
    "no time",
    () => buildPdf(Array.from({ length: 1500 }, () => ({ texts: printLines(harmlessLines) }))),
    "took-too-long",
    { seconds: 0.05 },
  ],
  ["no memory", () => Buffer.from(`${harmlessLines.join(" ")}\n`.repeat(40_000)), "too-large", { heapMegabytes: 24 }],
  ["a DOCX cut off", () => docx.subarray(0, docx.length - 200), "damaged"],
  ["a DOCX that unpacks to 400 times its size", () => writeArchive(frame(main(" ".repeat(8 * 2 ** 20)))), "too-large"],
  ["a DOCX larger than it says", () => writeArchive(frame(main("x".repeat(5000)), 100)), "damaged"],
  [
    "a DOCX of 6,000 parts",
    () =>
      buildDocx(
        [],
        Array.from({ length: 6000 }, (_, index) => ({ name: `word/p${index}.xml`, content: "<x/>" })),
      ),
    "too-large",
  ],
  ["a DOCX with a part twice", () => buildDocx([], [{ name: "word/document.xml", content: main("x") }]), "damaged"],
  ["a DOCX part that leads out", () => buildDocx([], [{ name: "../../out.xml", content: "<x/>" }]), "damaged"],
  [
    "a DOCX part behind a password",
    () => buildDocx([], [{ name: "word/x.xml", content: "<x/>", isEncrypted: true }]),
    "encrypted",
  ],
  ["an entity bomb", () => writeArchive(frame(main("&j;", laughs))), "damaged"],
  [
    "an entity that reads a file",
    () => writeArchive(frame(main("&x;", `<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/hostname">]>`))),
    "damaged",
  ],
  [
    "HTML nested 100,000 deep",
    () => Buffer.from(`<html><body>${"<div>".repeat(100_000)}${harmlessLines.join(" ")}</body></html>`),
    "damaged",
  ],
  ["XML that never ends", () => writeArchive(frame(main("x").slice(0, -30))), "damaged"],
];
