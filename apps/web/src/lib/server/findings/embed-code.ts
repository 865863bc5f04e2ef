import type { Finding, Language } from "@evenhand/standard";
import { type FindingBeside, sentenceAlone } from "@evenhand/toolkit/report/page/finding-alone";
import { escapeHtml } from "@evenhand/toolkit/report/page/html";
import { openWords } from "@evenhand/toolkit/report/words/words";
import { addresses } from "../../addresses.ts";

/** Height of the frame in pixels; what is longer scrolls. */
export const embedHeight = 720;

type Where = {
  readonly place: string;
  readonly beside: FindingBeside;
  readonly language: Language;
  readonly origin: string;
  readonly width?: number;
  readonly height?: number;
};

/** The HTML that shows a finding on another site: a frame, named by the finding's sentence. */
export function embedCode(finding: Finding, { place, beside, language, origin, width, height }: Where): string {
  const source = origin + addresses(language).embed(place, finding.id);
  const sentence = sentenceAlone(finding, beside, openWords(language));
  return `<iframe src="${source}" title="${escapeHtml(sentence)}" width="${width ?? "100%"}" height="${height ?? embedHeight}" loading="lazy" style="border:0"></iframe>`;
}
