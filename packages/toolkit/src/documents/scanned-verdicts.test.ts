import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { auditDocuments } from "../policy/audit/audit-documents.ts";
import type { PolicyDocument, UnreadableDocument } from "../policy/documents/policy-document.ts";
import { rubrics } from "../policy/rules/rubrics.ts";
import { readDocument } from "./read-document.ts";
import { buildPdf, printLines } from "./testing/build-pdf.ts";
import { compareVerdicts } from "./testing/compare-verdicts.ts";
import { keptDocument } from "./testing/kept-reading.ts";
import { scanPdf } from "./testing/scan-pdf.ts";

const folder = new URL("../../../../../shared/policy/docs/", import.meta.url);
const isHere = existsSync(folder);
if (!isHere)
  console.warn("Skipped: departments' policies are not on this machine (../shared/policy beside the repository).");

/** As an office scanner makes them: 150 dots an inch, half a degree askew, grained. */
const look = { dotsPerInch: 150, degrees: 0.5, grain: 8 };
const leastShare = 0.95;

type Read = (source: { bytes: Uint8Array; name: string }) => Promise<PolicyDocument | UnreadableDocument>;

async function readable(reading: ReturnType<Read>): Promise<PolicyDocument> {
  const document = await reading;
  if (!document.isReadable) throw new Error(document.detail);
  return document;
}

async function expectSameVerdicts(bytes: Buffer, read: Read): Promise<void> {
  const text = await readable(read({ bytes, name: "policy.pdf" }));
  const copy = await readable(read({ bytes: await scanPdf(bytes, look), name: "scan.pdf" }));
  expect(text.confidence).toBeUndefined();
  expect(copy.confidence).toBeGreaterThan(0.8);
  expect(copy.pages).toBe(text.pages);
  const { provisions, differences } = compareVerdicts(text, copy);
  console.log(`${provisions - differences.length} of ${provisions} verdicts the same\n${differences.join("\n")}`);
  expect(provisions).toBeGreaterThan(30);
  expect((provisions - differences.length) / provisions).toBeGreaterThanOrEqual(leastShare);
}

/** The clearest wording of each rule, out of the rules' own test texts, two sentences a paragraph. */
function ownPolicy(): Buffer {
  const sentences = rubrics.evenhand.rules.flatMap(
    ({ tests }) => tests.find(({ verdict }) => verdict === "required")?.text ?? [],
  );
  const lines = sentences.flatMap((text, index) => [
    "",
    ...(index % 6 === 0 ? [`${index / 6 + 1}.0 PART ${"ABCDEFGH"[index / 6]} OF THE ORDER`, ""] : []),
    ...text.split("\n").flatMap((line) => line.match(/.{1,84}(?:\s|$)/g)?.map((part) => part.trim()) ?? []),
  ]);
  const pages = Array.from({ length: Math.ceil(lines.length / 48) }, (_, page) =>
    lines.slice(page * 48, (page + 1) * 48),
  );
  return buildPdf(pages.map((own) => ({ texts: printLines(own) })));
}

describe("pictures of pages give the verdicts that their text gives", () => {
  test("our own text on each rule", () => expectSameVerdicts(ownPolicy(), readDocument), 240_000);

  test.skipIf(!isHere)(
    "a department's policy of four pages",
    () => expectSameVerdicts(readFileSync(new URL("irvine-ca/Irvine_policy.pdf", folder)), keptDocument),
    400_000,
  );

  test.skipIf(!isHere)(
    "a department's scan, of which there is no text",
    async () => {
      const file = "bartlett-il/100_PART_C_SERIES_BARTLETT_PD_GENERAL_ORDERS.pdf";
      const document = await keptDocument(fileURLToPath(new URL(file, folder)));
      if (!document.isReadable) throw new Error(document.detail);
      expect(document.pages).toBe(4);
      expect(document.confidence).toBeGreaterThan(0.7);
      expect(document.confidence).toBeLessThanOrEqual(1);
      const clauses = document.policies.flatMap((policy) => policy.clauses);
      expect(new Set(clauses.map(({ page }) => page))).toEqual(new Set([1, 2, 3, 4]));
      for (const rubric of Object.values(rubrics)) {
        const { provisions } = auditDocuments([document], rubric);
        expect(provisions).toHaveLength(rubric.rules.length);
        const { confidence: _, ...asIfText } = document;
        expect(provisions).toEqual(auditDocuments([asIfText], rubric).provisions);
        console.log(
          `bartlett, ${rubric.id}, confidence ${document.confidence?.toFixed(3)}: ${provisions.map(({ id, verdict }) => `${id} ${verdict}`).join(", ")}`,
        );
      }
    },
    240_000,
  );
});
