/** What a policy calls itself. */
export type PolicyHeading = { readonly title?: string; readonly number?: string };

/** A line of a policy's beginning with the height of its letters, or 0. */
export type HeadingLine = { readonly text: string; readonly height: number };

const subject = /^(?:.*\b)?(?:subject|title|policy and procedure title|policy title|topic)\s*[:\-–]\s*(.*)$/i;
const bareSubject = /^(?:subject|title|policy and procedure title|policy title|topic)\s*:?$/i;
const number =
  /\b(?:general order|special order|g\.\s?o\.|policy|directive|administrative directive|procedural order|standard operating procedure|sop|s\.o\.p\.|dir\.?\s*#|order\s*#|order no\.?|order number|number|no\.|section|chapter)(?:\s*(?:number|no\.?|#))?\s*[:#–-]?\s*((?=[\w.\-/]*\d)[A-Z]{0,6}[\s.-]?\d[\w.\-/]*)/i;
const leading = /^((?=\S*\d)[A-Z]{0,4}[-.]?\d[\w.-]*?)[.,:]?\s*(?:[-–—:]\s*)?(\p{L}.{2,90})$/u;
const trailing = /^(\p{L}.{3,80}?),?\s+((?:[A-Z]{1,4}-?)?\d+[.-]\d+[\w.-]*)$/u;
const address =
  /\b(?:avenue|street|boulevard|drive|suite|phone|fax|p\.?o\.? box|[A-Z][a-z]+,? (?:[A-Z]{2}|[A-Z][a-z]+) \d{5})\b/i;
const unnamed =
  /\b(?:police department|department of police|city of|village of|policy manual|general orders?|standard operating procedures?|procedural orders?|field orders|department directives?|police division|sheriff'?s? (?:office|department)|policy and procedure|regulations and procedures|operational procedures|administrative procedures|page \d+\s?of)\b|^(?:policy|directives?|subject|order|chapter|memorandum|manual|effective.*|issued?.*|revised.*|page.*|number.*|.*\bnumber|.*\bdates?|chief.*|distribution.*|amends.*|reviewed by.*|authorized by.*|approved by.*|chapter.*|table of contents|contents|to be .*|reference.*|rescinds.*|supersedes.*|index.*|date.*|pages?:.*|to:.*|from:.*|purpose|scope|definitions?)\s*:?$/i;

/**
 * Title and number from the first lines of a policy: after "Subject:", before a number that opens the title ("2-52 USE
 * OF FORCE"), else the largest line that is not the department's name or the kind of document.
 */
export function policyHeading(lines: readonly HeadingLine[]): PolicyHeading {
  const found = numberIn(lines);
  const named = subjectIn(lines);
  if (named) return { title: clean(named), ...(found ? { number: found } : {}) };
  const candidates = lines.filter(
    ({ text }) =>
      !/\d{4}\b|\d[-/]\d+[-/]\d/.test(text) &&
      /\p{L}{3}/u.test(text) &&
      text.length <= 110 &&
      !/[.;,]$/.test(text) &&
      !address.test(text),
  );
  const closed = candidates
    .map(({ text }) => trailing.exec(text))
    .find((match) => match !== null && !unnamed.test(match[1] ?? "") && isTitle(match[1] ?? ""));
  if (closed) return { title: clean(closed[1] ?? ""), number: closed[2] ?? "" };
  const opened = candidates
    .map(({ text }) => leading.exec(text))
    .find((match) => match !== null && !unnamed.test(match[2] ?? "") && isTitle(match[2] ?? ""));
  const title = largest(
    candidates.filter(({ text }) => !unnamed.test(text) && !new RegExp(`^(?:${number.source})$`, "i").test(text)),
  );
  if (opened && (!title || title.includes(opened[2] ?? "")))
    return { title: clean(opened[2] ?? ""), number: found ?? opened[1] ?? "" };
  return { ...(title ? { title: clean(title) } : {}), ...(found ? { number: found } : {}) };
}

const bare = /^(?:[A-Z]{1,4}[-.]?)?\d+(?:\.\d{2,})+[A-Z]?(?=$|-[\d.]+$)/;

const isTitle = (text: string): boolean => !/\d{2,4}[-/]\d/.test(text) && text.split(" ").length <= 12;

function numberIn(lines: readonly HeadingLine[]): string | undefined {
  const alone = lines.map(({ text }) => bare.exec(text)?.[0]).find((found) => found !== undefined);
  if (alone) return alone;
  for (const { text } of lines) {
    if (text.length > 110 || /[.;]$/.test(text) || /^(?:references?|rescinds|supersedes|related|cross)/i.test(text))
      continue;
    const value = number.exec(text)?.[1]?.trim().replace(/[.-]$/, "");
    if (value && !/^\d{1,2}[-/]\d{1,2}[-/]\d{2,4}$/.test(value)) return value;
  }
  return undefined;
}

function subjectIn(lines: readonly HeadingLine[]): string | undefined {
  for (const [index, { text }] of lines.entries()) {
    if (text.length > 140) continue;
    const beside = subject
      .exec(text)?.[1]
      ?.replace(/\s+(?:number|no\.|effective|distribution|page|issue[d]?|date)\b.*$/i, "")
      .trim();
    if (beside && /\p{L}{3}/u.test(beside)) return beside;
    if (!bareSubject.test(text)) continue;
    const below = lines
      .slice(index + 1, index + 6)
      .find((line) => /\p{L}{3}/u.test(line.text) && !unnamed.test(line.text) && !/:$|\d{4}$/.test(line.text));
    if (below && below.text.length <= 110) return below.text;
  }
  return undefined;
}

function largest(lines: readonly HeadingLine[]): string | undefined {
  let best: HeadingLine | undefined;
  for (const line of lines) if (!best || line.height > best.height + 0.5) best = line;
  const next = best && lines[lines.indexOf(best) + 1];
  const goesOn =
    best &&
    next &&
    Math.abs(next.height - best.height) < 0.5 &&
    /(?:\b(?:and|of|to|for|the|or|with|against|in|on)|[-–/&])$/i.test(best.text);
  return goesOn ? `${best?.text} ${next?.text}` : best?.text;
}

const clean = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .replace(/^["“]|["”:.]$/g, "")
    .replace(/\s*\(?continued\)?$/i, "")
    .trim();
