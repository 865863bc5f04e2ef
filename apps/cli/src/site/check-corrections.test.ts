import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CliError } from "../cli-error.ts";
import { speaker } from "../words/words.ts";
import { checkCorrections, correctionsFile } from "./check-corrections.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "evenhand-corrections-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const check = () => checkCorrections(folder, speaker("en"));

test("a place needs no corrections", async () => {
  await expect(check()).resolves.toBeUndefined();
});

test("a list of corrections is taken", async () => {
  await writeFile(join(folder, correctionsFile), '[{"date":"2026-01-01","what":"Put right."}]');
  await expect(check()).resolves.toBeUndefined();
});

test.each(["{}", "[{}]", "no json", '[{"date":"1 May","what":"x"}]'])(
  "%s is refused with the way to mend it",
  async (text) => {
    await writeFile(join(folder, correctionsFile), text);
    const refused = await check().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(CliError);
    expect(String(refused)).toContain(join(folder, correctionsFile));
    expect(String(refused)).toContain('"date": "2026-01-31"');
  },
);
