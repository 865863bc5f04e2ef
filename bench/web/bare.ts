import { createServer } from "node:http";
import { gunzipSync } from "node:zlib";

/** Sends the same bytes for every request, with nothing else done: what any site has to be measured by. */
const body = gunzipSync(Buffer.from(process.env.BENCH_BODY ?? "", "base64"));
const server = createServer((_, response) => {
  response.writeHead(200, { "content-type": "text/html", "content-length": body.byteLength });
  response.end(body);
});
server.listen(Number(process.env.PORT), "127.0.0.1");
