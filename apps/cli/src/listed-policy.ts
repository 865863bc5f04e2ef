import type { RegisterEntry } from "@evenhand/toolkit/policy/register/policy-register";
import { expectedReason } from "@evenhand/toolkit/policy/register/request-policies";
import type { ListedPolicy } from "@evenhand/toolkit/report/register/register-page";
import type { Language } from "./arguments.ts";

/** One policy of a register, in the words of a page. */
export function listedPolicy(
  { id, title, status, evidence, found, setBy, note }: RegisterEntry,
  language: Language,
): ListedPolicy {
  const why = expectedReason(id)?.[language];
  return {
    title: title[language],
    status,
    evidence,
    isExpected: id !== undefined,
    ...(why === undefined ? {} : { why }),
    ...(found === undefined || found === status ? {} : { found }),
    ...(setBy === undefined ? {} : { setBy }),
    ...(note === undefined ? {} : { note }),
  };
}
