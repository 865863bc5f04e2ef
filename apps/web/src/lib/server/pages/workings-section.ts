import type { Language } from "@evenhand/standard";
import { dataTable } from "@evenhand/toolkit/report/page/data-table";
import { type Html, html } from "@evenhand/toolkit/report/page/html";
import type { FindingWorkings, WorkingTable } from "@evenhand/toolkit/report/place-answers";
import { openWords, type Words } from "@evenhand/toolkit/report/words/words";
import { type SiteSay, siteWords } from "../../words/site-words.ts";

type Speech = { readonly language: Language; readonly words: Words; readonly say: SiteSay };

/** How a number was worked out: its counts, its formula, each step, and lines to do it again in R. Folded. */
export function workingsSection(workings: FindingWorkings, language: Language): Html {
  const speech = { language, words: openWords(language), say: siteWords(language) };
  const { say } = speech;
  const { formula, cells, tables, steps, r } = workings;
  return html`<section class="workings"><h2>${say("workings-title")}</h2><p>${say("workings-about")}</p>${
    steps.length === 0 ? undefined : html`<p>${say("workings-formula")} <code>${formula[language]}</code></p>`
  }${fold(say("workings-cells"), cells, speech)}${fold(say("workings-tables"), tables, speech)}${
    steps.length === 0 ? undefined : stepsFold(workings, speech)
  }${
    r.length === 0
      ? undefined
      : html`<details><summary>${say("workings-r")}</summary><div class="scroll" tabindex="0" role="region" aria-label="${say(
          "workings-r",
        )}"><pre>${r.join("\n")}</pre></div></details>`
  }</section>`;
}

function stepsFold({ steps }: FindingWorkings, { language, say }: Speech): Html {
  return html`<details><summary>${say("workings-steps")}</summary><ol class="steps">${steps.map(
    ({ label, expression, value }) =>
      html`<li>${label[language]}<br><code>${expression} = ${String(value)}</code></li>`,
  )}</ol></details>`;
}

function fold(title: string, tables: readonly WorkingTable[], speech: Speech): Html | undefined {
  if (tables.length === 0) return undefined;
  return html`<details><summary>${title}</summary>${tables.map((table) => workingTable(table, speech))}</details>`;
}

function workingTable({ title, columns, rows, leftOut }: WorkingTable, { language, words, say }: Speech): Html {
  const caption = title[language];
  return html`${dataTable({
    caption,
    label: words.say("page.scroll", { caption }),
    head: columns.map((text) => ({ text })),
    rows: rows.map((row) => row.map((value) => ({ text: value === null ? say("workings-blank") : String(value) }))),
  })}${leftOut === 0 ? undefined : html`<p class="small">${say("workings-left-out", { count: leftOut })}</p>`}`;
}
