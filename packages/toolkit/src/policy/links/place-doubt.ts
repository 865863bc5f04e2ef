import type { Release } from "@evenhand/standard/release";
import type { PolicyDocument } from "../documents/policy-document.ts";
import states from "./states.json" with { type: "json" };

/** What speaks against documents being a department's own. */
export type PlaceDoubt = { readonly is: "no-name" | "other-state"; readonly place: string };

const nameByState = new Map(Object.entries(states.states));

/** Words of an agency's name that are no place. */
const general = /\b(police|sheriff'?s?|department|dept|office|bureau|division|of|the|city|county|pd)\b|\(.*?\)|,.*$/gi;

const countOf = (text: string, name: string): number => text.split(name.toLowerCase()).length - 1;

/**
 * Whether policy documents speak of another place than the agency's: none names the city, or they name another state
 * more often than the agency's own (there is a Bloomington in Illinois and one in Indiana). Undefined where nothing
 * speaks against it, which proves nothing: a person must check whose documents they are.
 */
export function placeDoubt(
  documents: readonly PolicyDocument[],
  agency: Pick<Release["agency"], "name" | "state">,
): PlaceDoubt | undefined {
  const text = documents.map((document) => `${document.name}\n${document.text}`.toLowerCase()).join("\n");
  const city = agency.name.replaceAll(general, " ").replaceAll(/\s+/g, " ").trim();
  const own = agency.state === undefined ? undefined : nameByState.get(agency.state);
  if (own !== undefined) {
    const others = [...nameByState.values()].filter((name) => !own.includes(name) && !name.includes(own));
    const [most] = others.toSorted((a, b) => countOf(text, b) - countOf(text, a));
    if (most !== undefined && countOf(text, most) >= states.atLeast && countOf(text, most) > countOf(text, own))
      return { is: "other-state", place: most };
  }
  const squeezed = (words: string) => words.toLowerCase().replaceAll(/[^\p{L}]/gu, "");
  return city === "" || squeezed(text).includes(squeezed(city)) ? undefined : { is: "no-name", place: city };
}
