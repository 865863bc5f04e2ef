import { readFile } from "node:fs/promises";
import { addEvent } from "./add-event.ts";
import { neededOption } from "./needed-option.ts";
import type { ReviewCommand } from "./review-command.ts";

/** `evenhand review reply`: keeps the department's reply, or the answer to it, word for word. */
export const reviewReply: ReviewCommand = {
  options: ["history", "provision", "text", "who", "at"],
  flags: ["answer"],
  run: async (input) => {
    const given = neededOption(input, "text");
    const text = given.startsWith("@") ? (await readFile(given.slice(1), "utf8")).replace(/^\uFEFF/, "").trim() : given;
    if (input.given.flag("answer")) await addEvent(input, { kind: "reply-answered", text }, "review-answered");
    else await addEvent(input, { kind: "department-replied", text }, "review-replied");
  },
};
