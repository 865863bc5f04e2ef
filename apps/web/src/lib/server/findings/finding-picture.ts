import type { Finding } from "@evenhand/standard";
import type { MapClass } from "@evenhand/toolkit/report/charts/area-map";
import { plainDrawing } from "@evenhand/toolkit/report/charts/plain-drawing";
import { wrapText } from "@evenhand/toolkit/report/charts/wrap-text";
import {
  chartAlone,
  evidenceAlone,
  type FindingBeside,
  findingTitle,
  sentenceAlone,
} from "@evenhand/toolkit/report/page/finding-alone";
import { escapeHtml } from "@evenhand/toolkit/report/page/html";
import { missingSentence } from "@evenhand/toolkit/report/words/missing-sentence";
import { openWords, type Words } from "@evenhand/toolkit/report/words/words";
import { pictureColours, withColours } from "./picture-colours.ts";
import { blockHeight, drawBlock, type TextBlock } from "./picture-text.ts";

/** A picture that stands alone: width and height in pixels. */
export type FindingPicture = { readonly svg: string; readonly width: number; readonly height: number };

export type PictureBeside = {
  readonly words: Words;
  readonly beside: FindingBeside;
  /** What the numbers are from and where they stand; the last lines of the picture. */
  readonly source: string;
  /** Said first, such as that the place is made up. */
  readonly notice?: string | undefined;
};

const margin = 24;
const chartWidth = 720;
const gap = 10;
const width = chartWidth + 2 * margin;

/** The usual sans serif fonts, of which every computer has one. */
const fonts = "'Public Sans', 'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif";

/**
 * A finding's chart with its sentence, what is missing and its source in one SVG: no style, font or script from
 * elsewhere. A chart never leaves without its words. Undefined where a table says it better.
 */
export function findingPicture(
  finding: Finding,
  { words, beside, source, notice }: PictureBeside,
): FindingPicture | undefined {
  const chart = chartAlone(finding, beside, words);
  const drawn = chart && wideChart(chart.svg);
  if (chart === undefined || drawn === undefined) return undefined;
  const sentence = sentenceAlone(finding, beside, words);
  const missing = finding.question === "change" ? undefined : missingSentence(finding, words);
  const above = [
    ...(notice === undefined ? [] : [block(notice, 14, { isBold: true })]),
    block(findingTitle(finding, words), 13, { colour: pictureColours.soft }),
    block(sentence, 18, { isBold: true }),
    ...[missing, ...evidenceAlone(finding, beside, words)].flatMap((text) =>
      text === undefined ? [] : [block(text, 14)],
    ),
  ];
  const legend = chart.classes === undefined ? undefined : mapLegend(chart.classes, words);
  const below = [
    block(chart.caption, 13, { colour: pictureColours.soft }),
    block(source, 12, { colour: pictureColours.soft }),
  ];
  const top = stack(above, margin);
  const after = top.bottom + drawn.height + gap;
  const foot = stack(below, after + (legend === undefined ? 0 : legendHeight));
  const height = Math.ceil(foot.bottom + margin - gap);
  const id = finding.id.replaceAll(/[^a-z0-9]+/gi, "-");
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${id}-title ${id}-desc" lang="${words.language}" ` +
    `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fonts}">` +
    `<title id="${id}-title">${escapeHtml(sentence)}</title><desc id="${id}-desc">${drawn.description}</desc>` +
    `<rect width="${width}" height="${height}" fill="${pictureColours.paper}"/>` +
    `${top.svg}${placed(drawn.svg, top.bottom)}${legend === undefined ? "" : legend(after)}${foot.svg}</svg>\n`;
  return { svg, width, height };
}

/** Whether a finding has a picture, in either language. */
export const hasPicture = (finding: Finding, beside: FindingBeside): boolean =>
  wideChart(chartAlone(finding, beside, openWords("en"))?.svg ?? "") !== undefined;

type Look = { readonly colour?: string; readonly isBold?: boolean };

/** Letters are a little narrower than the widest font for which lines are measured. */
const block = (text: string, size: number, { colour = pictureColours.ink, isBold = false }: Look = {}): TextBlock => ({
  lines: wrapText(text, chartWidth * 1.06, size),
  size,
  colour,
  isBold,
});

/** Blocks one under the other. */
function stack(blocks: readonly TextBlock[], start: number): { readonly svg: string; readonly bottom: number } {
  let bottom = start;
  const svg = blocks.map((one) => {
    const drawn = drawBlock(one, margin, bottom);
    bottom += blockHeight(one) + gap;
    return drawn;
  });
  return { svg: svg.join(""), bottom };
}

/** The drawing for wide screens out of both, and what is said of it to those who cannot see it. */
function wideChart(svg: string) {
  const start = svg.search(/<svg\b[^>]*class="chart wide"/);
  if (start < 0) return undefined;
  const drawing = svg.slice(start);
  const height = Number(/^<svg[^>]*\bheight="([\d.]+)"/.exec(drawing)?.[1]);
  const description = /<desc[^>]*>(.*?)<\/desc>/s.exec(drawing)?.[1] ?? "";
  return Number.isFinite(height) ? { svg: drawing, height, description } : undefined;
}

/** The drawing at its place in the picture; its title and description become the picture's. */
function placed(svg: string, top: number): string {
  const bare = svg
    .replace(/<title[^>]*>.*?<\/title>/s, "")
    .replace(/<desc[^>]*>.*?<\/desc>/s, "")
    .replace(/ role="img"| aria-labelledby="[^"]*"/g, "")
    .replace("<svg ", `<svg x="${margin}" y="${Math.round(top)}" `);
  return plainDrawing(withColours(bare));
}

const legendHeight = 30;

/** Classes of a map beside each other, lightest first. */
function mapLegend(classes: readonly MapClass[], words: Words): (top: number) => string {
  const room = chartWidth / Math.max(1, classes.length);
  return (top) =>
    classes
      .map(({ low, high, opacity }, index) => {
        const left = margin + index * room;
        const text = low === high ? words.say("chart.map.one", { low }) : words.say("chart.map.from", { low, high });
        return (
          `<rect x="${left}" y="${top}" width="16" height="16" fill="${pictureColours.mark}" fill-opacity="${opacity}" stroke="${pictureColours.soft}"/>` +
          `<text x="${left + 22}" y="${top + 13}" font-size="13" fill="${pictureColours.ink}">${escapeHtml(text)}</text>`
        );
      })
      .join("");
}
