import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { auditDocuments } from "../audit/audit-documents.ts";
import { rubrics } from "../rules/rubrics.ts";
import { agreement } from "./agreement.ts";
import { agreementTable, type Cell } from "./agreement-table.ts";
import { type Label, readLabels } from "./label.ts";
import { policyWords, quotedPolicy } from "./quoted-policy.ts";

const table = new URL("../../../../../../shared/policy/labels.csv", import.meta.url);

/** Letters of the policy's own words below which a note holds only the coder's comment. */
const lettersOfPolicy = 30;

type PassageCell = Cell & {
  readonly label: boolean;
  readonly city: string;
  readonly wave: string;
  readonly words: string;
  readonly why: string;
};

/** A passage repeated from department to department (bought-in policies) counts once for each label. */
function readPassages(labels: readonly Label[]): PassageCell[] {
  const seen = new Set<string>();
  return labels.flatMap(({ city, provision, note, wave, isPresent }) => {
    const words = policyWords(note);
    const key = `${provision} ${isPresent} ${words.replace(/\W/g, "").slice(0, 300)}`;
    if (
      note.length <= 80 ||
      provision === "continuum" ||
      words.replace(/\s/g, "").length < lettersOfPolicy ||
      seen.has(key)
    )
      return [];
    seen.add(key);
    const rubric = rubrics["eight-cant-wait"];
    const rules = rubric.rules.filter(({ id }) => id === provision);
    const found = auditDocuments([quotedPolicy(words)], { ...rubric, rules }, { isPassage: true }).provisions[0];
    return [
      { city, provision, wave, words, reading: found?.present === true, label: isPresent, why: found?.why ?? "" },
    ];
  });
}

describe.skipIf(!existsSync(table))("eight-cant-wait beside human coders, the passages they quote", () => {
  const cells = existsSync(table) ? readPassages(readLabels(readFileSync(table, "utf8"))) : [];

  test("prints each wave", () => {
    for (const wave of ["cz_2016", "cz_ca_2019"])
      console.log(`\n${wave}\n${agreementTable(cells.filter((cell) => cell.wave === wave))}`);
    const missed = cells.filter(({ reading, label }) => reading !== label);
    console.log(
      missed
        .map(
          ({ provision, city, reading, label, words, why }) =>
            `${provision} · ${city}: read ${reading}, coded ${label}: ${why}\n   ${words.replace(/\s+/g, " ").trim().slice(0, 300)}`,
        )
        .join("\n"),
    );
    expect(cells.length).toBeGreaterThan(300);
  });

  for (const provision of [
    "deescalation",
    "ban_chokeholds",
    "duty_to_intervene",
    "warn_before_shooting",
    "moving_vehicles",
    "comprehensive_reporting",
    "exhaust_alternatives",
  ])
    test(`${provision}: balanced accuracy at least 0.85`, () => {
      expect(agreement(cells.filter((cell) => cell.provision === provision)).balancedAccuracy).toBeGreaterThanOrEqual(
        0.85,
      );
    });
});
