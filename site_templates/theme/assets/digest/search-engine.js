// Asks Pagefind for pages, and lists for topics. Knows nothing of the page it is asked from.

import { findTopics } from "./search-topics.js";

/** The facets in the order they are shown. Of a page's topics all chosen ones have to be there; it has one of each other. */
export const FACETS = ["topic", "source", "month", "kind", "story", "language"];
const TOPIC = "topic"; // as a facet, and as a kind of hit
const EVERYWHERE = "\ue000"; // a word that every page has: asked for nothing, Pagefind would fetch all words there are
const FEW = 10; // pages whose topics are looked at: as many as are shown at once
const SHARED = { topic: { offered: 4, least: 1 }, story: { offered: 2, least: 2 } }; // of more pages: those that so many of the first have
const RANKING = { pageLength: 1, termSimilarity: 5 }; // the words themselves before longer ones; measured by tests/quality/finding.py

let loading = null;
let failure = null; // of a piece of the index

/** Pagefind and what is known of the index, fetched once; after a failure the next call tries again. */
export function load(base) {
  loading ??= start(base).catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function start(base) {
  failure = null;
  const folder = new URL("pagefind/", base);
  const [known, { createInstance }] = await Promise.all([
    knownOf(new URL("search.json", folder)),
    import(new URL("pagefind.js", folder).href),
  ]);
  // In a worker it would be fetched a second time, to answer in the time that a frame takes.
  const pagefind = createInstance({ baseUrl: base.pathname, noWorker: true, ranking: RANKING });
  const index = { ...known, base, folder, pagefind };
  await ask(index, EVERYWHERE, { topic: "", story: "", language: "" }, "preload"); // those that are not shared out
  return index;
}

async function knownOf(file) {
  const found = await fetch(file);
  if (!found.ok) throw new Error(`no search index at ${found.url}`);
  return found.json();
}

async function ask(index, words, filters, how = "search") {
  const answer = await index.pagefind[how](words || EVERYWHERE, { filters });
  if (!failure) return answer;
  loading = null; // Pagefind does not ask again for a piece that it has not got: another try begins anew
  throw failure;
}

/** Pagefind says of a piece that it cannot fetch nothing but a line on the console, and answers without it. */
function watch() {
  const plain = fetch;
  globalThis.fetch = async (address, options) => {
    try {
      const answer = await plain(address, options);
      if (!answer.ok) throw new Error(`no ${answer.url}`);
      return answer;
    } catch (error) {
      if (/\.pf_\w+$/.test(String(address))) failure = error;
      throw error;
    }
  };
}

watch();

/**
 * What is found for `{words, sort, chosen}`: the hits, to be fetched one by one, and how many
 * there would be under each value of each facet.
 */
export async function find(base, { words, sort, chosen }) {
  const index = await load(base);
  const asked = Boolean(words) || FACETS.some((facet) => chosen[facet].length);
  const latestFirst = sort === "date" || !words;
  const ordered = (hits) => (latestFirst ? hits.sort((a, b) => (a.date < b.date) - (a.date > b.date)) : hits);
  const without = async (facet) => {
    const answer = await ask(index, words, filtersOf(index, chosen, facet));
    return { filters: answer.filters, pages: ordered(answer.results.map((result) => pageOf(index, result))) };
  };
  const found = await without("");
  const counts = {};
  for (const facet of FACETS) {
    // Of values that exclude each other, one that is not chosen counts what would be found with it as well.
    const those = facet !== TOPIC && chosen[facet].length ? await without(facet) : found;
    if (index.shards[facet]) counts[facet] = asked ? await sharedCounts(index, facet, those.pages, chosen, without) : Object.fromEntries(facet === TOPIC ? index.often : []);
    else if (facet in SHARED || facet === "language") counts[facet] = those.filters[facet] ?? {};
    else counts[facet] = counted(those.pages.map((page) => page[facet]));
  }
  const topics = await topicsFound(index, words, chosen);
  if (topics.count) counts.kind[TOPIC] = topics.count;
  const hits = [...topics.hits.filter((topic) => topic.called), ...found.pages, ...topics.hits.filter((topic) => !topic.called)];
  return { asked, hits: asked ? ordered(hits) : [], counts };
}

/** What may have been meant by words that nothing has, if something has that; else "". */
export async function meant(base, { words, chosen }) {
  const index = await load(base);
  index.spellings ??= fetch(new URL(index.words, index.folder)).then((answer) => answer.json()).catch(() => []);
  const { nearest } = await import("./search-near.js");
  const near = nearest(words, (await index.spellings).flat());
  return near && (await ask(index, near, filtersOf(index, chosen))).results.length ? near : "";
}

/** A result and what its name says of it: kind, date, what stands for its source, and a hash. */
function pageOf({ base, sources }, result) {
  const [kind, digits, mark] = result.id.split("-");
  const date = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  return { base, result, kind, date, month: digits.slice(4, 6) === "00" ? "" : date.slice(0, 7), source: sources[mark] ?? "" };
}

function counted(values) {
  const counts = new Map();
  for (const value of values.filter(Boolean)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.fromEntries(counts);
}

/** How many have a topic or a story: of a few pages any, of many those that the first of them have in common, and the chosen ones. */
async function sharedCounts(index, facet, pages, chosen, without) {
  const { offered, least } = SHARED[facet];
  const first = await Promise.all(pages.slice(0, FEW).map((page) => page.result.data()));
  const theirs = counted(first.flatMap((page) => page.filters[facet] ?? []));
  if (pages.length <= FEW) return theirs;
  const common = Object.keys(theirs).filter((value) => theirs[value] >= least).sort((a, b) => theirs[b] - theirs[a] || (a < b ? -1 : 1));
  const values = [...new Set([...common.slice(0, offered), ...chosen[facet]])];
  const filter = (value) => filterOf(index, facet, value);
  await ask(index, EVERYWHERE, Object.fromEntries(values.map((value) => [filter(value), ""])), "preload");
  const { filters } = await without(facet === TOPIC ? "" : facet);
  return Object.fromEntries(values.map((value) => [value, filters[filter(value)]?.[value] ?? 0]));
}

function filtersOf(index, chosen, without = "") {
  const filters = {};
  for (const facet of FACETS) {
    const values = facet === without ? [] : chosen[facet];
    if (facet === TOPIC) for (const topic of values) (filters[filterOf(index, facet, topic)] ??= []).push(topic);
    else if (index.shards[facet] && values.length) filters.any = values.map((value) => ({ [filterOf(index, facet, value)]: value }));
    else if (values.length) filters[facet] = { any: values };
  }
  return filters;
}

/** Which filter has a topic or a story: they are shared out to several where one would be large. */
function filterOf({ shards }, facet, value) {
  if (!shards[facet]) return facet;
  const number = [...value].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 65521, 0);
  return `${facet} ${number % shards[facet]}`;
}

/** Topics that are found, and how many there would be: none where something is chosen that no topic has. */
async function topicsFound(index, words, { kind, ...others }) {
  if (Object.values(others).some((values) => values.length)) return { hits: [], count: 0 };
  const chosen = kind.includes(TOPIC);
  if (!words && !chosen) return { hits: [], count: index.topics };
  const found = await findTopics(index, words);
  return { hits: chosen || !kind.length ? found : [], count: found.length };
}
