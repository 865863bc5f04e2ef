import { parseArgs } from "node:util";
import { launchBrowser } from "../../scripts/browser/launch-browser.ts";

/**
 * When a page of the site can be read over a slow mobile network: `node bench/web/slow-network.ts --page ADDRESS`. Chromium
 * with 400 kilobits a second and 400 ms for each round trip ("Slow 3G" of its developer tools), nothing kept from before.
 */
const { values } = parseArgs({
  options: { page: { type: "string", default: "http://127.0.0.1:4321/places/riverton-xx" } },
});

const browser = await launchBrowser();
const page = await (await browser.newContext({ viewport: { width: 390, height: 800 } })).newPage();
const session = await page.context().newCDPSession(page);
await session.send("Network.enable");
const throughput = (400 * 1000) / 8;
await session.send("Network.emulateNetworkConditions", {
  offline: false,
  latency: 400,
  downloadThroughput: throughput,
  uploadThroughput: throughput,
});
let bytes = 0;
let requests = 0;
session.on("Network.loadingFinished", ({ encodedDataLength }) => {
  bytes += encodedDataLength;
  requests += 1;
});
await page.goto(values.page, { waitUntil: "load", timeout: 120_000 });
const times = await page.evaluate<{ firstByte: number; readable: number; whole: number }>(`({
  firstByte: performance.getEntriesByType("navigation")[0].responseStart,
  readable: performance.getEntriesByName("first-contentful-paint")[0].startTime,
  whole: performance.getEntriesByType("navigation")[0].loadEventStart,
})`);
const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
console.log(
  `${values.page}: ${requests} requests, ${(bytes / 1000).toFixed(0)} kB; readable after ${seconds(times.readable)}, whole after ${seconds(times.whole)}`,
);
await browser.close();
