import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { PolicyClause, PolicyDocument } from "../policy/documents/policy-document.ts";
import { type DocumentSource, type ReadDocumentOptions, readDocument } from "./read-document.ts";
import { buildDocx } from "./testing/build-docx.ts";
import { buildPdf, printLines } from "./testing/build-pdf.ts";

async function read(source: DocumentSource, options?: ReadDocumentOptions): Promise<PolicyDocument> {
  const document = await readDocument(source, options);
  if (!document.isReadable) throw new Error(`${document.reason}: ${document.detail}`);
  return document;
}
const clausesOf = (document: PolicyDocument): readonly PolicyClause[] =>
  document.policies.flatMap(({ clauses }) => clauses);

const sentences = [
  "Officers shall use only the force that is necessary and proportional.",
  "An officer who sees another officer use more force than is necessary shall intervene.",
  "Warning shots are prohibited.",
];
const html = `<!doctype html><html><head><meta charset="utf-8"><title>x</title><script>window.officers = "may";</script><style>p{}</style></head>
<body><nav><ul><li>Home</li><li>Police</li></ul></nav><main><h1>Use of Force</h1><h2>Prohibited force</h2><p>${sentences[0]}<br>${sentences[1]}</p>
<p>Officers shall not:</p><ol type="a"><li>fire warning shots</li><li>use a <b>choke</b>hold</li></ol><img src="http://127.0.0.1:9/a.png"><iframe src="http://127.0.0.1:9/"></iframe>
<h2>Definitions</h2><dl><dt>Deadly force</dt><dd>Force that is likely to cause death.</dd></dl></main><footer>© City</footer></body></html>`;
const markdown = `# Use of Force\n\n## Prohibited force\n\n${sentences.slice(0, 2).join("\n")}\n\nOfficers **shall not**:\n\n- fire warning shots\n- use a [chokehold](http://127.0.0.1:9/x)\n\n## Reporting\n\nReport it.\n`;
const pdf = buildPdf([
  { texts: printLines(["USE OF FORCE", "", "PURPOSE", ...sentences], ["USE OF FORCE", "PURPOSE"]) },
]);
const docx = buildDocx([
  { text: "Use of Force", heading: 1 },
  { text: "Prohibited force", heading: 2 },
  { text: sentences.slice(0, 2).join(" ") },
  { text: "Officers shall not:" },
  { text: "fire warning shots & flares", list: 1 },
  { text: "use a chokehold", list: 1 },
]);

describe("formats are told by their bytes, whatever the name", () => {
  test("PDF: words, places, bold headings", async () => {
    const document = await read({ bytes: pdf, name: "order.txt" });
    expect(document.pages).toBe(1);
    expect(
      clausesOf(document)
        .filter(({ kind }) => kind === "sentence")
        .map(({ text }) => text),
    ).toEqual(sentences);
    expect(clausesOf(document).at(-1)).toMatchObject({ page: 1, section: ["USE OF FORCE", "PURPOSE"] });
  });

  test("DOCX: headings, paragraphs, lists with their lead-in", async () => {
    const clauses = clausesOf(await read({ bytes: docx, name: "order.pdf" }));
    expect(clauses.find(({ text }) => text.startsWith("fire"))).toMatchObject({
      text: "fire warning shots & flares",
      leadIn: "Officers shall not:",
      section: ["Use of Force", "Prohibited force", "•"],
    });
    expect(clauses.map(({ text }) => text)).toContain(sentences[1]);
  });

  test("HTML: the main part, without scripts, menus and footers; numbers as shown", async () => {
    const document = await read({ bytes: Buffer.from(html), name: "order" });
    expect(document.text).not.toMatch(/window|Home|© City/);
    const clauses = clausesOf(document);
    expect(clauses.map(({ text }) => text)).toEqual(expect.arrayContaining(sentences.slice(0, 2)));
    expect(clauses.find(({ text }) => text === "use a chokehold")).toMatchObject({
      leadIn: "Officers shall not:",
      section: ["Use of Force", "Prohibited force", "b."],
    });
    expect(clauses.find(({ kind }) => kind === "definition")).toMatchObject({
      term: "Deadly force",
      text: "Force that is likely to cause death.",
    });
  });

  test("Markdown: words of links and emphasis", async () => {
    const clauses = clausesOf(await read({ bytes: Buffer.from(markdown), name: "order.txt" }));
    expect(clauses.find(({ text }) => text === "use a chokehold")).toMatchObject({
      leadIn: "Officers shall not:",
      section: ["Use of Force", "Prohibited force", "•"],
    });
    expect(clauses.map(({ text }) => text)).toContain(sentences[1]);
  });

  const text = `USE OF FORCE\n\nPURPOSE\n${sentences.join(" ")}\n\fPOLICY\n“Force” is anything an officer’s hand does. Officers shall report it at the end of the shift – always.\n`;
  test.each([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${text}`)],
    ["UTF-16", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["UTF-16 without a mark", Buffer.from(text, "utf16le")],
    [
      "windows-1252",
      Buffer.from(
        text.replaceAll("“", "\x93").replaceAll("”", "\x94").replaceAll("’", "\x92").replaceAll("–", "\x96"),
        "latin1",
      ),
    ],
  ])("text in %s, its pages at form feeds", async (_, bytes) => {
    const document = await read({ bytes, name: "order.txt" });
    expect(document.pages).toBe(2);
    expect(clausesOf(document).find(({ text: own }) => own.startsWith("Officers shall report"))).toMatchObject({
      page: 2,
      text: "Officers shall report it at the end of the shift – always.",
    });
    expect(clausesOf(document).map(({ text: own }) => own)).toContain("“Force” is anything an officer’s hand does.");
  });
});

test("a path, its checksum and progress", async () => {
  const folder = await mkdtemp(join(tmpdir(), "documents-"));
  try {
    const path = join(folder, "order.pdf");
    await writeFile(path, pdf);
    const pages: number[] = [];
    const document = await read(path, { onProgress: ({ page }) => pages.push(page) });
    expect(document).toMatchObject({ name: "order.pdf", pages: 1 });
    expect(document.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(pages).toEqual([1]);
    await expect(readDocument(join(folder, "none.pdf"))).rejects.toThrow("ENOENT");
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("reading can be stopped", async () => {
  const stop = new AbortController();
  const many = buildPdf(Array.from({ length: 400 }, () => ({ texts: printLines(sentences) })));
  const reading = readDocument(
    { bytes: many, name: "order.pdf" },
    { signal: stop.signal, onProgress: () => stop.abort(new Error("enough")) },
  );
  await expect(reading).rejects.toThrow("enough");
  await expect(readDocument({ bytes: pdf, name: "a" }, { signal: stop.signal })).rejects.toThrow("enough");
});

test("the caller's bytes are left as they are", async () => {
  const bytes = new Uint8Array(pdf);
  await read({ bytes, name: "order.pdf" });
  expect(Buffer.from(bytes).equals(pdf)).toBe(true);
});
