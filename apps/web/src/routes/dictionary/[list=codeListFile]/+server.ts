import { isCodeListId } from "@evenhand/standard";
import { error } from "@sveltejs/kit";
import { codeListCsv, fieldsCsv } from "#lib/server/dictionary-csv.ts";
import { sendText } from "#lib/server/files/send-text.ts";
import { siteWords } from "#lib/words/site-words.ts";
import type { RequestHandler } from "./$types";

/** A code list, or all fields, as CSV. */
export const GET: RequestHandler = ({ request, params }) => {
  const list = params.list.slice(0, -".csv".length);
  const body = list === "fields" ? fieldsCsv() : isCodeListId(list) ? codeListCsv(list) : undefined;
  if (body === undefined) error(404, siteWords("en")("no-such-file"));
  return sendText(request, { body, type: "text/csv; charset=utf-8", saveAs: `${list}.csv` });
};
