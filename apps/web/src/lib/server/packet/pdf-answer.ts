import { error } from "@sveltejs/kit";
import { siteWords } from "../../words/site-words.ts";
import { languageOf } from "../page-load.ts";
import { openPlace } from "../place-index.ts";
import { readSettings } from "../settings.ts";
import { makePacket } from "./packet.ts";
import { chosenFindings } from "./packet-choice.ts";
import { packetPdf } from "./packet-pdf.ts";
import type { Paper } from "./pdf-writer.ts";

type Asked = { readonly params: Readonly<Record<string, string | undefined>>; readonly url: URL };

/** Answers with the packet of a place as PDF on one paper. */
export const pdfAnswer =
  (paper: Paper) =>
  async ({ params, url }: Asked): Promise<Response> => {
    const { releases, origin, isStatic } = readSettings();
    const language = languageOf(params);
    const open = await openPlace(releases, params.place ?? "");
    if (open === undefined) error(404, siteWords(language)("no-such-place"));
    const { findings, release } = open.answers;
    const choice = chosenFindings(findings, isStatic ? new URLSearchParams() : url.searchParams);
    const packet = makePacket(open, choice.findings, { language, origin });
    const pdf = await packetPdf(packet, paper, release.date);
    return new Response(Buffer.from(pdf), {
      headers: {
        "content-type": "application/pdf",
        "content-disposition": `inline; filename="${open.place.id}-meeting-${language}.pdf"`,
      },
    });
  };
