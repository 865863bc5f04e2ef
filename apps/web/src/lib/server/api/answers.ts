import { type CodeListId, codeListIds, codeLists, isCodeListId, units } from "@evenhand/standard";
import { addresses } from "../../addresses.ts";
import { licenseOf, releaseHead } from "../files/release-findings.ts";
import { findingDocument } from "../findings/finding-document.ts";
import { openPlace, type Place, readPlace, readPlaces, readReleases } from "../place-index.ts";
import type { ApiAnswer, ApiAsked } from "./api-route.ts";
import openapi from "./openapi.json" with { type: "json" };
import { pagingLinks, readPaging } from "./paging.ts";
import { problem } from "./problem.ts";
import { publishedRelease } from "./published-release.ts";

/** Answers of every end point, by the name of its operation. */
export const apiAnswers = {
  start: ({ settings: { origin } }: ApiAsked): ApiAnswer => ({
    body: {
      title: openapi.info.title,
      version: openapi.info.version,
      links: {
        openapi: `${origin}/api/v1/openapi.json`,
        documentation: origin + addresses("en").api,
        places: `${origin}/api/v1/places`,
        summary: `${origin}/api/v1/summary`,
        codeLists: `${origin}/api/v1/code-lists`,
      },
    },
  }),

  openapi: ({ settings: { origin } }: ApiAsked): ApiAnswer => ({ body: { ...openapi, servers: [{ url: origin }] } }),

  places: async ({ url, settings: { releases, origin } }: ApiAsked): Promise<ApiAnswer | Response> =>
    listed(
      url,
      origin,
      "places",
      (await readPlaces(releases)).map((place) => placeEntry(place, origin)),
    ),

  place: async ({ params, settings: { releases, origin } }: ApiAsked): Promise<ApiAnswer | undefined> => {
    const place = await readPlace(releases, params.place ?? "");
    if (place === undefined) return undefined;
    const { elements, provisions = [], hash, isFictional } = place.summary;
    return { hash, body: { ...placeEntry(place, origin), elements, provisions, license: licenseOf(isFictional) } };
  },

  releases: async ({ params, settings: { releases, origin } }: ApiAsked): Promise<ApiAnswer | undefined> => {
    const place = await readPlace(releases, params.place ?? "");
    if (place === undefined) return undefined;
    const found = await readReleases(place);
    return {
      hash: place.summary.hash,
      body: { releases: await Promise.all(found.map((one) => publishedRelease(one, { place, origin }))) },
    };
  },

  findings: async ({ params, url, settings: { releases, origin } }: ApiAsked) => {
    const open = await openPlace(releases, params.place ?? "");
    if (open === undefined) return undefined;
    const { release, isFictional, findings } = open.answers;
    const [question, unit] = [url.searchParams.get("question"), url.searchParams.get("unit")];
    const questions = [...new Set(findings.map((finding) => finding.question))];
    if (question !== null && !questions.includes(question)) return wrongChoice("question", questions);
    if (unit !== null && !units.some((one) => one === unit)) return wrongChoice("unit", units);
    const chosen = findings.filter(
      (finding) => (question === null || finding.question === question) && (unit === null || finding.unit === unit),
    );
    const head = { release: releaseHead(release), isFictional, license: licenseOf(isFictional) };
    return listed(url, origin, "findings", chosen, { hash: release.hash, head });
  },

  finding: async ({ params, settings: { releases, origin } }: ApiAsked): Promise<ApiAnswer | undefined> => {
    const open = await openPlace(releases, params.place ?? "");
    const finding = open?.answers.findings.find(({ id }) => id === params.finding);
    if (open === undefined || finding === undefined) return undefined;
    const page = origin + addresses("en").finding(open.place.id, finding.id);
    const links = { page, json: `${page}.json`, csv: `${page}.csv` };
    return { hash: open.answers.release.hash, body: { ...findingDocument(finding, open.answers), links } };
  },

  issues: async ({ params, url, settings: { releases, origin } }: ApiAsked) => {
    const open = await openPlace(releases, params.place ?? "");
    if (open === undefined) return undefined;
    const { release, issues } = open.answers;
    return listed(url, origin, "issues", issues, { hash: release.hash, head: { release: releaseHead(release) } });
  },

  summary: async ({ settings: { releases } }: ApiAsked): Promise<ApiAnswer> => {
    const places = await readPlaces(releases);
    const byId = <One extends { readonly id: string }>(list: readonly One[]) => [
      ...new Map(list.map((one) => [one.id, one])).values(),
    ];
    return {
      body: {
        elements: byId(places.flatMap(({ summary }) => summary.elements.map(({ id, title }) => ({ id, title })))),
        provisions: byId(
          places.flatMap(({ summary }) => (summary.provisions ?? []).map(({ id, question }) => ({ id, question }))),
        ),
        places: places.map(({ id, name, summary }) => ({
          id,
          name,
          release: summary.hash,
          elements: Object.fromEntries(summary.elements.map((element) => [element.id, element.status])),
          provisions: Object.fromEntries((summary.provisions ?? []).map(({ id: rule, verdict }) => [rule, verdict])),
        })),
      },
    };
  },

  codeLists: ({ settings: { origin } }: ApiAsked): ApiAnswer => ({
    body: {
      codeLists: codeListIds.map((id) => ({
        id,
        codes: codeLists[id].codes.length,
        links: { json: `${origin}/api/v1/code-lists/${id}`, csv: `${origin}/dictionary/${id}.csv` },
      })),
    },
  }),

  codeList: ({ params: { list = "" } }: ApiAsked): ApiAnswer | undefined =>
    isCodeListId(list) ? { body: codeLists[list satisfies CodeListId] } : undefined,
} as const;

/** A part of a list, with what stands at its head and the ways to the other parts. */
function listed(
  url: URL,
  origin: string,
  name: string,
  items: readonly unknown[],
  { hash, head = {} }: { readonly hash?: string; readonly head?: object } = {},
): ApiAnswer | Response {
  const paging = readPaging(url);
  if (paging instanceof Response) return paging;
  const { limit, offset } = paging;
  const total = items.length;
  return {
    ...(hash === undefined ? {} : { hash }),
    body: { ...head, total, limit, offset, [name]: items.slice(offset, offset + limit) },
    headers: { link: pagingLinks(url, total, { limit, offset, origin }) },
  };
}

function placeEntry({ id, name, summary }: Place, origin: string) {
  const { agency, period, date, hash, isFictional, sentences } = summary;
  const own = `${origin}/api/v1/places/${id}`;
  return {
    id,
    name,
    ...(agency.state === undefined ? {} : { state: agency.state }),
    ...(period === undefined ? {} : { period }),
    date,
    hash,
    isFictional,
    sentences,
    links: {
      page: origin + addresses("en").place(id),
      findings: `${own}/findings`,
      releases: `${own}/releases`,
      issues: `${own}/issues`,
    },
  };
}

const wrongChoice = (name: string, known: readonly string[]): Response =>
  problem(400, `There is no such ${name} here.`, `Leave “${name}” out, or give one of: ${known.join(", ")}.`);
