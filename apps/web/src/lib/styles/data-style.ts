/** Downloads, code to copy, and a finding in a frame on another site. */
export const dataStyle = `
.scroll{position:relative}pre.copy{width:auto;min-width:0;overflow-x:auto;background:var(--tint);border:1px solid var(--line);padding:.7rem .9rem;max-width:44rem;font-size:.88rem;white-space:pre-wrap;overflow-wrap:anywhere}pre.copy:focus-visible{outline:3px solid var(--focus);outline-offset:2px}pre.copy code{font-size:inherit}
body.embed h1{font-size:1.3rem;line-height:1.32;margin:0;max-width:33em;letter-spacing:0}body.embed .finding{border-top:0;padding:.9rem 0 .4rem}body.embed footer{margin-top:.8rem}body.embed footer .wrap{padding-top:.5rem;padding-bottom:.7rem}
dl.routes dt code{font-size:.95rem}dl.routes dd{margin:0 0 .8rem}
`;
