import { DocumentTrouble } from "./document-trouble.ts";
import { countPictures } from "./draw-page.ts";
import { withPdf } from "./open-pdf.ts";

/**
 * pdf.js leaves out a picture that is too large to decode, and its page would look blank and its rules absent: so the
 * document is refused where pages have more pictures than would be drawn.
 *
 * @param pages numbers of the pages without text
 * @throws DocumentTrouble
 */
export async function refuseHugePictures(
  bytes: Uint8Array,
  { pages, picturePixels }: { readonly pages: readonly number[]; readonly picturePixels: number },
): Promise<void> {
  const count = (maxImageSize: number): Promise<readonly number[]> =>
    withPdf(bytes.slice(), { maxImageSize }, async (pdf) => {
      const counts: number[] = [];
      for (const number of pages) {
        const page = await pdf.getPage(number);
        counts.push(await countPictures(page));
        page.cleanup();
      }
      return counts;
    });
  const drawn = await count(picturePixels);
  const all = await count(-1);
  const lost = pages.find((_, index) => (all[index] ?? 0) > (drawn[index] ?? 0));
  if (lost !== undefined)
    throw new DocumentTrouble(
      "too-large",
      `the picture on its page ${lost} has more than ${picturePixels.toLocaleString("en-US")} dots`,
    );
}
