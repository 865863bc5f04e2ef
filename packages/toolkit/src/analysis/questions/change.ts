import { answerEvents } from "../change/answer-events.ts";
import { changeQueries } from "../change/change-cells.ts";
import { question } from "../question.ts";

/** Whether changes in policy or practice were followed by changes in force, and upon whom. Asked when events are given. */
export const change = question<string>({
  id: "change",
  needs: ["incident.occurred_date"],
  cells: (scope, beside) => changeQueries(scope, beside?.events),
  answer: (context, cells) => (context.events === undefined ? [] : answerEvents(context, cells)),
});
