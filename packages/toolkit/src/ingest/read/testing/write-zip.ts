import { crc32, deflateRawSync } from "node:zlib";

/** A part of a zip archive to be written; `declared` lies about its inflated size. */
export type ZipPart = { readonly name: string; readonly content: string | Buffer; readonly declared?: number };

/** A zip archive made by hand, so that tests can make one that no library would write. */
export function writeZip(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, content, declared } of parts) {
    const bytes = Buffer.from(content as string);
    const packed = deflateRawSync(bytes);
    const path = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(declared ?? bytes.length, 18);
    fields.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), fields, path, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    centrals.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\0"), fields, tail, path]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from("PK\x05\x06"), end]);
}

const relationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The parts of an XLSX workbook with one sheet whose XML is given. */
export const workbookParts = (sheet: string | Buffer, declared?: number): ZipPart[] => [
  { name: "[Content_Types].xml", content: "<Types/>" },
  {
    name: "xl/workbook.xml",
    content: `<workbook xmlns:r="${relationship}"><sheets><sheet name="Force" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  },
  {
    name: "xl/_rels/workbook.xml.rels",
    content: '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
  },
  { name: "xl/worksheets/sheet1.xml", content: sheet, ...(declared === undefined ? {} : { declared }) },
];

/** XML of a worksheet from rows of cell XML. */
export const sheetXml = (...rows: readonly string[]): string =>
  `<?xml version="1.0"?><worksheet><sheetData>${rows.map((cells, index) => `<row r="${index + 1}">${cells}</row>`).join("")}</sheetData></worksheet>`;

/** XML of a text cell. */
export const textCell = (reference: string, text: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;
