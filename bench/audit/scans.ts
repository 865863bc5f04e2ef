/**
 * Do pictures of pages give the verdicts that their text gives? Each PDF with text is audited, printed as pictures as a
 * scanner would see them, recognised, and audited again. By hand: a page takes seconds.
 *
 * `node bench/audit/scans.ts POLICY.pdf… [--dots 150,300] [--degrees 0.5] [--grain 12]`
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { readDocument } from "../../packages/toolkit/src/documents/read-document.ts";
import { compareVerdicts } from "../../packages/toolkit/src/documents/testing/compare-verdicts.ts";
import { pdfOfPictures, type ScanLook, scanPdf } from "../../packages/toolkit/src/documents/testing/scan-pdf.ts";
import type { PolicyDocument } from "../../packages/toolkit/src/policy/documents/policy-document.ts";

const { values: options, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    dots: { type: "string", default: "150,300" },
    degrees: { type: "string", default: "0.5" },
    grain: { type: "string", default: "12" },
  },
});
if (files.length === 0) throw new Error("Give one or more PDFs with text: node bench/audit/scans.ts POLICY.pdf…");
const hasPoppler = spawnSync("pdftoppm", ["-v"]).error === undefined;
if (!hasPoppler) console.log("pdftoppm (poppler-utils) is not installed; pages are drawn by pdf.js instead.");

/** Drawn by another program than the one that draws pages for recognition, where there is one. */
async function scan(file: string, look: ScanLook): Promise<Buffer> {
  if (!hasPoppler) return scanPdf(readFileSync(file), look);
  const folder = mkdtempSync(join(tmpdir(), "evenhand-scan-"));
  try {
    execFileSync("pdftoppm", ["-png", "-r", String(look.dotsPerInch), file, join(folder, "page")], { stdio: "ignore" });
    return await pdfOfPictures(
      readdirSync(folder)
        .toSorted()
        .map((name) => readFileSync(join(folder, name))),
      look,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function read(bytes: Uint8Array, name: string): Promise<PolicyDocument> {
  const document = await readDocument({ bytes, name });
  if (!document.isReadable) throw new Error(`${name}: ${document.reason}, ${document.detail}`);
  return document;
}

let [same, all] = [0, 0];
for (const file of files) {
  const name = basename(file);
  const text = await read(readFileSync(file), name);
  for (const dots of options.dots.split(",").map(Number)) {
    const look = { dotsPerInch: dots, degrees: Number(options.degrees), grain: Number(options.grain) };
    const started = performance.now();
    const copy = await read(await scan(file, look), name);
    const { provisions, differences } = compareVerdicts(text, copy);
    same += provisions - differences.length;
    all += provisions;
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    console.log(
      `${name}, ${dots} dots an inch, ${text.pages} pages, ${seconds} s, confidence ${copy.confidence?.toFixed(3)}: ${provisions - differences.length} of ${provisions} the same`,
    );
    for (const difference of differences) console.log(`  ${difference}`);
  }
}
console.log(`${same} of ${all} verdicts the same (${((same / all) * 100).toFixed(1)}%; goal: at least 95%)`);
if (same < all * 0.95) process.exitCode = 1;
