import type { Finding, Language } from "@evenhand/standard";
import { openWords } from "@evenhand/toolkit/report/words/words";
import { addresses } from "../../addresses.ts";
import { siteWords } from "../../words/site-words.ts";
import { sendText } from "../files/send-text.ts";
import type { OpenPlace } from "../place-index.ts";
import { findingCsv } from "./finding-csv.ts";
import { findingDocument } from "./finding-document.ts";
import { type FindingPicture, findingPicture } from "./finding-picture.ts";
import { keptPictures } from "./kept-pictures.ts";
import { svgPng } from "./svg-png.ts";

/** Forms in which one finding can be taken away. */
export const findingForms = ["json", "csv", "svg", "png"] as const;

export type FindingForm = (typeof findingForms)[number];

/** Id of a finding and the form that is asked for, out of `on-whom/race/people.csv`; undefined when it names no form. */
export function readFindingFile(name: string): { readonly id: string; readonly form: FindingForm } | undefined {
  const at = name.lastIndexOf(".");
  const form = findingForms.find((one) => one === name.slice(at + 1));
  return form === undefined || at < 1 ? undefined : { id: name.slice(0, at), form };
}

/** A finding as a file; undefined when the release has none of that id, or it has no chart to be a picture of. */
export async function findingFile(
  request: Request,
  { place, answers }: OpenPlace,
  { name, language, origin }: { readonly name: string; readonly language: Language; readonly origin: string },
): Promise<Response | undefined> {
  const { id, form } = readFindingFile(name) ?? {};
  const finding = answers.findings.find((one) => one.id === id);
  if (finding === undefined || form === undefined) return undefined;
  const { hash } = answers.release;
  const file = `${place.id}-${finding.id.replaceAll("/", "-")}.${form}`;
  if (form === "json") {
    const body = `${JSON.stringify(findingDocument(finding, answers), null, 1)}\n`;
    return sendText(request, { body, type: "application/json; charset=utf-8", hash });
  }
  if (form === "csv") {
    const body = findingCsv(finding, openWords(language));
    return sendText(request, { body, type: "text/csv; charset=utf-8", hash, saveAs: file });
  }
  const draw = () => pictureOf(finding, { place, answers }, { language, origin });
  if (form === "svg") {
    const body = draw()?.svg;
    if (body === undefined) return undefined;
    return sendText(request, { body, type: "image/svg+xml; charset=utf-8", hash, headers: svgHeaders });
  }
  const key = JSON.stringify([place.id, hash, answers.madeFrom, finding.id, language, origin]);
  const body = await pictures.get(key, async () => {
    const picture = draw();
    return picture && svgPng(picture.svg, picture);
  });
  return body && sendText(request, { body, type: "image/png", hash });
}

/** Some five hundred pictures. */
const pictures = keptPictures(48_000_000);

/** A drawing that is opened by itself runs nothing and asks for nothing. */
const svgHeaders = { "content-security-policy": "default-src 'none'; frame-ancestors 'self'" };

/** The picture of a finding, with its source and the address at which it can be checked. */
export function pictureOf(
  finding: Finding,
  { place, answers }: OpenPlace,
  { language, origin }: { readonly language: Language; readonly origin: string },
): FindingPicture | undefined {
  const words = openWords(language);
  const { release, isFictional } = answers;
  const source = siteWords(language)("picture-source", {
    place: place.name,
    date: words.date(release.date),
    hash: release.hash.slice(0, 8),
    address: origin + addresses(language).finding(place.id, finding.id),
  });
  return findingPicture(finding, {
    words,
    beside: answers,
    source,
    notice: isFictional ? words.say("page.fiction", { agency: place.name }) : undefined,
  });
}
