import { crc32, deflateRawSync } from "node:zlib";

/** A part of an archive to write; `declared` lies about its size. */
export type ArchivePart = {
  readonly name: string;
  readonly content: string | Buffer;
  readonly declared?: number;
  readonly isEncrypted?: boolean;
};

const wordSpace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A small Word document: paragraphs, headings by style name, list items by level. */
export function buildDocx(
  paragraphs: readonly { readonly text: string; readonly heading?: number; readonly list?: number }[],
  extra: readonly ArchivePart[] = [],
): Buffer {
  const body = paragraphs.map(paragraph).join("");
  return writeArchive([
    ...frame(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ${wordSpace}><w:body>${body}</w:body></w:document>`,
    ),
    ...extra,
  ]);
}

/** The parts every Word document has, around its main part. */
export const frame = (document: string | Buffer, declared?: number): readonly ArchivePart[] => [
  {
    name: "[Content_Types].xml",
    content: `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>`,
  },
  {
    name: "_rels/.rels",
    content: `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
  },
  {
    name: "word/styles.xml",
    content: `<?xml version="1.0"?><w:styles ${wordSpace}>${[1, 2, 3].map((level) => `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/></w:style>`).join("")}</w:styles>`,
  },
  {
    name: "word/numbering.xml",
    content: `<?xml version="1.0"?><w:numbering ${wordSpace}><w:abstractNum w:abstractNumId="0">${[0, 1, 2].map((level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="upperLetter"/></w:lvl>`).join("")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
  },
  {
    name: "word/_rels/document.xml.rels",
    content: `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="n1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/><Relationship Id="x1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://127.0.0.1:9/tracker.png" TargetMode="External"/></Relationships>`,
  },
  { name: "word/document.xml", content: document, ...(declared === undefined ? {} : { declared }) },
];

function paragraph({
  text,
  heading,
  list,
}: {
  readonly text: string;
  readonly heading?: number;
  readonly list?: number;
}): string {
  const style = heading ? `<w:pStyle w:val="Heading${heading}"/>` : "";
  const numbered = list ? `<w:numPr><w:ilvl w:val="${list - 1}"/><w:numId w:val="1"/></w:numPr>` : "";
  return `<w:p><w:pPr>${style}${numbered}</w:pPr><w:r><w:t xml:space="preserve">${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</w:t></w:r></w:p>`;
}

/** Writes a zip archive. */
export function writeArchive(parts: readonly ArchivePart[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let place = 0;
  for (const { name, content, declared, isEncrypted } of parts) {
    const bytes = Buffer.from(content as Buffer);
    const packed = deflateRawSync(bytes);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(isEncrypted ? 1 : 0, 2);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(crc32(bytes), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(declared ?? bytes.length, 18);
    shared.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), shared, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(place, 10);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\0"), shared, tail, Buffer.from(name)]));
    files.push(local);
    place += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(place, 16);
  return Buffer.concat([...files, central, end]);
}
