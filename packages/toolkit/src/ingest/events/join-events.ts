import type { Issue, PolicyEvent } from "@evenhand/standard";

/**
 * Puts the events of several files, or of several lines, together. An event whose id is there already is left out and
 * said: ids are permanent. The same line twice is only a note.
 */
export function joinEvents(
  parts: readonly { readonly events: readonly PolicyEvent[]; readonly issues: readonly Issue[] }[],
): { readonly events: readonly PolicyEvent[]; readonly issues: readonly Issue[] } {
  const byId = new Map<string, PolicyEvent>();
  const issues: Issue[] = [];
  for (const part of parts) {
    issues.push(...part.issues);
    for (const event of part.events) {
      const first = byId.get(event.id);
      if (first === undefined) byId.set(event.id, event);
      else issues.push(twice(event, first));
    }
  }
  return { events: [...byId.values()], issues };
}

function twice(event: PolicyEvent, first: PolicyEvent): Issue {
  const isSame = JSON.stringify(event) === JSON.stringify(first);
  const shown = `“${event.what.en.slice(0, 80)}”`;
  return {
    code: "event-twice",
    severity: isSame ? "note" : "error",
    value: event.id,
    count: 1,
    message: isSame
      ? `Event “${event.id}” is there twice with the same words; it counts once.`
      : `Event ${shown} is left out: its id “${event.id}” is that of another event. Give it an id of its own.`,
  };
}
