import { expect, test } from "vitest";
import { textPolicy } from "../checks/text-policy.ts";
import { placeDoubt } from "./place-doubt.ts";

const illinois = textPolicy(
  "Bloomington Police. Illinois law. Illinois state. Illinois code. Illinois court. Illinois act.",
);

test("a policy of the same city's name in another state is doubted", () => {
  expect(placeDoubt([illinois], { name: "Bloomington, IN", state: "IN" })).toEqual({
    is: "other-state",
    place: "Illinois",
  });
  expect(placeDoubt([illinois], { name: "Bloomington, IL", state: "IL" })).toBeUndefined();
});

test("a policy that never names the city is doubted; letters set apart in its title are read", () => {
  expect(placeDoubt([illinois], { name: "Riverton Police Department", state: "IL" })).toEqual({
    is: "no-name",
    place: "Riverton",
  });
  expect(placeDoubt([textPolicy("R I V E R T O N orders.")], { name: "Riverton, XX" })).toBeUndefined();
});

test("a case cited from another state is no doubt", () => {
  const text = "Riverton. Tennessee v. Garner. In Tennessee v. Garner the court said so.";
  expect(placeDoubt([textPolicy(text)], { name: "Riverton, TX", state: "TX" })).toBeUndefined();
});
