import { constants, deflateRawSync, deflateSync } from "node:zlib";
import { assemblePdf, buildPdf, printLines } from "./build-pdf.ts";
import { type HostileFile, harmlessLines } from "./hostile-files.ts";

const catalog = "<< /Type /Catalog /Pages 2 0 R >>";
const onePage = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
const font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";
const words = harmlessLines.map((line, index) => `BT /F 11 Tf 72 ${700 - index * 14} Td (${line}) Tj ET`).join("\n");

const stream = (content: string | Buffer, entries = ""): Buffer =>
  Buffer.concat([
    Buffer.from(`<< /Length ${Buffer.byteLength(content)} ${entries} >>\nstream\n`),
    Buffer.from(content as Buffer),
    Buffer.from("\nendstream"),
  ]);

const page = (entries: string, box = "[0 0 612 792]"): string =>
  `<< /Type /Page /Parent 2 0 R /MediaBox ${box} ${entries} >>`;

/** One page: its content is object 4, its font object 5, and what is wrong comes behind. */
const sheet = (
  content: Buffer,
  { resources = "", entries = "", more = [] as readonly (string | Buffer)[], box = "[0 0 612 792]" } = {},
): Buffer =>
  assemblePdf([
    catalog,
    onePage,
    page(`/Contents 4 0 R /Resources << /Font << /F 5 0 R >> ${resources} >> ${entries}`, box),
    content,
    font,
    ...more,
  ]);

/** Data that unpack to `megabytes` MB of one letter, without ever holding them. */
function bomb(megabytes: number, letter = " "): Buffer {
  const block = deflateRawSync(Buffer.alloc(2 ** 20, letter), { finishFlush: constants.Z_FULL_FLUSH });
  const end = Buffer.from([1, 0, 0, 0xff, 0xff, 0, 0, 0, 0]);
  return Buffer.concat([Buffer.from([0x78, 0x9c]), ...Array.from({ length: megabytes }, () => block), end]);
}

const picture = (width: number, height: number, data: Buffer, filter = "/FlateDecode", color = "/DeviceRGB"): Buffer =>
  stream(
    data,
    `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace ${color} /BitsPerComponent 8 /Filter ${filter}`,
  );

const shown = (image: Buffer, box?: string): Buffer =>
  sheet(stream("q 612 0 0 792 0 0 cm /P Do Q"), {
    resources: "/XObject << /P 6 0 R >>",
    more: [image],
    ...(box ? { box } : {}),
  });

/** A file whose table of places says that an older table lies at its own place. */
function loopingTable(): Buffer {
  const whole = buildPdf([{ texts: printLines(harmlessLines) }]).toString("latin1");
  const place = /startxref\s+(\d+)/.exec(whole)?.[1] ?? "0";
  return Buffer.from(whole.replace("/Root 1 0 R", `/Root 1 0 R /Prev ${place}`), "latin1");
}

/** A file that ends before its table of places, with an end mark. */
function withoutTable(): Buffer {
  const whole = buildPdf([{ texts: printLines(harmlessLines) }]);
  return Buffer.concat([whole.subarray(0, whole.lastIndexOf("\nxref\n")), Buffer.from("\n%%EOF\n")]);
}

const deepTree = (levels: number): Buffer =>
  assemblePdf([
    catalog,
    ...Array.from(
      { length: levels },
      (_, level) => `<< /Type /Pages /Kids [${level + 3} 0 R] /Count 1 /Parent ${Math.max(2, level + 1)} 0 R >>`,
    ),
    `<< /Type /Page /Parent ${levels + 1} 0 R /MediaBox [0 0 612 792] >>`,
  ]);

/** 1,900 pages that show one long content. */
function sharedContent(): Buffer {
  const kids = Array.from({ length: 1900 }, (_, index) => index + 5);
  return assemblePdf([
    catalog,
    `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(" ")}] /Count 1900 >>`,
    font,
    stream(
      Array.from(
        { length: 400 },
        (_, line) => `BT /F 9 Tf 40 ${780 - line} Td (${harmlessLines.join(" ")}) Tj ET`,
      ).join("\n"),
    ),
    ...kids.map(() => page("/Contents 4 0 R /Resources << /Font << /F 3 0 R >> >>")),
  ]);
}

const cmap = (ranges: string): string =>
  `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <00000000> <ffffffff> endcodespacerange ${ranges} endcmap end end`;

const glyphBomb = (): Buffer =>
  assemblePdf([
    catalog,
    onePage,
    page("/Contents 4 0 R /Resources << /Font << /F 5 0 R >> >>"),
    stream("BT /F 11 Tf 72 700 Td <0001000200030004> Tj ET"),
    "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
    stream(
      cmap(
        Array.from(
          { length: 25 },
          (_, index) =>
            `1 beginbfrange <${(index * 16_000_000).toString(16).padStart(8, "0")}> <${((index + 1) * 16_000_000 - 1).toString(16).padStart(8, "0")}> <0041> endbfrange`,
        ).join("\n"),
      ),
    ),
  ]);

const roomy = { seconds: 60 };
const narrow = { seconds: 60, memoryMegabytes: 300 };

/** PDFs that try to make a reader run out of memory, time or stack, or that point at themselves. */
export const hostilePdfs: readonly HostileFile[] = [
  ["a content that unpacks to 4 GB", () => sheet(stream(bomb(4096), "/Filter /FlateDecode")), "too-large", narrow],
  [
    "a content packed twice",
    () => sheet(stream(deflateSync(bomb(4096)), "/Filter [/FlateDecode /FlateDecode]")),
    "too-large",
    narrow,
  ],
  ["a picture of 40,000 × 40,000 dots", () => shown(picture(40_000, 40_000, bomb(1))), "too-large", roomy],
  ["a picture that unpacks to more than it says", () => shown(picture(100, 100, bomb(4096))), "too-large", narrow],
  [
    "a picture whose file says another size",
    () => shown(picture(100, 100, hugeJpeg(), "/DCTDecode")),
    "no-text",
    roomy,
  ],
  ["a page of a million kilometers", () => sheet(stream(words), { box: "[0 0 1e12 1e12]" }), "read", roomy],
  [
    "a picture on a page of a million kilometers",
    () => shown(picture(4, 4, deflateSync(Buffer.alloc(48))), "[0 0 1e12 1e12]"),
    "no-text",
    roomy,
  ],
  [
    "a picture on a page of a hair's width",
    () => shown(picture(4, 4, deflateSync(Buffer.alloc(48))), "[0 0 0.0001 1e7]"),
    "no-text",
    roomy,
  ],
  ["a page without a size", () => sheet(stream(words), { box: "[0 0 0 0]" }), "read", roomy],
  ["a table of places that leads to itself", loopingTable, "read", roomy],
  ["a tree of pages 8,000 deep", () => deepTree(8_000), "no-text", roomy],
  [
    "a page that is its own parent",
    () => assemblePdf([catalog, onePage, "<< /Type /Page /Parent 3 0 R >>"]),
    "no-text",
    roomy,
  ],
  [
    "a form that draws itself",
    () =>
      sheet(stream(`/X Do ${words}`), {
        resources: "/XObject << /X 6 0 R >>",
        more: [
          stream(
            "/X Do /X Do",
            "/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /XObject << /X 6 0 R >> >>",
          ),
        ],
      }),
    "read",
    roomy,
  ],
  [
    "forms that draw each other ten times",
    () => sheet(stream("/X Do"), { resources: "/XObject << /X 6 0 R >>", more: formLadder(12) }),
    "took-too-long",
    { seconds: 3 },
  ],
  [
    "an outline that leads to itself",
    () =>
      buildPdf(
        [{ texts: printLines(harmlessLines) }],
        "/Outlines << /Type /Outlines /First 1 0 R /Last 1 0 R /Count 99999999 /Next 1 0 R >>",
      ),
    "read",
    roomy,
  ],
  [
    "an object that is itself",
    () => assemblePdf([catalog, onePage, page("/Contents 4 0 R"), "4 0 R"]),
    "no-text",
    roomy,
  ],
  [
    "a length that is itself",
    () => assemblePdf([catalog, onePage, page("/Contents 4 0 R"), "<< /Length 4 0 R >>\nstream\nBT ET\nendstream"]),
    "no-text",
    roomy,
  ],
  [
    "arrays nested 200,000 deep",
    () =>
      assemblePdf([
        catalog,
        onePage,
        page(`/Contents 4 0 R /Annots ${"[".repeat(200_000)}${"]".repeat(200_000)}`),
        stream(words),
      ]),
    "damaged",
    roomy,
  ],
  ["a content nested 300,000 deep", () => sheet(stream(`${words}\n${"[".repeat(300_000)}`)), "read", roomy],
  ["a page of 30,000 words apart of text", () => sheet(stream(manyPieces(30_000))), "too-large", roomy],
  ["1,900 pages that share one content", sharedContent, "too-large", { seconds: 60, characters: 1_000_000 }],
  ["a table of letters for 400 million glyphs", glyphBomb, "too-large", narrow],
  [
    "8,000 notes on a page",
    () =>
      sheet(stream(words), {
        entries: `/Annots [${"<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (x) >> ".repeat(8_000)}]`,
      }),
    "read",
    roomy,
  ],
  ["a PDF without its table of places", withoutTable, "damaged", roomy],
];

/** The head of a JPEG that says 65,000 × 65,000. */
const hugeJpeg = (): Buffer =>
  Buffer.from(
    `ffd8ffe000104a46494600010100000100010000ffdb004300${"01".repeat(64)}ffc0001108fde8fde803011100021100031100ffc4001f0000010501010101010100000000000000000102030405060708090a0bffda000c03010002110311003f00${"00".repeat(64)}ffd9`,
    "hex",
  );

/** Each form draws the next one ten times. */
const formLadder = (steps: number): readonly Buffer[] =>
  Array.from({ length: steps }, (_, step) => {
    const next = step + 7;
    const isLast = step === steps - 1;
    return stream(
      isLast ? words : "/X Do ".repeat(10),
      `/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /Font << /F 5 0 R >> ${isLast ? "" : `/XObject << /X ${next} 0 R >>`} >>`,
    );
  });

const manyPieces = (count: number): string =>
  Array.from(
    { length: count },
    (_, index) => `BT /F 3 Tf ${(index % 100) * 6} ${Math.floor(index / 100) % 790} Td (ab) Tj ET`,
  ).join("\n");
