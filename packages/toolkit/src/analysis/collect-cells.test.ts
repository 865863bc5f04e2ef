import { expect, test } from "vitest";
import type { CellQuery } from "../release/cells.ts";
import { plantedRelease } from "../release/planted-release.ts";
import { rowCells } from "../release/row-cells.ts";
import { collectCells, planQueries } from "./collect-cells.ts";

const race: CellQuery = { from: "persons", by: ["occurred_year", "race_ethnicity"] };
const narrow: CellQuery = { from: "persons", by: ["race_ethnicity"] };
const joined: CellQuery = { from: "force", by: ["persons.gender", "person_id_missing"] };
const joinedToo: CellQuery = { from: "force", by: ["force_type", "persons.race_ethnicity"] };
const distinct: CellQuery = { from: "force", by: ["force_type"], distinct: "incident_id" };

test("identical and covered queries run once, joins are shared, distinct counts stay their own", () => {
  const planned = planQueries([
    race,
    narrow,
    { ...race },
    joined,
    joinedToo,
    distinct,
    { from: "force", by: ["force_type"] },
  ]);
  expect(planned).toEqual([
    { from: "force", by: ["persons.gender", "person_id_missing", "force_type", "persons.race_ethnicity"] },
    race,
    distinct,
  ]);
});

test("a join that would need more than ten columns is done again", () => {
  const columns = ["gender", "age_band", "arrested", "died"].flatMap((name) => [
    `persons.${name}`,
    `persons.${name}_missing`,
  ]);
  const wide: CellQuery = { from: "force", by: columns };
  const two: CellQuery = { from: "force", by: ["occurred_year", "persons.race_ethnicity"] };
  const three: CellQuery = { from: "force", by: [...two.by, "persons.race_ethnicity_missing"] };
  expect(planQueries([wide, two])).toEqual([{ from: "force", by: [...columns, ...two.by] }]);
  expect(planQueries([wide, three])).toEqual([wide, three]);
});

test("cells are added up once for each query", async () => {
  const collected = await collectCells([race, narrow], rowCells(plantedRelease.tables));
  expect(collected({ ...narrow })).toBe(collected(narrow));
});

test("a filter keeps queries apart", () => {
  expect(planQueries([race, { ...narrow, where: { gender: ["man"] } }])).toHaveLength(2);
});

test("added-up cells are the cells asked for directly", async () => {
  const read = rowCells(plantedRelease.tables);
  const queries = [race, narrow, joined, joinedToo, distinct];
  const collected = await collectCells(queries, read);
  for (const query of queries) {
    const direct = await read(query);
    const lines = (cells: typeof direct) => cells.map((cell) => JSON.stringify([cell.key, cell.count])).sort();
    expect(lines(collected(query).cells)).toEqual(lines(direct));
  }
  expect(() => collected({ from: "incidents", by: [] })).toThrow("invalid query; was not collected");
});
