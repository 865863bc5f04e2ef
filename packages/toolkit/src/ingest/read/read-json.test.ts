import { describe, expect, test } from "vitest";
import { codes, readOne } from "./testing/read-bytes.ts";

const json = (value: unknown): string => JSON.stringify(value, undefined, 1);
const names = (table: { columns: readonly { name: string }[] }): string[] => table.columns.map(({ name }) => name);

describe("shapes of JSON", () => {
  const records = [
    { id: "1", race: "Black" },
    { id: "2", race: "White", age: 31 },
  ];
  const cells = [
    ["1", "Black", ""],
    ["2", "White", "31"],
  ];
  test.each([
    ["a list of objects", json(records)],
    ["one object per line", records.map((record) => JSON.stringify(record)).join("\n")],
    ["CKAN", json({ success: true, result: { fields: [{ id: "id" }, { id: "race" }, { id: "age" }], records } })],
    [
      "ArcGIS",
      json({
        fields: [{ name: "id" }, { name: "race" }, { name: "age" }],
        features: records.map((attributes) => ({ attributes })),
      }),
    ],
    [
      "GeoJSON",
      json({
        type: "FeatureCollection",
        features: records.map((properties) => ({ type: "Feature", properties, geometry: null })),
      }),
    ],
    ["an unknown name", json({ incidents: records })],
    [
      "Socrata",
      json({
        meta: { view: { columns: [{ name: "id" }, { name: "race" }, { name: "age" }] } },
        data: [
          ["1", "Black", null],
          ["2", "White", 31],
        ],
      }),
    ],
    [
      "a list of lists",
      json([
        ["id", "race", "age"],
        ["1", "Black", null],
        ["2", "White", 31],
      ]),
    ],
  ])("%s", async (_, content) => {
    const table = await readOne(content, "force.json");
    expect(names(table)).toEqual(["id", "race", "age"]);
    expect(table.cells).toEqual(cells);
    expect(table.lines).toEqual({ in: 2, accepted: 2, rejected: 0 });
  });

  test("nested objects are flattened, lists stay JSON, numbers keep their digits", async () => {
    const table = await readOne(
      '[{"a":{"b":1.0,"c":{"d":true}},"e":["x",2.50],"f":12345678901234567890}]',
      "force.json",
    );
    expect(names(table)).toEqual(["a.b", "a.c.d", "e", "f"]);
    expect(table.cells).toEqual([["1.0", "true", '["x",2.50]', "12345678901234567890"]]);
  });

  test("a point tells where it is", async () => {
    const features = [
      { type: "Feature", properties: { id: 1 }, geometry: { type: "Point", coordinates: [-93.2, 44.9] } },
    ];
    const table = await readOne(json({ type: "FeatureCollection", features }), "force.geojson");
    expect(names(table)).toEqual(["id", "geometry.longitude", "geometry.latitude"]);
    expect(table.cells).toEqual([["1", "-93.2", "44.9"]]);
  });

  test("mixed shapes: what is no record is kept as rejected", async () => {
    const table = await readOne('[{"id":1},"text",[1,2],{"id":2},7]', "force.json");
    expect(table.cells).toEqual([["1"], ["2"]]);
    expect(table.lines).toEqual({ in: 5, accepted: 2, rejected: 3 });
    expect(table.rejected.map(({ line, text }) => [line, text])).toEqual([
      [2, '"text"'],
      [3, "[1,2]"],
      [5, "7"],
    ]);
    expect(codes(table)).toEqual(["rejected-line"]);
  });

  test("brackets, quotes and escapes in strings do not mislead", async () => {
    const record = { "k]{": 'a "b" \\ ], {', second: "]}" };
    const table = await readOne(json({ data: [record] }), "force.json");
    expect(table.cells).toEqual([Object.values(record)]);
    expect(names(table)).toEqual(["k]{", "second"]);
  });
});

describe("JSON that is no table", () => {
  test.each([
    ["the error of a service", '{"error":{"code":400,"message":"Invalid query"}}', "no-table"],
    ["an empty list", "[]", "no-table"],
    ["cut off", '[{"id":1},{"id":2', "damaged-json"],
    ["nested without end", `[${'{"a":'.repeat(5000)}`, "damaged-json"],
    ["brackets that do not match", '[{"id":1}}', "damaged-json"],
  ])("%s", async (_, content, code) => {
    await expect(readOne(content, "force.json")).rejects.toMatchObject({ name: "InputError", code });
  });
});
