import { codeLists, codeTitle, type ElementId, type Field, type Finding, fieldById } from "@evenhand/standard";
import type { Words } from "../words/words.ts";
import type { LetterItem } from "./letter-block.ts";
import { type OwnClause, ownClauseText } from "./own-clause.ts";
import requested from "./requested-fields.json" with { type: "json" };

const weapons: readonly (string | undefined)[] = ["firearm", "cew"];
const stages: readonly (string | undefined)[] = ["display", "point", "applied"];

/** Codes to ask for: those that the standard still uses and that say enough. */
function wantedCodes(field: Field, element: ElementId): readonly string[] {
  if (field.codeList === undefined) return [];
  const codes = codeLists[field.codeList].codes.filter(({ deprecated, legacy }) => !deprecated && !legacy);
  const wanted =
    element === "display_kept_apart"
      ? codes.filter(({ family, stage }) => weapons.includes(family) && stages.includes(stage))
      : codes;
  return wanted.map(({ code }) => code);
}

function fieldText(field: Field, element: ElementId, words: Words): string {
  const title = words.language === "es" ? field.titleEs : field.title;
  const list = field.codeList;
  const codes =
    list === undefined ? [] : wantedCodes(field, element).map((code) => codeTitle(list, code, words.language));
  if (codes.length === 0) return words.say("letter.field", { title, id: field.id });
  return words.say("letter.field.codes", { title, id: field.id, codes: codes.join("; ") });
}

/**
 * What a letter asks of one element: how much of it the files hold now, the clause with which the agency's own policy
 * asks for it, where there is one, and the fields and codes wanted.
 */
export function requestedElement(finding: Finding, element: ElementId, words: Words, clause?: OwnClause): LetterItem {
  const usable = finding.numerator ?? finding.denominator;
  const state =
    finding.status === "partly" && finding.total > 0
      ? words.say("letter.partly", {
          n: usable,
          total: words.say(`say.unit.${finding.unit}`, { n: finding.total }),
          percent: words.percent(usable / finding.total),
        })
      : words.say("letter.absent");
  const wanted = requested[element].flatMap((id) => {
    const field = fieldById(id);
    return field === undefined ? [] : [fieldText(field, element, words)];
  });
  const own = clause === undefined ? [] : [ownClauseText(clause, words)];
  return { name: codeTitle("element", element, words.language), text: [state, ...own, ...wanted].join(" ") };
}
