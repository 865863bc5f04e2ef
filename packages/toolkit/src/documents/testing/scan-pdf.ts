import { createCanvas, loadImage } from "@napi-rs/canvas";
import { getDocumentProxy, renderPageAsImage } from "unpdf";
import { seededRandom } from "../../sample/seeded-random.ts";
import { canvasFactory } from "../draw-page.ts";
import { buildPdf } from "./build-pdf.ts";

/** How a scanner sees a page. */
export type ScanLook = {
  readonly dotsPerInch: number;
  /** How far the sheet lies askew, degrees clockwise; every other sheet lies the other way. */
  readonly degrees?: number;
  /** Most that a dot is lighter or darker than the paper or print there, 0–255. */
  readonly grain?: number;
};

/** A copy of a PDF in which every page is a picture and no letter is text. */
export async function scanPdf(bytes: Uint8Array, look: ScanLook): Promise<Buffer> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, CanvasFactory: await canvasFactory() });
  try {
    const pictures: Uint8Array[] = [];
    for (let page = 1; page <= pdf.numPages; page += 1) {
      const scale = look.dotsPerInch / 72;
      pictures.push(
        new Uint8Array(await renderPageAsImage(pdf, page, { canvasImport: () => import("@napi-rs/canvas"), scale })),
      );
    }
    return await pdfOfPictures(pictures, look);
  } finally {
    await pdf.destroy();
  }
}

/** A PDF of pictures of pages (PNG, JPEG), laid askew and grained as a scanner would. */
export async function pdfOfPictures(pictures: readonly Uint8Array[], look: ScanLook): Promise<Buffer> {
  const pages = [];
  for (const [index, picture] of pictures.entries())
    pages.push({ picture: await scanned(picture, look, index), dotsPerInch: look.dotsPerInch });
  return buildPdf(pages);
}

async function scanned(picture: Uint8Array, { degrees = 0, grain = 0 }: ScanLook, index: number) {
  const image = await loadImage(picture);
  const { width, height } = image;
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, width, height);
  context.translate(width / 2, height / 2);
  context.rotate((degrees * (index % 2 === 0 ? 1 : -1) * Math.PI) / 180);
  context.drawImage(image, -width / 2, -height / 2);
  if (grain > 0) {
    const random = seededRandom(index + 1);
    const dots = context.getImageData(0, 0, width, height);
    for (let at = 0; at < dots.data.length; at += 4) {
      const change = Math.round((random.next() * 2 - 1) * grain);
      for (let color = at; color < at + 3; color += 1) dots.data[color] = (dots.data[color] ?? 0) + change;
    }
    context.putImageData(dots, 0, 0);
  }
  return { jpeg: canvas.toBuffer("image/jpeg", 80), width, height };
}
