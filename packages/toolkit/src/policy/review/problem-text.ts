import type { EventProblem } from "./event-problem.ts";
import type { HistoryProblem } from "./history-file.ts";
import words from "./review-words.json" with { type: "json" };

type Language = "en" | "es";

/** Why a line may not be added, in words for the person who wanted to add it. */
export const eventProblemText = ({ code, value }: EventProblem, language: Language): string =>
  words[language].events[code].replaceAll("{value}", () => value);

/** Why a history file is not taken, in words for the person who gave it. */
export const historyProblemText = ({ code, value }: HistoryProblem, language: Language): string =>
  words[language].file[code].replaceAll("{value}", () => value);
