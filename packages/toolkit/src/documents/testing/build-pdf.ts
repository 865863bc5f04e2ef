/** A piece of text to print: words, place in points from the top left, size, bold. */
export type PrintedText = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly bold?: boolean;
};

/** A page to build: printed text, or a JPEG picture that fills it. */
export type BuiltPage = {
  readonly texts?: readonly PrintedText[];
  readonly picture?: { readonly jpeg: Buffer; readonly width: number; readonly height: number };
  /** Makes the page as large as its picture; without it, letter paper. */
  readonly dotsPerInch?: number;
};

const [width, height] = [612, 792];

/** A small whole PDF, written by hand: catalog, pages, two standard fonts, content streams, pictures. */
export function buildPdf(pages: readonly BuiltPage[], extraCatalog = ""): Buffer {
  const objects: Buffer[] = [];
  const add = (body: string | Buffer): number => objects.push(Buffer.from(body));
  add(`<< /Type /Catalog /Pages 2 0 R ${extraCatalog} >>`);
  add("");
  add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
  add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>");
  const kids = pages.map((page) => {
    const picture = page.picture ? add(pictureObject(page.picture)) : undefined;
    const [across, down] = paper(page);
    const content = picture ? `q ${across} 0 0 ${down} 0 0 cm /P Do Q` : (page.texts ?? []).map(printed).join("\n");
    const stream = add(`<< /Length ${Buffer.byteLength(content, "latin1")} >>\nstream\n${content}\nendstream`);
    const resources = `/Font << /R 3 0 R /B 4 0 R >>${picture ? ` /XObject << /P ${picture} 0 R >>` : ""}`;
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${across} ${down}] /Resources << ${resources} >> /Contents ${stream} 0 R >>`,
    );
  });
  objects[1] = Buffer.from(
    `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(" ")}] /Count ${kids.length} >>`,
  );
  return assemblePdf(objects);
}

const paper = ({ picture, dotsPerInch }: BuiltPage): readonly [number, number] =>
  picture && dotsPerInch ? [(picture.width / dotsPerInch) * 72, (picture.height / dotsPerInch) * 72] : [width, height];

/** Joins numbered objects into a file with its table of places. */
export function assemblePdf(objects: readonly (Buffer | string)[], trailer = ""): Buffer {
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "latin1")];
  const places: number[] = [];
  let length = parts[0]?.length ?? 0;
  const push = (part: Buffer): void => {
    parts.push(part);
    length += part.length;
  };
  objects.forEach((body, index) => {
    places.push(length);
    push(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(body as Buffer), Buffer.from("\nendobj\n")]));
  });
  const start = length;
  const rows = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

/** Lines of print down a page, 14 points apart. */
export const printLines = (lines: readonly string[], bold: readonly string[] = []): readonly PrintedText[] =>
  lines.flatMap((text, index) => (text === "" ? [] : [{ text, x: 72, y: 90 + index * 14, bold: bold.includes(text) }]));

function printed({ text, x, y, size = 11, bold = false }: PrintedText): string {
  const escaped = text.replace(/[\\()]/g, "\\$&");
  return `BT /${bold ? "B" : "R"} ${size} Tf ${x} ${height - y} Td (${escaped}) Tj ET`;
}

function pictureObject({ jpeg, width: across, height: down }: NonNullable<BuiltPage["picture"]>): Buffer {
  const head = `<< /Type /XObject /Subtype /Image /Width ${across} /Height ${down} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head), jpeg, Buffer.from("\nendstream")]);
}
