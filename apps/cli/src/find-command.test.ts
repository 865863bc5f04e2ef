import { readdir } from "node:fs/promises";
import { expect, test } from "vitest";
import { findCommand } from "./find-command.ts";

test("every file of commands is found under its own name", async () => {
  const files = await readdir(new URL("./commands/", import.meta.url));
  const names = files.filter((file) => /^[a-z-]+\.ts$/u.test(file)).map((file) => file.replace(".ts", ""));
  expect(names.length).toBeGreaterThan(10);
  for (const name of names) expect((await findCommand(name))?.name).toBe(name);
});

test("an unknown name, or one that every object knows, is no command", async () => {
  expect(await findCommand("ingets")).toBeUndefined();
  expect(await findCommand("toString")).toBeUndefined();
});
