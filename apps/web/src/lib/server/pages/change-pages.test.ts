import { rivertonChange, rivertonEvents } from "@evenhand/toolkit/report/fixtures/riverton-events";
import type { PlaceAnswers } from "@evenhand/toolkit/report/place-answers";
import { expect, test } from "vitest";
import type { Asked } from "../page-load.ts";
import type { OpenPlace } from "../place-index.ts";
import { changeEventPage } from "./change-event-page.ts";
import { changePage } from "./change-page.ts";

const place = { id: "riverton", name: "Riverton", folder: "" } as OpenPlace["place"];
const openWith = (answers: Pick<PlaceAnswers, "events" | "findings">): OpenPlace => ({
  place,
  answers: answers as PlaceAnswers,
});
const open = openWith({ events: rivertonEvents, findings: rivertonChange });
const asked = (params: Asked["params"] = {}, language: Asked["language"] = "en"): Asked => ({
  language,
  params,
  url: new URL("http://localhost/"),
});
const tested = new Set(rivertonChange.map(({ values }) => values?.event));

test("every event is on the timeline with the way to its page, which is there", () => {
  const { markup } = changePage(open, asked());
  for (const { id } of rivertonEvents) {
    expect(markup).toContain(`href="/places/riverton/change/${id}"`);
    expect(changeEventPage(open, asked({ event: id }))?.markup.match(/<h1/g)).toHaveLength(1);
  }
  const dated = rivertonEvents.filter(({ id }) =>
    rivertonChange.some(({ values }) => values?.event === id && values.eventDate !== undefined),
  );
  expect(markup.match(/class="short"/g)?.length).toBe(dated.length);
});

test("an event that was not tested says so; one that was has each of its findings", () => {
  const [untested] = rivertonEvents.filter(({ id }) => !tested.has(id));
  const [own] = rivertonEvents.filter(({ id }) => tested.has(id));
  expect(changeEventPage(open, asked({ event: untested?.id }))?.markup).toContain("Nothing was counted");
  const page = changeEventPage(open, asked({ event: own?.id }));
  const found = rivertonChange.filter(({ values }) => values?.event === own?.id);
  expect(found.length).toBeGreaterThan(2);
  expect(page?.markup.match(/class="finding"/g)).toHaveLength(found.length);
  expect(page?.markup).not.toMatch(/\bcaused\b/);
});

test("without events it says so and how to add them; an event that is not there is not found", () => {
  const none = openWith({ events: [], findings: [] });
  expect(changePage(none, asked()).markup).toContain("does not mean that nothing changed");
  expect(changePage(none, asked({}, "es")).markup).toContain("place.json");
  expect(changeEventPage(none, asked({ event: "neck" }))).toBeUndefined();
  expect(changeEventPage(open, asked({ event: "no-such" }))).toBeUndefined();
});
