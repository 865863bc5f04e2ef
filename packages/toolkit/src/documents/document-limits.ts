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
  /** Size of all parts of a word-processor file together after inflating. */
  readonly inflatedBytes: number;
  /** How many times larger than its packed size a part of over 1 MB may become. */
  readonly inflatedRatio: number;
  /** Characters of all text together. */
  readonly characters: number;
  /** Pixels of a page drawn for recognition. */
  readonly pixels: number;
};

/** Wide enough for a whole manual of 2,000 pages, narrow enough that a hostile file cannot stop a laptop. */
export const defaultDocumentLimits: DocumentLimits = {
  bytes: 100 * 2 ** 20,
  pages: 2_000,
  seconds: 120,
  secondsPerScan: 60,
  scannedPages: 400,
  heapMegabytes: 1_024,
  inflatedBytes: 256 * 2 ** 20,
  inflatedRatio: 200,
  characters: 20_000_000,
  pixels: 16_000_000,
};
