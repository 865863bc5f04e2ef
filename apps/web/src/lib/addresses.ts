import type { Language } from "@evenhand/standard";

/** Addresses of the site's pages, each in one language. English has no prefix. */
export function addresses(language: Language) {
  const root = language === "en" ? "" : `/${language}`;
  const place = (id: string) => `${root}/places/${id}`;
  return {
    home: root === "" ? "/" : root,
    about: `${root}/about`,
    place,
    force: (id: string, question?: string) => `${place(id)}/force${question === undefined ? "" : `/${question}`}`,
    notRecorded: (id: string) => `${place(id)}/not-recorded`,
    letter: (id: string) => `${place(id)}/not-recorded/letter`,
    reduce: (id: string) => `${place(id)}/reduce`,
    data: (id: string) => `${place(id)}/data`,
    finding: (id: string, finding: string) =>
      `${place(id)}/findings/${finding.split("/").map(encodeURIComponent).join("/")}`,
    methods: `${root}/methods`,
    method: (id: string) => `${root}/methods/${id}`,
  } as const;
}

/** The same page in another language. */
export function inLanguage(pathname: string, language: Language): string {
  const bare = pathname.replace(/^\/es(?=\/|$)/, "") || "/";
  if (language === "en") return bare;
  return bare === "/" ? `/${language}` : `/${language}${bare}`;
}
