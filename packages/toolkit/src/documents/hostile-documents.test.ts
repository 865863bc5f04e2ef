import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import { describe, expect, test } from "vitest";
import { readDocument } from "./read-document.ts";
import { buildDocx } from "./testing/build-docx.ts";
import { buildPdf, printLines } from "./testing/build-pdf.ts";
import { hostileDocx } from "./testing/hostile-docx.ts";
import { hostileFiles, harmlessLines as lines } from "./testing/hostile-files.ts";
import { hostileLinks } from "./testing/hostile-links.ts";
import { hostilePdfs } from "./testing/hostile-pdfs.ts";
import { hostileTexts } from "./testing/hostile-texts.ts";

const kinds = { "a file": hostileFiles, "a PDF": hostilePdfs, "a Word file": hostileDocx, "a text": hostileTexts };

describe.each(Object.entries(kinds))("%s that cannot be read is refused with the reason", (_, files) => {
  const cases = files.map(([what, make, reason, limits = {}]) => ({ what, make, reason, limits }));
  test.each(cases)("$what", async ({ make, reason, limits }) => {
    const document = await readDocument({ bytes: make(), name: "order" }, { limits: { seconds: 60, ...limits } });
    if (reason === "read") expect(document).toMatchObject({ isReadable: true });
    else expect(document).toMatchObject({ isReadable: false, reason });
    if (document.isReadable) expect(document.text).toContain("Warning shots are prohibited");
    else expect(document.detail.length).toBeGreaterThan(5);
  });
});

const [pdf, docx] = [buildPdf([{ texts: printLines(lines) }]), buildDocx(lines.map((text) => ({ text })))];

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
      for (const [, make] of hostileLinks(site)) {
        const document = await readDocument({ bytes: make(), name: "order" });
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
