/** A page: what stands between the site's frame. The markup is made by the report's parts, every text escaped. */
export type Page = {
  readonly title: string;
  readonly description?: string;
  readonly markup: string;
  /** 400 where what was typed into a form cannot be used: the page says so, with the form filled as it was sent. */
  readonly status?: 400;
  /** The same in other forms, for programs that look for them. */
  readonly alternates?: readonly { readonly type: string; readonly href: string; readonly title?: string }[];
};
