/** A page: what stands between the site's frame. The markup is made by the report's parts, every text escaped. */
export type Page = {
  readonly title: string;
  readonly description?: string;
  readonly markup: string;
};
