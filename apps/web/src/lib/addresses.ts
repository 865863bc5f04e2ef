import type { Language } from "@evenhand/standard";

/** Addresses of the site's pages, each in one language. English has no prefix. */
export function addresses(language: Language) {
  const root = language === "en" ? "" : `/${language}`;
  const place = (id: string) => `${root}/places/${id}`;
  return {
    home: root === "" ? "/" : root,
    about: `${root}/about`,
    place,
    statusCsv: (table: string) => `${root}/tables/${table}.csv`,
    force: (id: string, question?: string) => `${place(id)}/force${question === undefined ? "" : `/${question}`}`,
    forcePart: (id: string) => `${place(id)}/force/part`,
    notRecorded: (id: string) => `${place(id)}/not-recorded`,
    letter: (id: string) => `${place(id)}/not-recorded/letter`,
    reduce: (id: string) => `${place(id)}/reduce`,
    whatIf: (id: string, supposed?: string) =>
      `${place(id)}/reduce/what-if${supposed === undefined ? "" : `/${supposed}`}`,
    packet: (id: string, form?: "large" | "projector") => `${place(id)}/packet${form === undefined ? "" : `/${form}`}`,
    policy: (id: string, part?: "audit" | "versions" | "register" | "register/letter") =>
      `${place(id)}/policy${part === undefined ? "" : `/${part}`}`,
    policyRule: (id: string, rule: string) => `${place(id)}/policy/audit/${rule}`,
    policyDocument: (id: string, sha256: string, part = 1) =>
      `${place(id)}/policy/documents/${sha256.slice(0, 8)}${part === 1 ? "" : `/${part}`}`,
    comparePolicies: (id: string, other: string) => `${root}/compare/policy/${id}/${other}`,
    provision: (id: string) => `${root}/provisions/${id}`,
    change: (id: string, event?: string) =>
      `${place(id)}/change${event === undefined ? "" : `/${encodeURIComponent(event)}`}`,
    data: (id: string) => `${place(id)}/data`,
    release: (id: string, release: string) => `${place(id)}/data/${release}`,
    releaseChanges: (id: string, release: string) => `${place(id)}/data/${release}/changes`,
    /** A file of a release: the same in every language. */
    releaseFile: (id: string, release: string, file: string) => `/places/${id}/data/${release}/${file}`,
    embed: (id: string, finding: string) =>
      `${root}/embed/${id}/${finding.split("/").map(encodeURIComponent).join("/")}`,
    dictionary: `${root}/dictionary`,
    codeList: (id: string) => `${root}/dictionary/${id}`,
    api: `${root}/api`,
    feed: `${root}/feed.atom`,
    finding: (id: string, finding: string) =>
      `${place(id)}/findings/${finding.split("/").map(encodeURIComponent).join("/")}`,
    learn: `${root}/learn`,
    guide: (id: string) => `${root}/learn/${id}`,
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
