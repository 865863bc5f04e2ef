import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { checkSchema, type Schema } from "../testing/check-schema.ts";
import { fixturePlace, newestRelease, type SiteFixture, writeSiteFixture } from "../testing/site-fixture.ts";
import openapi from "./openapi.json" with { type: "json" };

type Handler = (event: unknown) => Promise<Response> | Response;
type Module = Readonly<Record<"GET" | "HEAD" | "OPTIONS" | "fallback", Handler>>;

const routes = fileURLToPath(new URL("../../../routes", import.meta.url));
const origin = "https://force.example.org";

/** Routes of the API as OpenAPI writes them: `/api/v1/places/{place}`. */
const written = readdirSync(join(routes, "api/v1"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith("+server.ts") && !name.includes("[...rest]"))
  .map((name) => ({
    file: `api/v1/${name}`,
    path: `/api/v1/${name.slice(0, -"+server.ts".length)}`
      .replace(/\/$/, "")
      .replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, "{$1}"),
  }));

const params = { place: fixturePlace, finding: "on-whom/race/people", list: "force_type" };
const described = Object.entries(openapi.paths);

describe("the API", () => {
  let site: SiteFixture;

  beforeAll(async () => {
    site = await writeSiteFixture();
  });
  afterAll(() => site.close());
  beforeEach(() => {
    vi.unstubAllEnvs();
    vi.stubEnv("EVENHAND_RELEASES", site.releases);
    vi.stubEnv("EVENHAND_ORIGIN", origin);
    vi.stubEnv("EVENHAND_RATE", "0");
  });

  async function ask(
    path: string,
    query = "",
    {
      headers = {},
      method = "GET",
      change = {},
    }: { headers?: Record<string, string>; method?: string; change?: object } = {},
  ): Promise<Response> {
    const file = written.find((one) => one.path === path)?.file;
    const module = (await import(join(routes, file ?? "api/v1/[...rest]/+server.ts"))) as Module;
    const url = new URL(`http://untrusted.example${path}${query}`);
    const handler = module[method as keyof Module] ?? module.fallback;
    return handler({
      request: new Request(url, { headers, method }),
      url,
      params: { ...params, ...change },
      getClientAddress: () => "192.0.2.7",
    });
  }

  test("has a description of every route, and a route for every description", () => {
    expect(written.length).toBeGreaterThan(8);
    expect(described.map(([path]) => path).toSorted()).toEqual(written.map(({ path }) => path).toSorted());
  });

  test.each(described)("%s answers as it is described", async (path, { get }) => {
    const answer = await ask(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    const schema = get.responses["200"].content["application/json"].schema as Schema;
    const body = await answer.json();
    if (get.operationId === "openapi") expect(body.servers).toEqual([{ url: origin }]);
    else expect(checkSchema(body, schema, openapi)).toEqual([]);
    expect(JSON.stringify(body)).not.toContain("untrusted.example");
    const isListed = Object.hasOwn(get.responses["200"].headers, "Link");
    expect(answer.headers.has("link")).toBe(isListed);
  });

  test.each(described)("%s says what it takes, and takes nothing else", async (path, { get }) => {
    const answer = await ask(path, "?nonsense=1");
    expect(answer.status).toBe(400);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    const body = await answer.json();
    expect(checkSchema(body, openapi.components.schemas.Problem, openapi)).toEqual([]);
    const parameters: readonly { readonly in: string; readonly name: string }[] = get.parameters;
    for (const one of parameters) {
      if (one.in === "query") expect(body.action).toContain(one.name);
      else expect(path).toContain(`{${one.name}}`);
    }
    expect(Object.keys(get.responses)).toEqual(expect.arrayContaining(["200", "304", "400", "429"]));
  });

  test.each(described)("%s is not sent again to those who have it, and HEAD only describes it", async (path) => {
    const tag = (await ask(path)).headers.get("etag") ?? "";
    const again = await ask(path, "", { headers: { "if-none-match": tag } });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    const head = await ask(path, "", { method: "HEAD" });
    expect([head.status, head.headers.get("etag"), await head.text()]).toEqual([200, tag, ""]);
  });

  test("answers about a release carry its hash at the head of their ETag", async () => {
    for (const path of ["/api/v1/places/{place}/findings", "/api/v1/places/{place}/findings/{finding}"])
      expect((await ask(path)).headers.get("etag")).toMatch(/^"5e1f0c9d-/);
  });

  test.each([
    ["/api/v1/places/{place}", { place: "nowhere" }],
    ["/api/v1/places/{place}", { place: "../riverton" }],
    ["/api/v1/places/{place}/releases", { place: "nowhere" }],
    ["/api/v1/places/{place}/findings", { place: "nowhere" }],
    ["/api/v1/places/{place}/findings/{finding}", { finding: "on-whom/race/nobody" }],
    ["/api/v1/places/{place}/issues", { place: "nowhere" }],
    ["/api/v1/code-lists/{list}", { list: "toString" }],
    ["/api/v1/anything", {}],
  ])("nothing is at %s with %j", async (path, change) => {
    const answer = await ask(path, "", { change });
    expect(answer.status).toBe(404);
    expect(checkSchema(await answer.json(), openapi.components.schemas.Problem, openapi)).toEqual([]);
  });

  test("findings can be chosen by question and unit, in parts", async () => {
    const path = "/api/v1/places/{place}/findings";
    const all = await (await ask(path)).json();
    const chosen = await (await ask(path, "?question=on-whom&unit=people&limit=1&offset=1")).json();
    const expected = all.findings.filter(
      (one: { question: string; unit: string }) => one.question === "on-whom" && one.unit === "people",
    );
    expect(expected.length).toBeGreaterThan(1);
    expect([chosen.total, chosen.findings]).toEqual([expected.length, [expected[1]]]);
    expect((await ask(path, "?question=nonsense")).status).toBe(400);
    expect((await (await ask(path, "?unit=officers")).json()).action).toContain("incidents, people, reports, force");
    expect((await ask(path, "?limit=1000")).status).toBe(400);
  });

  test("releases list only files that can be had", async () => {
    const { releases } = await (await ask("/api/v1/places/{place}/releases")).json();
    expect(releases).toHaveLength(2);
    expect(releases[0].files.map(({ name }: { name: string }) => name)).toContain("incidents.csv");
    expect(JSON.stringify(releases)).not.toContain("secret");
    expect(releases[0].files[0].url).toBe(`${origin}/places/${fixturePlace}/data/${newestRelease}/incidents.parquet`);
  });

  test("any site may ask, and nobody can change anything", async () => {
    const allowed = await ask("/api/v1/places", "", { method: "OPTIONS" });
    expect([allowed.status, allowed.headers.get("access-control-allow-methods")]).toEqual([204, "GET, HEAD, OPTIONS"]);
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      const answer = await ask("/api/v1/places", "", { method });
      expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
    }
  });

  test("too many requests are told how long to wait", async () => {
    vi.stubEnv("EVENHAND_RATE", "3");
    const answers = [];
    for (let count = 0; count < 4; count++) answers.push(await ask("/api/v1"));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(Number(answers[3]?.headers.get("retry-after"))).toBe(20);
    expect(await answers[3]?.json()).toMatchObject({ action: expect.stringContaining("20 seconds") });
  });

  test("is not there where the site is only files", async () => {
    vi.stubEnv("EVENHAND_STATIC", "1");
    expect((await ask("/api/v1/places")).status).toBe(404);
  });

  test("a fault of ours is a problem too, and does not say where files lie", async () => {
    vi.stubEnv("EVENHAND_RELEASES", join(site.releases, "gone"));
    const told = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const answer = await ask("/api/v1/places");
    told.mockRestore();
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain(site.releases);
  });

  test("is described in both languages", () => {
    for (const [, { get }] of described) {
      expect(get["x-summary-es"]).not.toBe(get.summary);
      for (const one of get.parameters) expect(one["x-description-es"]).not.toBe(one.description);
    }
  });
});
