import type { PageText, TextRun } from "../policy/documents/page-text.ts";

/** What pdf.js gives for one piece of text. */
export type PdfText = {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly fontName: string;
};

/** A page's size and the matrix that turns its own coordinates into points from the top left. */
export type PdfView = { readonly width: number; readonly height: number; readonly transform: readonly number[] };

type Placed = TextRun & { readonly turn: number };

/**
 * The runs of a page in reading direction. Text set at an angle (a watermark) is left out; where most of a page stands
 * on its side, the page is turned.
 *
 * Source: ISO 32000-1, 8.3.3 (matrices).
 */
export function pdfRuns(
  texts: readonly PdfText[],
  view: PdfView,
  isBold: (fontName: string) => boolean,
): Pick<PageText, "width" | "height" | "runs"> {
  const placed = texts.flatMap((text) => place(text, view, isBold(text.fontName)));
  const letters = [0, 0, 0, 0];
  for (const { turn, text } of placed) if (Number.isInteger(turn)) letters[turn] = (letters[turn] ?? 0) + text.length;
  const turn = letters.indexOf(Math.max(...letters));
  const runs = placed
    .filter((run) => run.turn === turn)
    .map(({ turn: _, ...run }) => ({ ...run, ...turned(run, turn, view) }));
  return turn % 2 === 0 ? { ...size(view), runs } : { width: view.height, height: view.width, runs };
}

const size = ({ width, height }: PdfView): { width: number; height: number } => ({ width, height });

function place(item: PdfText, view: PdfView, isBold: boolean): Placed[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = view.transform;
  const [ta = 1, tb = 0, tc = 0, td = 1, te = 0, tf = 0] = item.transform;
  const along = [a * ta + c * tb, b * ta + d * tb] as const;
  const across = [a * tc + c * td, b * tc + d * td] as const;
  const run = {
    text: item.str,
    x: a * te + c * tf + e,
    y: b * te + d * tf + f,
    width: item.width,
    height: Math.hypot(...across),
    ...(isBold ? { isBold } : {}),
  };
  if (item.str === "" || ![run.x, run.y, run.width, run.height].every(Number.isFinite)) return [];
  const quarter = Math.atan2(along[1], along[0]) / (Math.PI / 2);
  const nearest = Math.round(quarter);
  return [{ ...run, turn: Math.abs(quarter - nearest) < 0.05 ? (nearest + 4) % 4 : 0.5 }];
}

function turned({ x, y }: TextRun, turn: number, { width, height }: PdfView): { x: number; y: number } {
  if (turn === 1) return { x: y, y: width - x };
  if (turn === 2) return { x: width - x, y: height - y };
  return turn === 3 ? { x: height - y, y: x } : { x, y };
}
