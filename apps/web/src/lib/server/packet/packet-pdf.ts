import { siteWords } from "../../words/site-words.ts";
import { qrCode } from "../qr-code.ts";
import type { Packet, PacketFinding } from "./packet.ts";
import { type PdfChart, pdfChart } from "./pdf-chart.ts";
import { type Paper, PdfWriter } from "./pdf-writer.ts";

/** A packet is to be read at a meeting: no more than this. */
export const mostPages = 4;

/** How wide charts are, as a share of the line, and which are too tall to be drawn, in points. */
type ChartRoom = { readonly share: number; readonly tallest: number };

/** The first with which the packet is short enough is taken. */
const rooms: readonly ChartRoom[] = [
  { share: 1, tallest: 600 },
  { share: 0.85, tallest: 600 },
  { share: 0.7, tallest: 600 },
  { share: 0.7, tallest: 280 },
  { share: 0.7, tallest: 160 },
];
const noRoom: ChartRoom = { share: 0, tallest: 0 };

const heading = { size: 14, bold: true, before: 12 };
const plain = { size: 10.5, before: 3 };
const small = { size: 9, before: 2 };
const term = { size: 10, before: 2 };

/**
 * The packet as a tagged PDF of at most four pages, in black and white. Where it would be longer, charts are drawn
 * smaller, then the tallest are left out, at last all of them.
 *
 * @param date ISO date of the release
 */
export async function packetPdf(packet: Packet, paper: Paper, date: string): Promise<Uint8Array> {
  const head = { title: packet.title, language: packet.language, subject: packet.source, date, paper };
  for (const room of rooms) {
    const writer = new PdfWriter(head);
    writePacket(writer, packet, room);
    if (writer.pages <= mostPages) return writer.end(footOf(packet));
  }
  const writer = new PdfWriter(head);
  writePacket(writer, packet, noRoom);
  return writer.end(footOf(packet));
}

const footOf =
  ({ source, place, language }: Packet) =>
  (n: number, all: number): string =>
    `${place} · ${source} · ${siteWords(language)("packet-page", { n, all })}`;

function writePacket(writer: PdfWriter, packet: Packet, room: ChartRoom): void {
  const say = siteWords(packet.language);
  writer.text("H1", packet.title, { size: 20, bold: true });
  writer.text("P", packet.source, { ...small, grey: true });
  if (packet.fiction !== undefined) writer.text("P", packet.fiction, { ...plain, bold: true });
  for (const finding of packet.findings) writeFinding(writer, finding, room);
  writeList(writer, say("packet-missing"), packet.missing, () => "•");
  writeList(writer, say("packet-questions"), packet.questions, (index) => `${index + 1}.`);
  writer.keep(60);
  writer.text("H2", say("packet-terms"), heading);
  for (const { term: name, means } of packet.terms) {
    const line = `${name}: ${means}`;
    writer.keep(writer.heightOf(line, term));
    writer.text("P", line, term);
  }
  writer.keep(190);
  writer.text("H2", say("packet-check"), heading);
  writer.text("P", say("packet-check-text"), plain);
  writer.text("P", packet.address, { ...plain, bold: true });
  const { size, path } = qrCode(packet.address);
  writer.drawing(path, { squares: size, size: 84, alternative: say("packet-qr", { address: packet.address }) });
}

function writeFinding(writer: PdfWriter, { title, sentence, missing, figure }: PacketFinding, room: ChartRoom): void {
  const said = { size: 12.5, bold: true, before: 1 };
  const width = writer.width * room.share;
  const drawn = figure === undefined ? undefined : pdfChart(figure.markup);
  const chart = drawn !== undefined && drawn.shape * width <= room.tallest ? drawn : undefined;
  const texts = writer.heightOf(sentence, said) + (missing === undefined ? 0 : writer.heightOf(missing, plain)) + 30;
  writer.keep(texts + (chart === undefined ? 0 : chartHeight(writer, chart, width)));
  writer.text("P", title, { size: 9, grey: true, before: 12 });
  writer.text("H2", sentence, said);
  if (missing !== undefined) writer.text("P", missing, plain);
  if (chart !== undefined && width > 0) writer.chart(chart, width);
}

const chartHeight = (writer: PdfWriter, { caption, shape }: PdfChart, width: number): number =>
  width * shape + 7 + writer.heightOf(caption, { size: 8 });

function writeList(
  writer: PdfWriter,
  title: string,
  texts: readonly string[],
  markOf: (index: number) => string,
): void {
  writer.keep(70);
  writer.text("H2", title, heading);
  writer.list(
    texts.map((text, index) => ({ mark: markOf(index), text })),
    plain,
  );
}
