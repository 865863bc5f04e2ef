import { fileURLToPath } from "node:url";
import { createCanvas, GlobalFonts, loadImage } from "@napi-rs/canvas";
import { fonts } from "../../fonts.ts";

/** Pixels of the picture for one of the drawing. */
const scale = 2;

/** One of these is on nearly every computer; the first that is there is taken. */
const usual: readonly string[] = [
  "Public Sans",
  "Helvetica Neue",
  "Arial",
  "Liberation Sans",
  "DejaVu Sans",
  "Helvetica",
];

let family: string | undefined;

/**
 * A drawing as PNG, at twice its size so that it is sharp in print.
 *
 * @param svg with `width` and `height` as its first attributes of those names, and a `font-family`
 */
export async function svgPng(svg: string, size: { readonly width: number; readonly height: number }) {
  const width = size.width * scale;
  const height = size.height * scale;
  family ??= fontFamily();
  const drawing = svg
    .replace(/ width="[\d.]+" height="[\d.]+"/, ` width="${width}" height="${height}"`)
    .replace(/ font-family="[^"]*"/, ` font-family="${family}"`);
  const image = await loadImage(Buffer.from(drawing));
  const canvas = createCanvas(width, height);
  canvas.getContext("2d").drawImage(image, 0, 0, width, height);
  return new Uint8Array(await canvas.encode("png"));
}

/** The drawer knows no list of fonts. Where a computer has none of the usual ones, the site's own is used. */
function fontFamily(): string {
  const found = usual.find((name) => GlobalFonts.has(name));
  if (found !== undefined) return found;
  for (const { source, family: name } of fonts)
    GlobalFonts.registerFromPath(fileURLToPath(import.meta.resolve(source)), name);
  return "Public Sans";
}
