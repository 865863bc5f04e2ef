import { codeTitle, type FootprintCode, type FootprintList, fieldById, findCode } from "@evenhand/standard";
import type { Words } from "../words/words.ts";
import { dataTable, textCell } from "./data-table.ts";
import { type Html, html } from "./html.ts";

/** The code list behind the findings, folded: each code, its definition and the reason, and in which lines it differs. */
export function footprintList(list: FootprintList, words: Words): Html {
  const caption = words.say("footprint.list.caption", { hash: list.hash });
  const title = (name: string) => textCell(words.say(`footprint.list.${name}`));
  const table = dataTable({
    caption,
    label: words.say("page.scroll", { caption }),
    head: ["class", "field", "code", "band", "reason"].map(title),
    rows: list.classes.flatMap((one) =>
      one.codes.map((code) => [
        textCell(words.language === "es" ? one.title.es : one.title.en),
        textCell(fieldTitle(code, words)),
        textCell(codeText(code, list, words)),
        title(code.band),
        textCell(words.language === "es" ? (code.reasonEs ?? code.reason) : code.reason),
      ]),
    ),
  });
  const changes =
    list.changes.length === 0
      ? undefined
      : html`<h4>${words.say("footprint.list.changes")}</h4><ul>${list.changes.map((change) => html`<li>${change}</li>`)}</ul>`;
  return html`<div class="finding"><div class="body"><p class="also">${whichList(list, words)}</p>${changes}<details><summary>${words.say(
    "footprint.list.title",
  )}</summary>${table}</details></div></div>`;
}

const whichList = ({ isOwn, hash, changes }: FootprintList, words: Words): string =>
  isOwn ? words.say("footprint.list.own", { n: changes.length, hash }) : words.say("footprint.list.standard", { hash });

function fieldTitle({ field }: FootprintCode, words: Words): string {
  if (field === "class") return words.say("footprint.list.takes-over");
  const known = fieldById(field);
  return (words.language === "es" ? known?.titleEs : known?.title) ?? field;
}

function codeText({ field, code }: FootprintCode, { classes }: FootprintList, words: Words): string {
  if (field === "class") {
    const taken = classes.find(({ id }) => id === code)?.title;
    return (words.language === "es" ? taken?.es : taken?.en) ?? code;
  }
  const list = fieldById(field)?.codeList;
  return list !== undefined && findCode(list, code) !== undefined ? codeTitle(list, code, words.language) : code;
}
