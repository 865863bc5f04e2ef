const linkIn: Readonly<Record<string, RegExp>> = {
  "text/html": /\s(?:href|src|action)="([^"]*)"/g,
  "text/css": /url\(["']?([^"')]+)["']?\)/g,
  "application/xml": /<loc>([^<]*)<\/loc>|\shref="([^"]*)"/g,
};

const xmlTypes: readonly string[] = ["text/xml", "application/atom+xml", "application/rss+xml", "application/xml"];

const patternOf = (type: string): RegExp | undefined => linkIn[xmlTypes.includes(type) ? "application/xml" : type];

/** Whether files of a type are read for links. */
export const isFollowed = (type: string): boolean => patternOf(type) !== undefined;

/** Text as it stands in an attribute of HTML or in XML. */
const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&quot;": '"',
  "&#39;": "'",
  "&lt;": "<",
  "&gt;": ">",
};
const plain = (text: string): string =>
  text.replace(/&(?:amp|quot|#39|lt|gt);/g, (entity) => entities[entity] ?? entity);

/**
 * The paths of the same site that a page, style or feed leads to, without what follows `#`. Addresses with a query need a
 * server and are left out.
 *
 * @param origins addresses that mean this site, such as the one it is served at and the one it will have
 */
export function linkedPaths(
  text: string,
  { type, base, origins }: { readonly type: string; readonly base: string; readonly origins: readonly string[] },
): readonly string[] {
  const pattern = patternOf(type);
  if (pattern === undefined) return [];
  const own = origins.map((origin) => new URL(origin).origin);
  const found = Array.from(text.matchAll(pattern), ([, first, second]) => plain(first ?? second ?? ""));
  const paths = found.flatMap((address) => {
    const url = URL.parse(address, base);
    if (url === null || url.search !== "" || !own.includes(url.origin)) return [];
    return [url.pathname];
  });
  return [...new Set(paths)];
}
