import type { Finding, Language } from "@evenhand/standard";
import type { PlaceAnswers } from "@evenhand/toolkit/report/place-answers";
import { elementFindings, elementTitle } from "@evenhand/toolkit/report/words/gap-summary";
import { openWords } from "@evenhand/toolkit/report/words/words";
import { type SiteKey, siteWords } from "../../words/site-words.ts";

const byQuestion: Readonly<Record<string, SiteKey>> = {
  "how-often": "packet-ask-how-often",
  "on-whom": "packet-ask-on-whom",
  "what-force": "packet-ask-what-force",
  why: "packet-ask-why",
  where: "packet-ask-where",
  "resistance-and-deescalation": "packet-ask-deescalation",
  outcomes: "packet-ask-outcomes",
  rates: "packet-ask-rates",
  treatment: "packet-ask-rates",
  places: "packet-ask-rates",
  "missing-race": "packet-ask-missing-race",
  selection: "packet-ask-selection",
  "units-and-officers": "packet-ask-units",
  change: "packet-ask-change",
  footprint: "packet-ask-footprint",
};

/** Elements asked for by name; the letter asks for all of them. */
const mostElements = 3;
/** Questions of the policy audit taken up. */
const mostRules = 2;

/** What to ask the department: of each finding chosen, of what it does not record, of its policy, and when it answers. */
export function packetQuestions(
  { findings, policy }: PlaceAnswers,
  chosen: readonly Finding[],
  language: Language,
): readonly string[] {
  const say = siteWords(language);
  const words = openWords(language);
  const ofFindings = [...new Set(chosen.flatMap(({ question }) => byQuestion[question] ?? []))].map((key) => say(key));
  const absent = elementFindings(findings).filter(({ status }) => status === "not_collected");
  const ofGaps = absent
    .slice(0, mostElements)
    .map((finding) => say("packet-ask-element", { element: elementTitle(finding, words) }));
  const silent = (policy?.beside[language].rules ?? []).filter(
    ({ verdict }) => verdict === "silent" || verdict === "contradicted",
  );
  const ofPolicy = silent.slice(0, mostRules).map(({ question }) => say("packet-ask-policy", { question }));
  return [...ofFindings, ...ofGaps, ...ofPolicy, say("packet-ask-answer")];
}
