import type { Language } from "@evenhand/standard";
import { addresses, inLanguage } from "#lib/addresses.ts";
import { siteWords } from "#lib/words/site-words.ts";
import type { LayoutServerLoad } from "./$types";

export const load: LayoutServerLoad = ({ params, url }) => {
  const language: Language = params.lang ?? "en";
  const say = siteWords(language);
  const other: Language = language === "en" ? "es" : "en";
  const to = addresses(language);
  return {
    language,
    frame: {
      skip: say("skip"),
      brand: say("brand"),
      navigation: say("navigation"),
      links: [
        { href: to.home, text: say("places") },
        { href: to.learn, text: say("learn") },
        { href: to.methods, text: say("methods") },
      ],
      other: {
        language: other,
        href: inLanguage(url.pathname, other) + url.search,
        text: siteWords(other)("this-language"),
      },
      feed: { href: to.feed, text: say("feed-title") },
      footer: say("footer"),
    },
  };
};
