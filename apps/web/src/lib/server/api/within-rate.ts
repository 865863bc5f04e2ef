import { readSettings } from "../settings.ts";
import { problem } from "./problem.ts";
import { type RateLimit, rateLimit } from "./rate-limit.ts";

let limit: { readonly perMinute: number; readonly rate: RateLimit } | undefined;

/**
 * An answer that says to wait, when an address has asked too often; undefined when it may go on. Whoever writes the
 * site as files is never stopped.
 */
export function tooOften(event: { readonly getClientAddress: () => string }): Response | undefined {
  const { ratePerMinute, isStatic } = readSettings();
  if (isStatic || ratePerMinute === 0) return undefined;
  if (limit?.perMinute !== ratePerMinute) limit = { perMinute: ratePerMinute, rate: rateLimit(ratePerMinute) };
  const seconds = limit.rate.take(event.getClientAddress(), performance.now());
  if (seconds === 0) return undefined;
  return problem(
    429,
    `More than ${ratePerMinute} requests came from your address in a minute.`,
    `Wait ${seconds} ${seconds === 1 ? "second" : "seconds"}, then ask again. The whole data can be had in one file on the page “Data” of a place.`,
    { "retry-after": String(seconds) },
  );
}
