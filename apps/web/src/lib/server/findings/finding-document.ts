import type { Finding } from "@evenhand/standard";
import { sentenceAlone } from "@evenhand/toolkit/report/page/finding-alone";
import type { PlaceAnswers } from "@evenhand/toolkit/report/place-answers";
import { openWords } from "@evenhand/toolkit/report/words/words";
import { type License, licenseOf, type ReleaseHead, releaseHead } from "../files/release-findings.ts";

/** One finding with all that is needed to quote and to check it. */
export type FindingDocument = {
  readonly release: ReleaseHead;
  readonly isFictional: boolean;
  readonly license: License;
  /** As `report --json` gives it. */
  readonly finding: Finding;
  /** What is said of it, in each language. */
  readonly sentences: { readonly en: string; readonly es: string };
};

/** A finding as a document of its own. */
export const findingDocument = (finding: Finding, answers: PlaceAnswers): FindingDocument => ({
  release: releaseHead(answers.release),
  isFictional: answers.isFictional,
  license: licenseOf(answers.isFictional),
  finding,
  sentences: {
    en: sentenceAlone(finding, answers, openWords("en")),
    es: sentenceAlone(finding, answers, openWords("es")),
  },
});
