import { describe, expect, test } from "vitest";
import { hasMeaning } from "./has-meaning.ts";
import { refuseText } from "./refuse-text.ts";

const policy =
  "Officers shall use only the force that is necessary. An officer who sees another officer use more force than is necessary shall intervene and report it to a supervisor at once. ".repeat(
    4,
  );
const moved = [...policy]
  .map((sign) =>
    /[a-z]/i.test(sign) ? String.fromCharCode(((sign.toLowerCase().charCodeAt(0) - 97 + 7) % 26) + 97) : sign,
  )
  .join("");
const letter = `Dear Ms. Doe,\nI am writing in response to your request for public records.\nAttached is the policy of the department of police.\nSincerely,\nThe clerk of the city and its records`;

describe("letters that mean nothing", () => {
  test.each([
    ["numbers of glyphs", "(cid:49)(cid:56)(cid:48) (cid:37) ".repeat(30)],
    ["private signs", "\ue012\ue013 \ue014".repeat(50)],
    ["letters moved along the alphabet", moved],
    ["one letter a line", [..."GHTYQWERPLKMNBVCX".repeat(20)].join("\n")],
    ["replacement signs", `${"\ufffd".repeat(80)} the officer ${"\ufffd".repeat(80)}`],
  ])("%s", (_, text) => {
    expect(hasMeaning(text)).toBe(false);
    expect(refuseText(text)?.reason).toBe("letters-without-meaning");
  });

  test.each([
    ["a policy", policy],
    [
      "a list of names of things",
      "Baton Taser Handcuffs Firearm Restraints Helmet Shield Radio Flashlight Vehicle Gloves Notebook ".repeat(3),
    ],
    ["a few words", "Use of force"],
    ["a table of numbers", "12 15 18 2019 44 51 ".repeat(30)],
  ])("%s has meaning", (_, text) => expect(hasMeaning(text)).toBe(true));
});

describe("a document that cannot be judged", () => {
  test.each([
    ["nothing", "  \n 12 — 3 ", undefined, "no-text"],
    ["a title alone", "Use of Force Policy 300", undefined, "too-little-text"],
    ["a cover letter", letter, undefined, "not-a-policy"],
    ["a scan nobody can read", policy, 0.4, "letters-without-meaning"],
  ] as const)("%s", (_, text, confidence, reason) => expect(refuseText(text, confidence)?.reason).toBe(reason));

  test("a policy, a good scan and an order that quotes a letter are judged", () => {
    expect(refuseText(policy)).toBeUndefined();
    expect(refuseText(policy, 0.9)).toBeUndefined();
    expect(refuseText(`${policy.repeat(12)}\nDear Sir,\nSincerely,`)).toBeUndefined();
  });
});
