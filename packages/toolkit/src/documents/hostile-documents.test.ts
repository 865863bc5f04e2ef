import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import { describe, expect, test } from "vitest";
import type { DocumentLimits } from "./document-limits.ts";
import { readDocument } from "./read-document.ts";
import { buildDocx, frame, writeArchive } from "./testing/build-docx.ts";
import { assemblePdf, buildPdf, printLines } from "./testing/build-pdf.ts";

const lines = [
  "Officers shall use only the force that is necessary.",
  "An officer who sees more force than needed shall stop it.",
  "Warning shots are prohibited at all times.",
];
const pdf = buildPdf([{ texts: printLines(lines) }]);
const docx = buildDocx(lines.map((text) => ({ text })));
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

type Case = readonly [what: string, make: () => Uint8Array, reason: string, limits?: Partial<DocumentLimits>];

const refused: readonly Case[] = [
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
    () => Buffer.from(`${lines.join(" ")}\f`.repeat(30)),
    "too-many-pages",
    { pages: 20 },
  ],
  [
    "no time",
    () => buildPdf(Array.from({ length: 1500 }, () => ({ texts: printLines(lines) }))),
    "took-too-long",
    { seconds: 0.05 },
  ],
  ["no memory", () => Buffer.from(`${lines.join(" ")}\n`.repeat(40_000)), "too-large", { heapMegabytes: 24 }],
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
    () => Buffer.from(`<html><body>${"<div>".repeat(100_000)}${lines.join(" ")}</body></html>`),
    "damaged",
  ],
  ["XML that never ends", () => writeArchive(frame(main("x").slice(0, -30))), "damaged"],
];

describe("a file that cannot be read is refused with the reason", () => {
  const cases = refused.map(([what, make, reason, limits = {}]) => ({ what, make, reason, limits }));
  test.each(cases)("$what", async ({ make, reason, limits }) => {
    const document = await readDocument({ bytes: make(), name: "order" }, { limits: { seconds: 60, ...limits } });
    expect(document).toMatchObject({ isReadable: false, reason });
    expect(document.isReadable === false && document.detail.length).toBeGreaterThan(5);
  });
});

describe("what a file would do is not done", () => {
  test("scripts, links and pictures from elsewhere", async () => {
    let asked = 0;
    const server = createServer((_, answer) => {
      asked += 1;
      answer.end("x");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const site = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/`;
    try {
      const script = `/OpenAction << /S /JavaScript /JS (app.alert\\(1\\); this.submitForm\\("${site}"\\)) >> /AA << /WC << /S /URI /URI (${site}) >> >>`;
      const page = `<!doctype html><html><head><base href="${site}"><link rel="stylesheet" href="a.css"><script src="a.js"></script></head><body><p>${lines.join(" ")}</p><img src="a.png"><object data="b"></object></body></html>`;
      const word = buildDocx(
        lines.map((text) => ({ text })),
        [
          {
            name: "word/_rels/settings.xml.rels",
            content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="t" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="${site}t.dotm" TargetMode="External"/></Relationships>`,
          },
        ],
      );
      for (const bytes of [buildPdf([{ texts: printLines(lines) }], script), Buffer.from(page), word]) {
        const document = await readDocument({ bytes, name: "order" });
        expect(document).toMatchObject({ isReadable: true });
        expect(document.isReadable && document.text).toContain("Warning shots are prohibited");
      }
      expect(asked).toBe(0);
    } finally {
      server.close();
    }
  });

  test("broken pieces of real formats never throw", async () => {
    for (const whole of [pdf, docx])
      for (const share of [0.2, 0.5, 0.8]) {
        const broken = Buffer.from(whole);
        broken.set(randomBytes(60), Math.floor(whole.length * share));
        expect(typeof (await readDocument({ bytes: broken, name: "order" })).isReadable).toBe("boolean");
      }
  });
});
