import { resolve } from "node:path";

/** What the process was told by its environment. */
export type Settings = {
  /** Folder of releases: `<place>/<release>/release.json`, with the answers that `evenhand prepare` made. */
  readonly releases: string;
  /** Pages are written as files: what needs a server is left out. */
  readonly isStatic: boolean;
  /** Where the public reaches the site, such as `https://force.example.org`, for links that are read elsewhere. */
  readonly origin: string;
  /** Requests a minute that one address may make of what costs work: the API and files made on demand. 0: any number. */
  readonly ratePerMinute: number;
  /** E-mail address of whoever runs the site, for catalogues of data. */
  readonly contact?: string;
};

const usualRate = 120;

/** Reads the settings anew: tests and the static export set them after the code is loaded. */
export function readSettings(environment: Readonly<Record<string, string | undefined>> = process.env): Settings {
  const { EVENHAND_RELEASES = "releases", EVENHAND_STATIC, EVENHAND_ORIGIN = "http://127.0.0.1:3000" } = environment;
  const { EVENHAND_RATE = "", EVENHAND_CONTACT } = environment;
  return {
    releases: resolve(EVENHAND_RELEASES),
    isStatic: EVENHAND_STATIC === "1",
    origin: EVENHAND_ORIGIN.replace(/\/+$/, ""),
    ratePerMinute: /^\d{1,6}$/.test(EVENHAND_RATE) ? Number(EVENHAND_RATE) : usualRate,
    ...(EVENHAND_CONTACT === undefined ? {} : { contact: EVENHAND_CONTACT }),
  };
}
