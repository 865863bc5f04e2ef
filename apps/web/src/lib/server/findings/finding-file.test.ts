import { outcomes, rateFinding } from "@evenhand/toolkit/report/fixtures/disparity-findings";
import { rivertonChange, rivertonEvents } from "@evenhand/toolkit/report/fixtures/riverton-events";
import { rivertonFindings } from "@evenhand/toolkit/report/fixtures/riverton-findings";
import { openWords } from "@evenhand/toolkit/report/words/words";
import { DOMParser } from "linkedom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OpenPlace } from "../place-index.ts";
import { openFixturePlace, type SiteFixture, writeSiteFixture } from "../testing/site-fixture.ts";
import { findingCsv } from "./finding-csv.ts";
import { findingFile, pictureOf, readFindingFile } from "./finding-file.ts";

const english = openWords("en");

/** Lines of a CSV without quoted cells, as records. */
function records(csv: string): readonly Record<string, string>[] {
  const [head = "", ...lines] = csv.trim().split("\r\n");
  const names = head.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, index) => [names[index], cell])));
}

describe("a finding as a file", () => {
  let site: SiteFixture;
  let open: OpenPlace;

  beforeAll(async () => {
    site = await writeSiteFixture();
    open = await openFixturePlace(site);
  });
  afterAll(() => site.close());

  const get = (name: string, headers: Record<string, string> = {}) =>
    findingFile(new Request("http://site/", { headers }), open, {
      name,
      language: "es",
      origin: "https://force.example.org",
    });

  test("JSON is the finding exactly, with its release, terms and sentences", async () => {
    const answer = await get("on-whom/race/people.json");
    const { finding, release, license, sentences, isFictional } = JSON.parse((await answer?.text()) ?? "");
    expect(finding).toEqual(rivertonFindings.find(({ id }) => id === "on-whom/race/people"));
    expect(release).toMatchObject({ hash: open.answers.release.hash, date: "2026-11-02" });
    expect(license.records).toContain("made up");
    expect([isFictional, Object.keys(sentences)]).toEqual([true, ["en", "es"]]);
  });

  test("is not sent again while its release and its bytes stay the same", async () => {
    const tag = (await get("on-whom/race/people.csv"))?.headers.get("etag") ?? "";
    expect(tag).toMatch(/^"5e1f0c9d-[0-9a-f]{16}"$/);
    expect((await get("on-whom/race/people.csv", { "if-none-match": tag }))?.status).toBe(304);
    expect((await get("on-whom/race/people.csv", { "if-none-match": '"old"' }))?.status).toBe(200);
  });

  test.each(["on-whom/race/people.pdf", "on-whom/race/nobody.json", ".json", "on-whom/race/people", "../x.json"])(
    "there is none named %s",
    async (name) => {
      expect(await get(name)).toBeUndefined();
    },
  );

  test("a picture of a finding that has no chart does not exist", async () => {
    const gap = rivertonFindings.find(({ question }) => question === "gap");
    expect(await get(`${gap?.id}.svg`)).toBeUndefined();
    expect(await get(`${gap?.id}.png`)).toBeUndefined();
    expect((await get(`${gap?.id}.csv`))?.status).toBe(200);
  });

  test("PNG is a picture of twice the size of the drawing", async () => {
    const bytes = new Uint8Array(await ((await get("on-whom/race/people.png")) as Response).arrayBuffer());
    const picture = pictureOf(finding("on-whom/race/people"), open, {
      language: "es",
      origin: "https://force.example.org",
    });
    const view = new DataView(bytes.buffer);
    expect([...bytes.slice(1, 4)].map((code) => String.fromCharCode(code)).join("")).toBe("PNG");
    expect([view.getUint32(16), view.getUint32(20)]).toEqual([(picture?.width ?? 0) * 2, (picture?.height ?? 0) * 2]);
    expect(bytes.length).toBeGreaterThan(20_000);
  });

  const finding = (id: string) => {
    const found = rivertonFindings.find((one) => one.id === id);
    if (found === undefined) throw new Error(`no finding ${id}`);
    return found;
  };

  test("every picture stands alone, says its sentence, its source and that the place is made up", () => {
    const pictures = rivertonFindings.flatMap((one) => {
      const picture = pictureOf(one, open, { language: "en", origin: "https://force.example.org" });
      return picture === undefined ? [] : [{ one, picture }];
    });
    expect(pictures.length).toBeGreaterThan(5);
    for (const { one, picture } of pictures) {
      const { svg, width, height } = picture;
      const drawing = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
      expect(svg, one.id).not.toMatch(/var\(|currentColor|\d+em"|paint-order|<style|<script|NaN|href/);
      expect(drawing.querySelector("title")?.textContent, one.id).toMatch(/\.$/);
      expect(drawing.querySelector("desc")?.textContent?.length, one.id).toBeGreaterThan(10);
      const text = Array.from(drawing.querySelectorAll("text"), (part) => part.textContent).join(" ");
      expect(text, one.id).toContain("Every person and number on this page is invented");
      expect(text, one.id).toContain(`/findings/${one.id}`);
      expect(drawing.getAttribute("viewBox"), one.id).toBe(`0 0 ${width} ${height}`);
    }
  });

  test("a finding about an event has the picture of its event's page, with what speaks for and against it", async () => {
    const ofChange: OpenPlace = {
      ...open,
      answers: { ...open.answers, findings: rivertonChange, events: rivertonEvents },
    };
    const files = async (form: "svg" | "png") =>
      Promise.all(
        rivertonChange.map(async ({ id }) => {
          const name = `${id}.${form}`;
          const answer = await findingFile(new Request("http://site/"), ofChange, {
            name,
            language: "en",
            origin: "http://site",
          });
          return { id, answer };
        }),
      );
    const drawn = (await files("svg")).flatMap(({ id, answer }) => (answer === undefined ? [] : [{ id, answer }]));
    expect((await files("png")).filter(({ answer }) => answer !== undefined).map(({ id }) => id)).toEqual(
      drawn.map(({ id }) => id),
    );
    expect(drawn.length).toBeGreaterThan(1);
    for (const { id, answer } of drawn) {
      const one = rivertonChange.find((finding) => finding.id === id);
      const drawing = new DOMParser().parseFromString(await answer.text(), "image/svg+xml").documentElement;
      const text = Array.from(drawing.querySelectorAll("text"), (part) => part.textContent).join(" ");
      expect(text, id).toContain(String(one?.values?.eventWhat).slice(0, 20));
      expect(text, id).not.toContain("first 16 of");
      if (["lower", "higher"].includes(String(one?.values?.direction)) && Number(one?.values?.claimLevel) >= 2)
        expect(text, id).toContain("cannot show whether");
    }
  });

  test("a picture that was drawn before is sent again as it was", async () => {
    const bytes = async () =>
      new Uint8Array((await (await get("on-whom/race/people.png"))?.arrayBuffer()) ?? new ArrayBuffer());
    const first = await bytes();
    const started = performance.now();
    const second = await bytes();
    expect(performance.now() - started).toBeLessThan(100);
    expect(second).toEqual(first);
    expect(first.length).toBeGreaterThan(20_000);
  });

  test("a map has its classes in the picture", () => {
    const map = rivertonFindings.find(
      (one) => one.measure === "area" && pictureOf(one, open, { language: "en", origin: "" }) !== undefined,
    );
    const svg = map && pictureOf(map, open, { language: "en", origin: "" })?.svg;
    expect(svg).toMatch(/<rect x="24" y="\d+" width="16" height="16"/);
  });

  test("names split at the last point", () => {
    expect(readFindingFile("change/total@a.b/people.csv")).toEqual({ id: "change/total@a.b/people", form: "csv" });
    expect(readFindingFile("people.tar.gz")).toBeUndefined();
  });

  test("CSV has a line for every row, every missing reason, the known and all", () => {
    const one = finding("on-whom/race/people");
    const lines = records(findingCsv(one, english));
    expect(lines.filter(({ line }) => line === "row").map(({ key }) => key)).toEqual(
      expect.arrayContaining(one.rows.map(({ key }) => key)),
    );
    const count = (kind: string) =>
      lines.filter(({ line }) => line === kind).reduce((sum, line) => sum + Number(line.count), 0);
    expect(count("row")).toBe(one.denominator);
    expect(count("row") + count("missing")).toBe(count("total"));
    expect(count("known")).toBe(one.denominator);
    const black = one.rows.find(({ key }) => key === "black");
    expect(lines.find(({ key }) => key === "black")).toMatchObject({
      title: "Black",
      share: String(black?.share),
      finding: one.id,
      unit: "people",
    });
  });

  test("CSV of a comparison has every estimate with both its bounds", () => {
    const compared = rateFinding(Object.values(outcomes)[0] as (typeof outcomes)[string]);
    const row = compared.rows.find((one) => one.compared?.ratio !== undefined);
    const line = records(findingCsv(compared, english)).find(({ key }) => key === row?.key);
    expect(line).toMatchObject({
      ratio: String(row?.compared?.ratio?.value),
      ratio_low: String(row?.compared?.ratio?.interval?.low),
      ratio_high: String(row?.compared?.ratio?.interval?.high),
      direction: row?.compared?.direction,
    });
  });
});
