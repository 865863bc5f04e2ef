import { describe, expect, test } from "vitest";
import { auditDocuments } from "../audit/audit-documents.ts";
import { policyDocument } from "../documents/build-policy-document.ts";
import { setDocument } from "../documents/testing/set-pages.ts";
import { rubrics } from "../rules/rubrics.ts";
import { textPolicy } from "./text-policy.ts";

const verdict = (rubric: keyof typeof rubrics, id: string, text: string): string => {
  const rules = rubrics[rubric].rules.filter((rule) => rule.id === id);
  const found = auditDocuments([textPolicy(text)], { ...rubrics[rubric], rules }, { isPassage: true }).provisions[0];
  return found?.present === undefined ? (found?.verdict ?? "") : `${found.verdict} ${found.present}`;
};

/** Texts of our own after the ways in which real policies mislead; none is a department's sentence. */
const traps: readonly [id: string, why: string, text: string, expected: string][] = [
  [
    "deescalation",
    "should and a hedge still count",
    "Where it adds no risk, officers should attempt to de-escalate.",
    "qualified true",
  ],
  [
    "deescalation",
    "words before force without the word",
    "Officers will first seek voluntary compliance through verbal persuasion before physical force.",
    "required true",
  ],
  [
    "deescalation",
    "described as often right",
    "Containment and de-escalation are often a good response.",
    "silent false",
  ],
  [
    "deescalation",
    "only for projectiles",
    "# Kinetic energy projectiles\nOperators should de-escalate before a projectile is fired.",
    "silent false",
  ],
  [
    "deescalation",
    "only on mental-health calls",
    "Officers shall use de-escalation techniques with an emotionally disturbed person.",
    "silent false",
  ],
  [
    "deescalation",
    "an anti-provision",
    "Nothing in this policy requires an officer to retreat or de-escalate.",
    "silent false",
  ],
  [
    "deescalation",
    "scaling down",
    "Once the subject is under control, force shall be de-escalated at once.",
    "silent false",
  ],
  [
    "deescalation",
    "advice and persuasion, the word never used",
    "Officers must try advice, then persuasion and a warning, before they use force.",
    "required true",
  ],
  ["deescalation", "advice to the public is none", "Officers may give advice on locks and lights.", "silent false"],
  ["ban_chokeholds", "any neck restraint", "No neck restraint may be used.", "required true"],
  [
    "ban_chokeholds",
    "both, deadly force excepted",
    "Chokeholds and vascular neck restraints are prohibited except where deadly force is justified.",
    "qualified true",
  ],
  ["ban_chokeholds", "one kind only", "Chokeholds are banned unless deadly force is justified.", "silent false"],
  [
    "ban_chokeholds",
    "low-level force",
    "The lateral vascular neck restraint is an intermediate force technique.",
    "contradicted false",
  ],
  [
    "ban_chokeholds",
    "effective when applied well",
    "Applied well, the carotid control hold may be effective on a violent person.",
    "contradicted false",
  ],
  [
    "ban_chokeholds",
    "only against swallowing",
    "Officers shall not squeeze the throat to stop a person from swallowing drugs.",
    "silent false",
  ],
  [
    "duty_to_intervene",
    "stopping misconduct before it grows",
    "Every officer has a duty to prevent the escalation of misconduct by a fellow officer.",
    "required true",
  ],
  [
    "duty_to_intervene",
    "escalation of a dispute is another thing",
    "Officers shall try to prevent the escalation of a dispute between neighbors.",
    "silent false",
  ],
  [
    "duty_to_intervene",
    "a bare reminder of another rule",
    "The chief reminds all officers of Rule 77 on intervening against excessive force.",
    "covered-elsewhere null",
  ],
  [
    "duty_to_intervene",
    "a reminder that says the duty itself",
    "Officers are reminded of Rule 77: each of them must intervene against excessive force by another officer.",
    "required true",
  ],
  [
    "duty_to_intervene",
    "report only",
    "An officer who observes excessive force by another officer shall notify a supervisor.",
    "silent false",
  ],
  [
    "duty_to_intervene",
    "one of several actions",
    "For excessive force, appropriate actions may include intervention or a report.",
    "silent false",
  ],
  [
    "duty_to_intervene",
    "crisis team",
    "The Crisis Intervention Team shall be called when a person is unreasonable.",
    "silent false",
  ],
  [
    "duty_to_intervene",
    "early warning system",
    "The Early Intervention System shall flag officers with excessive force complaints.",
    "silent false",
  ],
  [
    "duty_to_intervene",
    "duty that points elsewhere",
    "Members shall intervene to stop excessive force by another member (see Policy 12).",
    "required true",
  ],
  [
    "warn_before_shooting",
    "identify and state intention",
    "If feasible, an officer identifies himself and shall state the intention to shoot before firing a firearm.",
    "qualified true",
  ],
  [
    "warn_before_shooting",
    "only for people who flee",
    "Deadly force may stop a fleeing felon. Where feasible, a warning should be given before deadly force is used.",
    "qualified true",
  ],
  [
    "warn_before_shooting",
    "less-lethal only",
    "# Less-lethal launcher\nA verbal warning shall be given before the launcher is used.",
    "silent false",
  ],
  ["warn_before_shooting", "consider", "Officers shall consider a verbal warning before deadly force.", "silent false"],
  ["warn_before_shooting", "may", "Officers may give a verbal warning before using deadly force.", "silent false"],
  ["warn_before_shooting", "shots", "Warning shots shall not be fired from any firearm.", "silent false"],
  [
    "moving_vehicles",
    "rarely effective",
    "Officers should only fire at a moving vehicle when no other reasonable means are available to avert the threat of the vehicle.",
    "contradicted false",
  ],
  [
    "moving_vehicles",
    "self-defence swallows the rule",
    "Officers shall not shoot at a moving vehicle except in self-defense.",
    "silent false",
  ],
  [
    "moving_vehicles",
    "other means and the vehicle too",
    "Officers shall not fire at a moving vehicle unless deadly force is used by means other than the vehicle, or the vehicle is driven to strike a person.",
    "contradicted false",
  ],
  ["moving_vehicles", "from only", "Officers shall not fire from a moving vehicle.", "silent false"],
  ["comprehensive_reporting", "sounds complete", "Any use of force shall be documented promptly.", "silent false"],
  [
    "comprehensive_reporting",
    "list without pointing",
    "A force report is required when an officer:\n- Strikes a person;\n- Uses a chemical agent.",
    "silent false",
  ],
  ["comprehensive_reporting", "show of force", "Officers shall report any use or show of force.", "required true"],
  ["exhaust_alternatives", "necessary only", "Officers use only the force that is necessary.", "silent false"],
  [
    "exhaust_alternatives",
    "no less drastic means",
    "Deadly force is permissible only when no less drastic means are available.",
    "required true",
  ],
  [
    "exhaust_alternatives",
    "clearly ineffective",
    "Physical force shall not be used unless alternatives have been exhausted or would clearly be ineffective.",
    "required true",
  ],
  [
    "deescalation",
    "another weapon",
    "Officers may de-escalate by changing from the baton to the spray.",
    "silent false",
  ],
  [
    "ban_chokeholds",
    "deadly force at most",
    "The carotid hold is authorized against active resistance.",
    "contradicted false",
  ],
  [
    "duty_to_intervene",
    "in a position to do so",
    "An officer who observes excessive force by another officer shall, when in a position to do so, intercede.",
    "qualified true",
  ],
  [
    "duty_to_intervene",
    "attempt safely",
    "Officers who observe excessive force by another officer shall attempt to safely intervene.",
    "qualified true",
  ],
  [
    "warn_before_shooting",
    "if possible",
    "If possible, the officer will give a verbal warning before using deadly force.",
    "qualified true",
  ],
  ["moving_vehicles", "flat", "Officers shall not shoot at moving vehicles.", "required true"],
  [
    "moving_vehicles",
    "force by other means",
    "Officers shall not fire at a moving vehicle unless deadly force is used against them by means other than the vehicle.",
    "qualified true",
  ],
  [
    "moving_vehicles",
    "the vehicle is the only force",
    "Officers shall not fire at a moving vehicle when the vehicle is the only force used against them.",
    "required true",
  ],
  [
    "comprehensive_reporting",
    "definition and duty joined",
    "Use of force includes pointing a firearm at a person.\nOfficers shall report any use of force.",
    "required true",
  ],
  [
    "comprehensive_reporting",
    "low ready is not",
    "Pointing a firearm at a person shall be reported.\nHolding a rifle at low ready is not a use of force.",
    "required true",
  ],
  [
    "exhaust_alternatives",
    "only for people who flee",
    "Deadly force against a fleeing felon is allowed only when all other reasonable means are exhausted.",
    "silent false",
  ],
  ["exhaust_alternatives", "minimal extent", "Force is used to the minimal extent necessary.", "silent false"],
  [
    "continuum",
    "degrees exist",
    "While various degrees of force exist, officers use only what is reasonable.",
    "silent false",
  ],
];

/** Of the evenhand rubric, which no coder has labelled. */
const evenhandTraps: readonly [id: string, why: string, text: string, expected: string][] = [
  [
    "call-medical-aid",
    "obtained by booking",
    "Medical assistance shall be obtained for any injured person prior to booking or release.",
    "qualified",
  ],
  [
    "give-medical-aid",
    "obtain is not render",
    "Medical assistance shall be obtained for any injured person.",
    "silent",
  ],
  [
    "give-medical-aid",
    "one device only",
    "# TASER\nOfficers shall give first aid to a person struck by a TASER probe.",
    "qualified",
  ],
  [
    "ban-neck-restraints",
    "a definition that hollows out the ban",
    "Officers shall not use a chokehold.\nChokehold means pressure on the windpipe that stops the intake of air.",
    "silent",
  ],
  [
    "ban-warning-shots",
    "a definition allows nothing",
    "Warning shot: a shot fired into the air to warn that force may follow.",
    "silent",
  ],
  [
    "ban-warning-shots",
    "an exception in the next clause",
    "Warning shots are prohibited.\nThe exception would be when a shot may spare a life.",
    "qualified",
  ],
  [
    "proportional-force",
    "another duty's words",
    "Officers shall use proportional force; supervisors shall, when practical, come to the scene.",
    "required",
  ],
  ["proportional-force", "the same amount", "Proportional force does not require the same amount of force.", "silent"],
  [
    "deadly-force-last-resort",
    "the law, not the policy",
    "No, the law does not require officers to exhaust alternatives before deadly force.",
    "silent",
  ],
];

describe("traps", () => {
  for (const [id, why, text, expected] of evenhandTraps)
    test(`${id}: ${why}`, () => {
      expect(verdict("evenhand", id, text)).toBe(expected);
    });
  for (const [id, why, text, expected] of traps)
    test(`${id}: ${why}`, () => {
      expect(verdict("eight-cant-wait", id, text)).toBe(expected);
    });
});

describe("spaces inside words", () => {
  const torn = setDocument([
    { text: "GENERAL ORDER 7: USE OF FORCE", bold: true, height: 14 },
    "",
    "1.1 Neck res traints and choke holds are pro hib ited.",
    "",
    "1.2 An offi cer who sees ano ther officer use ex cessive force shall inter vene.",
    "",
    "1.3 Officers shall not fire at a mov ing veh icle.",
  ]);

  test.each([
    ["ban_chokeholds", "required"],
    ["duty_to_intervene", "required"],
    ["moving_vehicles", "required"],
  ])("%s is read through them", (id, expected) => {
    const document = policyDocument(torn);
    if (!document.isReadable) throw new Error(document.detail);
    const rules = rubrics["eight-cant-wait"].rules.filter((rule) => rule.id === id);
    const [found] = auditDocuments(
      [document],
      { ...rubrics["eight-cant-wait"], rules },
      { isPassage: true },
    ).provisions;
    expect(found).toMatchObject({ verdict: expected, present: true });
  });
});
