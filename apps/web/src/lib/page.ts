/** A page: what stands between the site's frame. The markup is made by the report's parts, every text escaped. */
export type Page = {
  readonly title: string;
  readonly description?: string;
  readonly markup: string;
  /** The same in other forms, for programs that look for them. */
  readonly alternates?: readonly { readonly type: string; readonly href: string; readonly title?: string }[];
};
