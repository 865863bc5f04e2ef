import { createCanvas } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { readDocument } from "./read-document.ts";
import { buildPdf, printLines } from "./testing/build-pdf.ts";

const lines = [
  "GENERAL ORDER 1.06 - USE OF FORCE",
  "",
  "Officers shall use only the force that is necessary and proportional.",
  "An officer who sees another officer use more force than is necessary",
  "shall intervene and report it to a supervisor before the end of the shift.",
  "",
  "Warning shots are prohibited. Officers shall give aid to every person",
  "who is hurt, and shall call for medical help without delay.",
];

function picture(): { jpeg: Buffer; width: number; height: number } {
  const [width, height] = [1275, 1650];
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, width, height);
  context.fillStyle = "black";
  context.font = "26px sans-serif";
  lines.forEach((line, index) => {
    context.fillText(line, 150, 200 + index * 42);
  });
  return { jpeg: canvas.toBuffer("image/jpeg", 85), width, height };
}

test("a scanned page is recognised beside a page of text, with its confidence", async () => {
  const pdf = buildPdf([
    { texts: printLines(["PURPOSE", "This order tells officers when they may use force on a person."]) },
    { picture: picture() },
  ]);
  const scans: number[] = [];
  const document = await readDocument(
    { bytes: pdf, name: "scan.pdf" },
    { onProgress: ({ page, isScan }) => isScan && scans.push(page) },
  );
  if (!document.isReadable) throw new Error(document.detail);
  expect(scans).toEqual([2]);
  expect(document.confidence).toBeGreaterThan(0.8);
  const clauses = document.policies.flatMap((policy) => policy.clauses);
  const found = (words: string) => clauses.find(({ text }) => text === words);
  expect(found("Warning shots are prohibited.")).toMatchObject({ page: 2 });
  expect(
    found(
      "An officer who sees another officer use more force than is necessary shall intervene and report it to a supervisor before the end of the shift.",
    ),
  ).toMatchObject({ page: 2 });
  expect(found("This order tells officers when they may use force on a person.")).toMatchObject({ page: 1 });
});

test("a scan of an empty page holds no text", async () => {
  const canvas = createCanvas(300, 400);
  const context = canvas.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, 300, 400);
  const pdf = buildPdf([{ picture: { jpeg: canvas.toBuffer("image/jpeg", 85), width: 300, height: 400 } }]);
  expect(await readDocument({ bytes: pdf, name: "scan.pdf" })).toMatchObject({ isReadable: false, reason: "no-text" });
});
