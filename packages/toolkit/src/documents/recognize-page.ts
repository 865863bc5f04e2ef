import { fileURLToPath } from "node:url";
import { createWorker, type Line, OEM } from "tesseract.js";
import { mendRecognized, mendRecognizedMarker } from "../policy/documents/mend-recognized.ts";
import type { PageText, TextRun } from "../policy/documents/page-text.ts";

/** Recognises letters in pictures of pages; one is opened for a document and closed after it. */
export type Recognizer = {
  readonly recognize: (picture: PagePicture) => Promise<Omit<PageText, "page">>;
  readonly close: () => Promise<void>;
};

/** A drawn page: PNG bytes, and how many pixels a point has. */
export type PagePicture = {
  readonly png: Uint8Array;
  readonly scale: number;
  readonly width: number;
  readonly height: number;
};

/** Where the English model of the package lies. */
const model = (): string =>
  fileURLToPath(new URL("./4.0.0_best_int/", import.meta.resolve("@tesseract.js-data/eng/package.json")));

/** Starts Tesseract with the English model of the package; nothing is fetched or kept on disk. */
export async function openRecognizer(): Promise<Recognizer> {
  const worker = await createWorker("eng", OEM.LSTM_ONLY, {
    langPath: model(),
    gzip: true,
    cacheMethod: "none",
    errorHandler: () => undefined,
  });
  return {
    recognize: async ({ png, scale, width, height }) => {
      const { data } = await worker.recognize(Buffer.from(png), {}, { text: false, blocks: true });
      const lines = (data.blocks ?? []).flatMap(({ paragraphs }) => paragraphs).flatMap((paragraph) => paragraph.lines);
      const runs = evenHeights(lines.flatMap((line) => lineRuns(line, scale)));
      return { width, height, runs, confidence: meanConfidence(lines) };
    },
    close: async () => {
      await worker.terminate();
    },
  };
}

/**
 * One run a word, on the line's own base line so that a slanted scan keeps its lines. Each ends in a space: the gaps of
 * narrow print are too small to tell words by.
 */
function lineRuns(line: Line, scale: number): TextRun[] {
  const y = Math.max(line.baseline.y0, line.baseline.y1) / scale;
  const height = (line.bbox.y1 - line.bbox.y0) / scale;
  return line.words.map(({ text, bbox }, index) => ({
    text: `${index === 0 ? mendRecognizedMarker(mendRecognized(text), line.words[1]?.text ?? "") : mendRecognized(text)} `,
    x: bbox.x0 / scale,
    y,
    width: (bbox.x1 - bbox.x0) / scale,
    height,
  }));
}

/** How far a line's height may be from the page's usual one and still be the same print. */
const sameHeight = 0.4;

/** A line without tall or hanging letters measures less; ordinary lines are given the page's usual height. */
function evenHeights(runs: readonly TextRun[]): TextRun[] {
  const sorted = runs.map(({ height }) => height).toSorted((a, b) => a - b);
  const usual = sorted[sorted.length >> 1] ?? 0;
  return runs.map((run) => (Math.abs(run.height - usual) <= sameHeight * usual ? { ...run, height: usual } : run));
}

/** Mean over words by their length, 0–1; 0 where nothing was recognised. */
function meanConfidence(lines: readonly Line[]): number {
  const words = lines.flatMap((line) => line.words);
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  const weighted = words.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0);
  return letters === 0 ? 0 : weighted / letters / 100;
}
