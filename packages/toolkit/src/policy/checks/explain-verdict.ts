import words from "../rules/words.json" with { type: "json" };
import type { Conclusion, Support } from "./conclude-rule.ts";
import type { StatementMatch } from "./match-statement.ts";
import { subjectTitle } from "./read-coverage.ts";
import { ruleWords } from "./rule-words.ts";

/** What the reader was shown: how much was looked at. */
export type Looked = { readonly clauses: number; readonly onSubject: number; readonly documents: readonly string[] };

type Language = keyof typeof words;

/** Why a verdict was reached, in plain words; quotations stay as written. */
export function explainVerdict(conclusion: Conclusion, looked: Looked, language: Language): string {
  const say = words[language];
  const { supports, limited, contradictions, references, verdict } = conclusion;
  if (verdict === "contradicted")
    return sentences([...because(contradictions, language), supports.length > 0 && say.both]);
  if (verdict === "covered-elsewhere")
    return fill(say.elsewhere, {
      words: quote(
        references.slice(0, 3).map(({ words: text }) => text),
        language,
      ),
    });
  if (verdict === "cannot-tell")
    return fill(say[conclusion.doubt ?? "cannot-tell"], {
      subjects: (conclusion.notGiven ?? []).map((id) => subjectTitle(id, language)).join(say.or),
    });
  if (verdict === "silent") return explainSilence(conclusion, looked, language);
  return explainSupport(supports.length > 0 ? supports : limited, language);
}

function explainSupport(said: readonly Support[], language: Language): string {
  const say = words[language];
  const hedges = said.flatMap((support) => support.hedges);
  const exceptions = said.flatMap((support) => support.exceptions);
  return sentences([
    ...because(
      said.map(({ match }) => match).toSorted((one, other) => Number(isAside(one)) - Number(isAside(other))),
      language,
    ),
    said.some(({ isAdvice }) => isAdvice) && say.should,
    hedges.length > 0 && fill(say.hedged, { words: quote(hedges, language) }),
    exceptions.length > 0 && fill(say.excepted, { words: quote(exceptions, language) }),
    said.every(({ match }) => match.limits.length > 0) && fill(say.limited, { scopes: scopeTitles(said, language) }),
  ]);
}

/** What leaves a clean clause as it is is said after that clause. */
const isAside = ({ statement }: StatementMatch): boolean => statement.standsAside === true;

function explainSilence({ insufficient, limited }: Conclusion, looked: Looked, language: Language): string {
  const say = words[language];
  const short = [...insufficient.filter(({ limits }) => limits.length === 0), ...limited.map(({ match }) => match)];
  const count = looked.documents.length;
  const documents = count > 3 ? fill(say.documents, { count: String(count) }) : looked.documents.join(", ");
  return sentences([
    ...because(short.slice(0, 4), language).map((text) => fill(say.insufficient, { because: asPart(text) })),
    limited.length > 0 && fill(say.limited, { scopes: scopeTitles(limited, language) }),
    looked.onSubject > 0
      ? fill(say.silent, { clauses: String(looked.onSubject), documents })
      : fill(say.nothing, { clauses: String(looked.clauses), documents }),
  ]);
}

const sentences = (parts: readonly (string | false)[]): string => parts.filter((part) => part !== false).join(" ");

const fill = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/g, (sign, name: string) => values[name] ?? sign);

const because = (found: readonly StatementMatch[], language: Language): string[] => [
  ...new Set(found.map(({ statement }) => statement.because[language])),
];

const quote = (list: readonly string[], language: Language): string =>
  [...new Set(list.map((text) => text.replace(/\s+/g, " ").trim()))]
    .map((text) => (language === "es" ? `«${text}»` : `“${text}”`))
    .join(", ");

/** A sentence as the end of another. */
const asPart = (text: string): string =>
  text.replace(/\.$/, "").replace(/^\p{Lu}(?!\p{Lu})/u, (letter) => letter.toLowerCase());

function scopeTitles(said: readonly Support[], language: Language): string {
  const ids = new Set(said.flatMap(({ match }) => match.limits));
  return ruleWords.scopes
    .filter(({ id }) => ids.has(id))
    .map(({ title }) => title[language])
    .join("; ");
}
