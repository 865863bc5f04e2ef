import { hasMeaning } from "./has-meaning.ts";
import type { UnreadableReason } from "./policy-document.ts";

/** Words below which a document holds no policy. */
const fewWords = 20;

/** Words above which a letter may have the policy itself attached. */
const longLetter = 1_200;

/** Mean confidence of recognised letters below which words are guesses. */
const leastConfidence = 0.55;

const salutation = /^\s*(?:dear\s+(?:mr|ms|mrs|dr|sir|madam|\p{Lu})|to whom it may concern)/imu;
const closing = /^\s*(?:sincerely|respectfully|very truly yours|yours truly|(?:best |kind )?regards)\b/im;
const request =
  /\b(?:your (?:\w+ ){0,3}request|public records|freedom of information|attached (?:is|are|please)|enclosed)\b/i;

/**
 * Why a text cannot be judged, or undefined where it can. Says nothing of what a policy should hold: an order about
 * uniforms is readable.
 */
export function refuseText(
  text: string,
  confidence?: number,
): { reason: UnreadableReason; detail: string } | undefined {
  if (!/[^\s\d\p{P}]/u.test(text)) return { reason: "no-text", detail: "it holds no text" };
  if (!hasMeaning(text))
    return {
      reason: "letters-without-meaning",
      detail: `${/\(cid:\d+\)/.test(text) ? "its fonts give no letters, only the numbers of shapes" : "its letters form no words"}; ask for the document in another form, or print and scan it`,
    };
  const words = text.match(/\p{L}{2,}/gu)?.length ?? 0;
  if (words < fewWords) return { reason: "too-little-text", detail: `it holds only ${words} words` };
  if (confidence !== undefined && confidence < leastConfidence)
    return {
      reason: "letters-without-meaning",
      detail: `the letters of the scan were recognised with a confidence of only ${Math.round(confidence * 100)} in 100`,
    };
  if (words < longLetter && salutation.test(text) && (closing.test(text) || request.test(text)))
    return { reason: "not-a-policy", detail: "it is a letter" };
  return undefined;
}
