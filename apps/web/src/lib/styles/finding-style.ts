/** Pages of questions and of single findings, the forms that choose, and what stands between tables and text. */
export const findingStyle = `
figcaption{max-width:44rem}main .scroll{margin-bottom:1rem}.question-page .finding h2{font:600 1.3rem/1.32 var(--serif);margin:0;max-width:33em;text-wrap:pretty}.question-page details h3{font:600 1rem/1.4 var(--sans);margin:1.4rem 0 .3rem}.question-page h2.spaced{font-size:1.3rem;margin:1.8rem 0 .4rem}
.back+.finding{border-top:0;padding-top:.4rem}main .finding h1{font-size:clamp(1.4rem,2.8vw,1.85rem);line-height:1.25}main .finding h1.said{font-size:clamp(1.25rem,2.3vw,1.55rem);line-height:1.3;max-width:33em}
nav .ways{border-top:1px solid var(--line);padding-top:.8rem;margin-top:2rem}
@media(min-width:46rem){form.part{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:0 1.6rem;max-width:56rem;align-items:end}form.part p{margin:.5rem 0}form.part select{width:100%}}
main .body>h2{margin-top:0;font-size:1.4rem}.body>p{margin-top:0;margin-bottom:0}.files td:nth-child(2){min-width:9.5rem}.timeline tbody th{min-width:11rem}.timeline td{min-width:7rem}.timeline td:last-child{min-width:16rem}
.ready{list-style:none;padding:0}.ready li{max-width:44rem;display:flex;flex-wrap:wrap;gap:0 1.2rem;border-top:1px solid var(--line);padding:.3rem 0}.ready li span:not(.hidden){flex:1 1 16rem;padding:.3rem 0}.ready a{display:inline-block;padding:.3rem 0;min-height:1.75rem}
@media print{.workings details,.event details:not(.sure-text),nav:has(.ways){display:none}.question-page .finding h2{font-size:1.2rem}.question-page h2,.question-page h3,.finding h1{break-after:avoid}}
`;
