import { randomBytes } from "node:crypto";
import { type ArchivePart, buildDocx, frame, writeArchive } from "./build-docx.ts";
import { type HostileFile, harmlessLines } from "./hostile-files.ts";

const wordSpace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const paragraphs = harmlessLines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join("");
const document = (body: string): string =>
  `<?xml version="1.0"?><w:document ${wordSpace} xmlns:r="${relations}"><w:body>${body}</w:body></w:document>`;
const word = (body: string, extra: readonly ArchivePart[] = []): Buffer =>
  writeArchive([...frame(document(body)), ...extra]);

/** The frame with one part exchanged. */
const exchanged = (name: string, content: string): Buffer =>
  writeArchive(frame(document(paragraphs)).map((part) => (part.name === name ? { name, content } : part)));

const nested = (depth: number): string =>
  "<w:tbl><w:tr><w:tc>".repeat(depth) + paragraphs + "</w:tc></w:tr></w:tbl>".repeat(depth);

/** A main part of another name, with entities a reader might follow. */
const hiddenMain = (content: string): Buffer =>
  writeArchive([
    ...frame(document("")).map((part) =>
      part.name === "_rels/.rels"
        ? { ...part, content: String(part.content).replace("word/document.xml", "word/media/a.png") }
        : part,
    ),
    { name: "word/media/a.png", content },
  ]);

/** Many entries of the table of contents that all lead to one part. */
function overlapping(count: number): Buffer {
  const whole = writeArchive([
    ...frame(document(paragraphs)),
    { name: "word/media/0000.bin", content: randomBytes(2 ** 20) },
  ]);
  const end = whole.lastIndexOf("PK\x05\x06", undefined, "latin1");
  const start = whole.readUInt32LE(end + 16);
  const central = whole.subarray(start, end);
  const last = central.subarray(central.lastIndexOf("PK\x01\x02", undefined, "latin1"));
  const copies = Array.from({ length: count }, (_, index) => {
    const copy = Buffer.from(last);
    copy.write(String(index + 1).padStart(4, "0"), copy.indexOf("0000.bin"));
    return copy;
  });
  const tail = Buffer.from(whole.subarray(end));
  const parts = tail.readUInt16LE(8) + count;
  tail.writeUInt16LE(parts, 8);
  tail.writeUInt16LE(parts, 10);
  tail.writeUInt32LE(central.length + copies.length * last.length, 12);
  return Buffer.concat([whole.subarray(0, end), ...copies, tail]);
}

const roomy = { seconds: 60 };

/** Word-processor files that try to make a reader run out of memory, time or stack, or to lead it elsewhere. */
export const hostileDocx: readonly HostileFile[] = [
  ["tables nested 10,000 deep", () => word(nested(10_000)), "damaged", roomy],
  ["tables nested 300 deep", () => word(nested(300)), "read", roomy],
  [
    "a style based on itself",
    () =>
      exchanged(
        "word/styles.xml",
        `<w:styles ${wordSpace}><w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="A"/></w:style></w:styles>`,
      ),
    "read",
    roomy,
  ],
  ["a numbering that leads to itself", numberingLoop, "read", roomy],
  ["a note that holds itself", noteLoop, "read", roomy],
  [
    "a cell that spans two billion columns",
    () =>
      word(`<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr>${paragraphs}</w:tc></w:tr></w:tbl>`),
    "read",
    roomy,
  ],
  ["300 parts that are one", () => overlapping(300), "too-large", roomy],
  [
    "an entity in the list of relations",
    () =>
      exchanged(
        "_rels/.rels",
        `<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/hostname">]><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>`,
      ),
    "damaged",
    roomy,
  ],
  [
    "an entity bomb in the styles, in UTF-16",
    () =>
      writeArchive([
        ...frame(document(paragraphs)),
        {
          name: "word/settings.xml",
          content: Buffer.from('\ufeff<!DOCTYPE x [<!ENTITY a "ha">]><x>&a;</x>', "utf16le"),
        },
      ]),
    "damaged",
    roomy,
  ],
  [
    "a main part that calls itself a picture",
    () =>
      hiddenMain(
        `<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/hostname">]>${document("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>")}`,
      ),
    "damaged",
    roomy,
  ],
  ["a part named as a drive", () => buildDocx([], [{ name: "C:\\out.xml", content: "<x/>" }]), "damaged", roomy],
  ["a part named from the root", () => buildDocx([], [{ name: "/etc/out.xml", content: "<x/>" }]), "damaged", roomy],
  [
    "a part that leads out backwards",
    () => buildDocx([], [{ name: "word\\..\\..\\out.xml", content: "<x/>" }]),
    "damaged",
    roomy,
  ],
  [
    "two hundred thousand paragraphs",
    () =>
      word(
        Array.from(
          { length: 200_000 },
          () => `<w:p><w:r><w:t>${randomBytes(9).toString("hex")}</w:t></w:r></w:p>`,
        ).join(""),
      ),
    "took-too-long",
    { seconds: 1 },
  ],
];

function numberingLoop(): Buffer {
  const numbering = `<w:numbering ${wordSpace}><w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
  const styles = `<w:styles ${wordSpace}><w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`;
  const item = `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${harmlessLines[0]}</w:t></w:r></w:p>`;
  return writeArchive(
    frame(document(item + paragraphs)).map((part) =>
      part.name === "word/numbering.xml"
        ? { ...part, content: numbering }
        : part.name === "word/styles.xml"
          ? { ...part, content: styles }
          : part,
    ),
  );
}

function noteLoop(): Buffer {
  const notes = `<w:footnotes ${wordSpace}><w:footnote w:id="1"><w:p><w:r><w:footnoteReference w:id="1"/><w:t>A note.</w:t></w:r></w:p></w:footnote></w:footnotes>`;
  const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes";
  return writeArchive([
    ...frame(document(`${paragraphs}<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>`)).map((part) =>
      part.name === "word/_rels/document.xml.rels"
        ? {
            ...part,
            content: String(part.content).replace(
              "</Relationships>",
              `<Relationship Id="f1" Type="${type}" Target="footnotes.xml"/></Relationships>`,
            ),
          }
        : part,
    ),
    { name: "word/footnotes.xml", content: notes },
  ]);
}
