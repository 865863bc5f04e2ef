import { pdfAnswer } from "#lib/server/packet/pdf-answer.ts";
import type { RequestHandler } from "./$types";

export const GET: RequestHandler = pdfAnswer("LETTER");
