import qrcode from "qrcode";

/** A QR code as one path of squares, with its quiet zone of four squares on each side. */
export type QrCode = {
  /** Squares on each side, the quiet zone among them. */
  readonly size: number;
  /** Path of the dark squares, in squares. */
  readonly path: string;
};

const quiet = 4;

/** The QR code of an address, readable with up to 15 of 100 squares lost. */
export function qrCode(address: string): QrCode {
  const { modules } = qrcode.create(address, { errorCorrectionLevel: "M" });
  const squares = Array.from({ length: modules.size ** 2 }, (_, index) => index).filter(
    (index) => modules.data[index] === 1,
  );
  const path = squares
    .map((index) => `M${quiet + (index % modules.size)} ${quiet + Math.floor(index / modules.size)}h1v1h-1z`)
    .join("");
  return { size: modules.size + 2 * quiet, path };
}
