import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { keptDocument } from "../../documents/testing/kept-reading.ts";
import { type AuditedProvision, auditDocuments } from "../audit/audit-documents.ts";
import type { PolicyDocument } from "../documents/policy-document.ts";
import { rubrics } from "../rules/rubrics.ts";
import { agreement } from "./agreement.ts";
import { agreementTable, type Cell } from "./agreement-table.ts";
import disputed from "./disputed.json" with { type: "json" };
import { readLabels } from "./label.ts";

/** Policies and labels that are not part of the project; without them nothing can be compared. */
const shared = new URL("../../../../../../shared/policy/", import.meta.url);

type ComparedCell = Cell & { readonly city: string; readonly provisionFound: AuditedProvision };

async function readDocuments(folders: readonly string[]): Promise<Map<string, PolicyDocument[]>> {
  const found = new Map<string, PolicyDocument[]>();
  for (const folder of folders) {
    const place = new URL(`docs/${folder}/`, shared);
    const documents = [];
    for (const file of readdirSync(place).toSorted())
      documents.push(await keptDocument(fileURLToPath(new URL(file, place))));
    found.set(
      folder,
      documents.filter((document) => document.isReadable),
    );
  }
  return found;
}

const show = ({ city, provision, reading, label, provisionFound }: ComparedCell): string =>
  [
    `${provision} · ${city}: read ${reading ? "present" : "absent"} (${provisionFound.verdict}), coded ${label ? "present" : "absent"}`,
    `   ${provisionFound.why}`,
    ...provisionFound.clauses
      .slice(0, 3)
      .map(({ page, section, text }) => `   p. ${page ?? "-"}, ${section.at(-1) ?? ""}: ${text.slice(0, 300)}`),
  ].join("\n");

describe.skipIf(!existsSync(shared))("eight-cant-wait beside human coders, whole documents", () => {
  const labels = existsSync(shared)
    ? readLabels(readFileSync(new URL("labels.csv", shared), "utf8")).filter(
        ({ wave, hasDocument, match }) =>
          wave === "cz_2016" && hasDocument && (match === "same" || match === "partial"),
      )
    : [];
  const cities = [...new Set(labels.map(({ city }) => city))].toSorted();
  let documents = new Map<string, PolicyDocument[]>();
  let cells: ComparedCell[] = [];

  beforeAll(async () => {
    documents = await readDocuments(cities);
    cells = cities.flatMap((city) =>
      auditDocuments(documents.get(city) ?? [], rubrics["eight-cant-wait"]).provisions.flatMap((provisionFound) => {
        const label = labels.find((one) => one.city === city && one.provision === provisionFound.id);
        if (label === undefined) return [];
        return [
          {
            city,
            provision: provisionFound.id,
            reading: provisionFound.present === true,
            label: label.isPresent,
            provisionFound,
          },
        ];
      }),
    );
  }, 240_000);

  test("18 departments, seven text provisions", () => {
    expect(cities).toHaveLength(18);
    expect(cells.filter(({ provision }) => provision !== "continuum")).toHaveLength(126);
  });

  test("a disputed cell quotes words that stand in the document", () => {
    for (const { city, words } of disputed) {
      const texts = (documents.get(city) ?? []).map(({ text }) => text.replace(/\s+/g, " "));
      expect(
        texts.some((text) => text.includes(words)),
        `${city}: ${words}`,
      ).toBe(true);
    }
  });

  test("agrees in at least 88% of cells, precision and recall at least 0.80", () => {
    const scored = cells.filter(({ provision }) => provision !== "continuum");
    const open = scored.filter(
      ({ city, provision }) => !disputed.some((one) => one.city === city && one.provision === provision),
    );
    const continuum = cells.filter(({ provision }) => provision === "continuum");
    console.log(
      `\nRaw (this one counts)\n${agreementTable(scored)}\n\nWithout ${disputed.length} disputed cells\n${agreementTable(open)}`,
    );
    console.log(`\nContinuum, not scored (often an image)\n${agreementTable(continuum)}`);
    console.log(
      `\nDisagreements\n${scored
        .filter(({ reading, label }) => reading !== label)
        .map(show)
        .join("\n")}`,
    );
    const { accuracy, precision, recall } = agreement(scored);
    expect(accuracy).toBeGreaterThanOrEqual(0.88);
    expect(precision).toBeGreaterThanOrEqual(0.8);
    expect(recall).toBeGreaterThanOrEqual(0.8);
  });

  test("nothing the machine calls silent hides behind an unread document", () => {
    for (const city of cities) expect(documents.get(city)?.length ?? 0, city).toBeGreaterThan(0);
  });
});
