declare module "svg-to-pdfkit" {
  /** Draws an SVG into a PDF at a place, in points. */
  export default function SVGtoPDF(
    doc: PDFKit.PDFDocument,
    svg: string,
    x: number,
    y: number,
    options: {
      readonly width: number;
      readonly height: number;
      readonly assumePt: boolean;
      readonly fontCallback: (family: string, isBold: boolean, isItalic: boolean) => string;
    },
  ): void;
}
