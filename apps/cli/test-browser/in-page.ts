/** Expressions that the browser evaluates in an opened page; texts, since they do not run in Node. */
export const inPage = {
  openAll: `document.querySelectorAll("details").forEach((details) => { details.open = true; })`,

  scrollWidth: `document.documentElement.scrollWidth`,

  /** Which of the page's focusable elements has the focus, and how its outline is drawn. */
  focused: `(() => {
    const all = [...document.querySelectorAll("a[href],summary,[tabindex='0']")];
    const element = document.activeElement;
    return element ? all.indexOf(element) + " " + getComputedStyle(element).outlineStyle : "-1";
  })()`,

  /** Whether each chart is shown, and its text size in CSS pixels as seen. */
  chartTextSizes: `[...document.querySelectorAll("svg.chart")].map((svg) => {
    const { width } = svg.getBoundingClientRect();
    return { shown: width > 0, text: (Number(svg.getAttribute("font-size")) * width) / svg.viewBox.baseVal.width };
  })`,

  /** Texts that stick out of their chart at the left or right. */
  textOutsideCharts: `[...document.querySelectorAll("svg.chart")].flatMap((svg) => {
    const frame = svg.getBoundingClientRect();
    if (frame.width === 0) return [];
    return [...svg.querySelectorAll("text")].flatMap((text) => {
      const box = text.getBoundingClientRect();
      const isInside = box.left >= frame.left - 2 && box.right <= frame.right + 2;
      return isInside ? [] : [svg.getAttribute("aria-labelledby") + ": " + text.textContent];
    });
  })`,

  hiddenTables: `[...document.querySelectorAll("details table")]
    .filter((table) => table.getBoundingClientRect().height === 0).length`,
} as const;
