/** Bounds within which a document is read; beyond them it is refused with the bound named. */
export type DocumentLimits = {
  /** Size of the file. */
  readonly bytes: number;
  /** Pages of a PDF. */
  readonly pages: number;
  /** Time for the document, without recognising scanned pages. */
  readonly seconds: number;
  /** Time each scanned page adds. */
  readonly secondsPerScan: number;
  /** Pages without text that are recognised; a longer scan is refused. */
  readonly scannedPages: number;
  /** Heap of the worker that reads. */
  readonly heapMegabytes: number;
  /** Memory the whole program may gain while it reads; pictures and unpacked streams do not count as heap. */
  readonly memoryMegabytes: number;
  /** Size of all parts of a word-processor file together after inflating. */
  readonly inflatedBytes: number;
  /** How many times larger than its packed size a part of over 1 MB may become. */
  readonly inflatedRatio: number;
  /** Characters of all text together. */
  readonly characters: number;
  /** Pieces of text on a page. */
  readonly runsPerPage: number;
  /** Pixels of a page drawn for recognition. */
  readonly pixels: number;
  /** Pixels of a picture on a page without text; a sheet of 11 × 17 inches at 600 dots an inch has 67 million. */
  readonly picturePixels: number;
};

/** Wide enough for a whole manual of 2,000 pages, narrow enough that a hostile file cannot stop a laptop. */
export const defaultDocumentLimits: DocumentLimits = {
  bytes: 100 * 2 ** 20,
  pages: 2_000,
  seconds: 120,
  secondsPerScan: 60,
  scannedPages: 400,
  heapMegabytes: 1_024,
  memoryMegabytes: 1_536,
  inflatedBytes: 256 * 2 ** 20,
  inflatedRatio: 200,
  characters: 20_000_000,
  runsPerPage: 50_000,
  pixels: 16_000_000,
  picturePixels: 70_000_000,
};
