import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { BusyError, madeFiles } from "./made-files.ts";

const writing = (text: string) => (path: string) => writeFile(path, text);

describe("files made once", () => {
  test("are made once for all who ask at the same time, and kept", async () => {
    const files = madeFiles({ mostBytes: 100, mostWaiting: 4 });
    let made = 0;
    const make = async (path: string) => {
      made += 1;
      await writeFile(path, "contents");
    };
    const [one, other] = await Promise.all([files.get("a", make), files.get("a", make)]);
    expect(one).toEqual(other);
    expect((await files.get("a", make)).bytes).toBe(8);
    expect(await readFile(one.path, "utf8")).toBe("contents");
    expect(made).toBe(1);
    await files.close();
    expect(existsSync(one.path)).toBe(false);
  });

  test("make room for newer ones, the one asked for longest ago first", async () => {
    const files = madeFiles({ mostBytes: 10, mostWaiting: 4 });
    const a = await files.get("a", writing("aaaa"));
    const b = await files.get("b", writing("bbbb"));
    await files.get("a", writing("never"));
    await files.get("c", writing("cccc"));
    expect([existsSync(a.path), existsSync(b.path)]).toEqual([true, false]);
    const large = await files.get("d", writing("d".repeat(50)));
    expect([existsSync(a.path), existsSync(large.path)]).toEqual([false, true]);
    await files.close();
  });

  test("are made anew when they have gone or could not be made", async () => {
    const files = madeFiles({ mostBytes: 100, mostWaiting: 4 });
    const fails = () => Promise.reject(new Error("no disk"));
    await expect(files.get("a", fails)).rejects.toThrow("no disk");
    const made = await files.get("a", writing("one"));
    const { rm } = await import("node:fs/promises");
    await rm(made.path);
    expect(await readFile((await files.get("a", writing("two"))).path, "utf8")).toBe("two");
    await files.close();
  });

  test("are made one after another, and no more than so many wait", async () => {
    const files = madeFiles({ mostBytes: 100, mostWaiting: 2 });
    let running = 0;
    let most = 0;
    const slow = async (path: string) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 20));
      running -= 1;
      await writeFile(path, "x");
    };
    const asked = ["a", "b"].map((key) => files.get(key, slow));
    await expect(files.get("c", slow)).rejects.toBeInstanceOf(BusyError);
    await Promise.all(asked);
    expect(most).toBe(1);
    await files.close();
  });
});
