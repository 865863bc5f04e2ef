import { describe, expect, test } from "vitest";
import { clauseReading } from "../checks/clause-reading.ts";
import { textPolicy } from "../checks/text-policy.ts";
import { bannedActs, requiredActs } from "./act.ts";
import { meaningWords, sharedPart } from "./meaning-words.ts";
import { readActor } from "./read-actor.ts";
import { readSaying, type Saying } from "./saying.ts";

function saying(text: string, id: string): Saying | undefined {
  const document = textPolicy(`# Rules\n${text}`);
  const [policy] = document.policies;
  const reading = policy && clauseReading(document, policy, 1);
  const act = [...bannedActs, ...requiredActs].find((one) => one.id === id);
  if (reading === undefined || act === undefined) throw new Error(`no act ${id}`);
  return readSaying(act, reading, { order: 1, isBan: bannedActs.includes(act) });
}

describe("what a clause says of an act", () => {
  test.each([
    ["Chokeholds are an acceptable technique.", "neck-hold", "may"],
    ["Chokeholds are not an acceptable technique.", "neck-hold", "must-not"],
    ["Nothing in this order forbids a chokehold.", "neck-hold", "may"],
    ["Under no circumstances are warning shots permissible.", "warning-shots", "must-not"],
    ["Intervening against another officer's excessive force is optional.", "intervene", "need-not"],
    ["Officers may not decline to intervene when another officer uses excessive force.", "intervene", "must"],
    ["De-escalation is left to the officer.", "de-escalate", "need-not"],
    ["De-escalation is not optional.", "de-escalate", "describes"],
  ])("%s", (text, id, modality) => expect(saying(text, id)?.modality).toBe(modality));

  test.each([
    ["A warning shot may be reported by radio.", "warning-shots"],
    ["After a chokehold the person may be taken to a hospital.", "neck-hold"],
    ["Shots fired at a moving vehicle may miss.", "shooting-at-vehicles"],
    ["An earlier order allowed the carotid hold.", "neck-hold"],
    ["Officers may be shown a chokehold during training.", "neck-hold"],
  ])("nothing: %s", (text, id) => expect(saying(text, id)).toBeUndefined());

  test("what is excepted, and what only looks like a condition", () => {
    expect(saying("Chokeholds are prohibited unless deadly force is justified.", "neck-hold")).toMatchObject({
      excepted: "deadly",
      bounds: "deadly",
    });
    expect(saying("Officers may not, under any circumstances, use a chokehold.", "neck-hold")?.bounds).toBe("none");
    expect(
      saying("Deadly force shall not be used on a person who is a danger only to himself.", "deadly-force-on-self-harm")
        ?.excepted,
    ).toBe("none");
  });
});

test.each([
  ["When force is used, a supervisor may respond.", "supervisor"],
  ["Members may render aid.", "police"],
  ["The officer's supervisor may respond.", "supervisor"],
  ["Dispatchers need not report force.", "other"],
  ["A person may be held.", "unnamed"],
  ["Notifying a supervisor is optional.", "unnamed"],
])("who acts: %s", (sentence, actor) => expect(readActor(sentence)).toBe(actor));

test("definitions of the same meaning in other words share most of them", () => {
  const one = meaningWords("Force that is likely to cause death or great bodily harm.");
  expect(
    sharedPart(one, meaningWords("Any force reasonably expected to result in death or serious physical injury.")),
  ).toBe(1);
  expect(sharedPart(one, meaningWords("The pull of a trigger."))).toBe(0);
  expect(sharedPart(one, meaningWords("Force."), "longer")).toBeLessThan(0.3);
});
