/** Public pages are plain HTML: nothing runs in the browser. */
export const csr = false;
