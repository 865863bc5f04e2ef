import { readFile, stat } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { extname, join } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".csv": "text/csv",
  ".json": "application/json",
  ".xml": "application/xml",
  ".atom": "application/atom+xml",
};

/** As plain a file server as there is: a file by its name, `index.html` of a folder, else `404.html`. */
export function serveFiles(folder: string): Promise<{ readonly address: string; readonly stop: () => void }> {
  const server: Server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://127.0.0.1").pathname);
    const name = await fileFor(join(folder, path));
    const body = await readFile(name ?? join(folder, "404.html")).catch(() => "");
    const type = types[extname(name ?? ".html")] ?? "application/octet-stream";
    response.writeHead(name === undefined ? 404 : 200, { "content-type": type }).end(body);
  });
  return new Promise((ready) => {
    server.listen(0, "127.0.0.1", () => {
      const found = server.address();
      const port = typeof found === "object" && found !== null ? found.port : 0;
      ready({ address: `http://127.0.0.1:${port}`, stop: () => server.close() });
    });
  });
}

async function fileFor(path: string): Promise<string | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile()) return path;
  const index = join(path, "index.html");
  return found?.isDirectory() && (await stat(index).catch(() => undefined))?.isFile() ? index : undefined;
}
