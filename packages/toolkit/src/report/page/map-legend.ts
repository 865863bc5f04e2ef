import type { MapClass } from "../charts/area-map.ts";
import type { Words } from "../words/words.ts";
import { type Html, html } from "./html.ts";

/** Classes of a map, lightest first. */
export function mapLegend(classes: readonly MapClass[], words: Words): Html {
  return html`<ul class="legend">${classes.map(({ low, high, opacity }) => {
    const range = low === high ? words.say("chart.map.one", { low }) : words.say("chart.map.from", { low, high });
    return html`<li><svg width="18" height="18" aria-hidden="true" focusable="false"><rect width="18" height="18" fill="var(--mark)" fill-opacity="${opacity}" stroke="var(--soft)"/></svg>${range}</li>`;
  })}</ul>`;
}
