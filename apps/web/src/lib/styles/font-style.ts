import { fonts } from "../fonts.ts";

/** Text is readable before a font has come. */
export const fontStyle = fonts
  .map(
    ({ family, name }) =>
      `@font-face{font-family:"${family}";src:url(/fonts/${name}) format("woff2");font-weight:200 900;font-style:normal;font-display:swap}`,
  )
  .join("\n");
