import type { Language } from "@evenhand/standard";
import { standingSymbol, standingTitle, verdictOrder } from "@evenhand/toolkit/report/audit/verdict-text";
import { openWords } from "@evenhand/toolkit/report/words/words";
import { addresses } from "../addresses.ts";
import { provisionTitle } from "../words/provision-title.ts";
import { siteWords } from "../words/site-words.ts";
import type { Place } from "./place-index.ts";
import type { StatusColumns } from "./status-columns.ts";

/** Which departments' policies say what: a row each subject, a column each policy that is here. No score: verdicts do not add up. */
export function provisionColumns(places: readonly Place[], language: Language): StatusColumns {
  const say = siteWords(language);
  const to = addresses(language);
  const words = openWords(language);
  const titles = places.flatMap(({ summary }) =>
    (summary.provisions ?? []).map(
      ({ id, question }) => [id, provisionTitle(id, language) ?? question[language]] as const,
    ),
  );
  return {
    id: "what-policies-say",
    title: say("provisions-title"),
    intro: say("provisions-intro"),
    columns: new Map(titles),
    statusOf: ({ summary }, column) => summary.provisions?.find(({ id }) => id === column)?.verdict,
    textOf: (status) => {
      const standing = standingOf(status);
      return standing === undefined ? status : standingTitle(standing, words);
    },
    symbolOf: (status) => {
      const standing = standingOf(status);
      return standing === undefined ? "" : standingSymbol(standing);
    },
    order: standings,
    addressOf: ({ id }) => to.policy(id),
    rows: { heading: say("provision"), addressOf: to.provision, without: say("provisions-without") },
  };
}

const standings = [...verdictOrder, "readers-differ" as const];
const standingOf = (status: string) => standings.find((one) => one === status);
