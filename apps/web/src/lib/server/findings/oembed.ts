import { sentenceAlone } from "@evenhand/toolkit/report/page/finding-alone";
import { openWords } from "@evenhand/toolkit/report/words/words";
import { openPlace } from "../place-index.ts";
import { embedCode, embedHeight } from "./embed-code.ts";

/** Answer of the oEmbed end point. Source: oembed.com, version 1.0. */
export type Oembed = {
  readonly version: "1.0";
  readonly type: "rich";
  readonly title: string;
  readonly html: string;
  readonly width: number;
  readonly height: number;
  readonly provider_name: string;
  readonly provider_url: string;
  readonly cache_age: number;
};

type Asked = {
  /** Address of a page of a finding. */
  readonly url: string;
  readonly maxwidth?: number | undefined;
  readonly maxheight?: number | undefined;
};

const usualWidth = 640;
const leastWidth = 320;

const findingPath = /^(\/es)?\/places\/([a-z0-9-]{1,121})\/findings\/([^?#]{1,300})$/;

/** How to show a finding of this site elsewhere; undefined when the address is not of one of its findings. */
export async function oembed(
  { url, maxwidth = usualWidth, maxheight = embedHeight }: Asked,
  { releases, origin }: { readonly releases: string; readonly origin: string },
): Promise<Oembed | undefined> {
  const asked = URL.parse(url);
  if (asked === null || asked.origin !== new URL(origin).origin) return undefined;
  const [, prefix, id = "", path = ""] = findingPath.exec(asked.pathname) ?? [];
  const open = await openPlace(releases, id);
  const name = decoded(path);
  const finding = open?.answers.findings.find((one) => one.id === name);
  if (open === undefined || finding === undefined) return undefined;
  const language = prefix === undefined ? "en" : "es";
  const width = Math.max(leastWidth, Math.min(maxwidth, usualWidth));
  const height = Math.min(maxheight, embedHeight);
  return {
    version: "1.0",
    type: "rich",
    title: sentenceAlone(finding, open.answers, openWords(language)),
    html: embedCode(finding, { place: open.place.id, beside: open.answers, language, origin, width, height }),
    width,
    height,
    provider_name: "Evenhand",
    provider_url: origin,
    cache_age: 3600,
  };
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
