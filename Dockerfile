# Evenhand: the public site. Build: docker build -t evenhand .
# Run: docker run -p 4321:4321 -v "$PWD/releases:/releases" -e EVENHAND_ORIGIN=https://force.example.org evenhand
FROM node:24-bookworm-slim AS build
WORKDIR /evenhand
COPY package.json package-lock.json ./
COPY packages/standard/package.json packages/standard/
COPY packages/toolkit/package.json packages/toolkit/
COPY apps/cli/package.json apps/cli/
COPY apps/web/package.json apps/web/
RUN npm ci
COPY . .
RUN npm run build

FROM node:24-bookworm-slim
WORKDIR /evenhand
COPY --from=build /evenhand /evenhand
USER node
EXPOSE 4321
HEALTHCHECK --interval=30s --timeout=5s --start-period=120s CMD ["node", "-e", "fetch('http://127.0.0.1:4321/ready').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Answers that are missing or out of date are made first; the folder must be writable for that.
ENTRYPOINT ["node", "apps/cli/src/main.ts", "serve", "/releases", "--host", "0.0.0.0", "--port", "4321"]
