import type { LinkDefinition, LinkKind, PolicyLink, PolicyStance } from "./policy-link.ts";

/** What a kind is judged from. */
export type Beside = Pick<LinkDefinition, "role" | "shows"> & Pick<PolicyLink, "stance" | "elements" | "counts">;

const asking: readonly PolicyStance[] = ["asks", "asks-weakly"];
const doubtful: readonly PolicyStance[] = ["unclear", "elsewhere"];

/**
 * What a rule and the records are to each other. Where the records cannot show the thing itself, or the documents leave
 * it open, the answer is `cannot-tell`. A ban beside a count says nothing of whether the policy was broken.
 *
 * @example linkKind({ role: "duty", shows: "nothing", stance: "asks", elements: [] }) // "cannot-tell"
 */
export function linkKind(beside: Beside): LinkKind {
  const { role, shows, stance } = beside;
  if (shows !== "it" || doubtful.includes(stance)) return "cannot-tell";
  return role === "ban" ? banKind(beside) : recordKind(beside);
}

/** A kind of force that does not occur was not used, or not asked for: only a form that asks for it tells them apart. */
function banKind({ stance, counts }: Beside): LinkKind {
  if (counts === undefined) return "cannot-tell";
  const isBanned = asking.includes(stance);
  if (counts.count > 0) return isBanned ? "banned-recorded" : "recorded-not-banned";
  if (counts.scope !== "always") return "cannot-tell";
  return isBanned ? "banned-none-recorded" : "neither";
}

function recordKind({ stance, elements }: Beside): LinkKind {
  const [element] = elements;
  if (element === undefined) return "cannot-tell";
  const { status } = element;
  if (!asking.includes(stance)) return status === "not_collected" ? "neither" : "recorded-not-required";
  if (status === "not_collected") return "required-not-recorded";
  return status === "partly" ? "required-partly-recorded" : "required-recorded";
}
