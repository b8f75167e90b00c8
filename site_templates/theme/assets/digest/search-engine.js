// Asks Pagefind for pages, and lists for topics. Knows nothing of the page it is asked from.

import { findTopics } from "./search-topics.js";

/** The facets in the order they are shown. Of a page's topics all chosen ones have to be there; it has one of each other. */
export const FACETS = ["topic", "source", "month", "kind"];
const MANY = "topic";
const TOPIC = "topic"; // as a kind of hit
const EVERYWHERE = "\ue000"; // a word that every page has: asked for nothing, Pagefind would fetch all words there are
const FEW = 10; // pages whose topics are looked at: as many as are shown at once
const OFFERED = 5; // topics of more pages
const WINDOW = 28; // words of an excerpt
const FORMS = 8; // words marked on the page of a hit
const LEAD = 5; // words of an excerpt before the first that was found

let loading = null;

/** Pagefind and what is known of the index, fetched once; after a failure the next call tries again. */
export function load(base) {
  loading ??= start(base).catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function start(base) {
  const folder = new URL("pagefind/", base);
  const found = await fetch(new URL("search.json", folder));
  if (!found.ok) throw new Error(`no search index at ${found.url}`);
  const known = await found.json();
  const { createInstance } = await import(new URL("pagefind.js", folder).href);
  // In a worker it would be fetched a second time, to answer in the time that a frame takes.
  const pagefind = createInstance({ baseUrl: base.pathname, noWorker: true });
  await pagefind.preload(EVERYWHERE, { filters: { [MANY]: "" } });
  return { ...known, base, folder, pagefind };
}

/**
 * What is found for `{words, sort, chosen}`: the hits, to be fetched one by one, and how many
 * there would be under each value of each facet.
 */
export async function find(base, { words, sort, chosen }) {
  const index = await load(base);
  const asked = Boolean(words) || FACETS.some((facet) => chosen[facet].length);
  const latestFirst = sort === "date" || !words;
  const ordered = (hits) => (latestFirst ? hits.sort((a, b) => (a.date < b.date) - (a.date > b.date)) : hits);
  const ask = async (without) => {
    const answer = await index.pagefind.search(words || EVERYWHERE, { filters: filtersOf(index, chosen, without) });
    return { filters: answer.filters, pages: ordered(answer.results.map((result) => pageOf(index, result))) };
  };
  const { pages, filters } = await ask();
  const counts = {};
  for (const facet of FACETS) {
    if (facet === MANY && index.shards) counts[facet] = asked ? await topicCounts(index, pages, chosen, ask) : Object.fromEntries(index.often);
    else if (facet === MANY) counts[facet] = filters[facet];
    // Of values that exclude each other, one that is not chosen counts what would be found with it as well.
    else counts[facet] = counted((chosen[facet].length ? (await ask(facet)).pages : pages).map((page) => page[facet]));
  }
  const topics = await topicsFound(index, words, chosen);
  if (topics.count) counts.kind[TOPIC] = topics.count;
  const hits = [...topics.hits.filter((topic) => topic.called), ...pages, ...topics.hits.filter((topic) => !topic.called)];
  return { asked, hits: asked ? ordered(hits) : [], counts };
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

/** How many have a topic: of a few pages any, of many those that the first of them have in common, and the chosen ones. */
async function topicCounts({ pagefind, shards }, pages, chosen, ask) {
  const first = await Promise.all(pages.slice(0, FEW).map((page) => page.result.data()));
  const theirs = counted(first.flatMap((page) => page.filters[MANY]));
  if (pages.length <= FEW) return theirs;
  const common = Object.keys(theirs).sort((a, b) => theirs[b] - theirs[a] || (a < b ? -1 : 1)).slice(0, OFFERED);
  const offered = [...new Set([...common, ...chosen[MANY]])];
  const filter = (topic) => filterOf(shards, topic);
  await pagefind.preload(EVERYWHERE, { filters: Object.fromEntries(offered.map((topic) => [filter(topic), ""])) });
  const { filters } = await ask();
  return Object.fromEntries(offered.map((topic) => [topic, filters[filter(topic)]?.[topic] ?? 0]));
}

function filtersOf({ shards }, chosen, without = "") {
  const filters = {};
  for (const facet of FACETS) {
    const values = facet === without ? [] : chosen[facet];
    if (facet === MANY) for (const topic of values) (filters[filterOf(shards, topic)] ??= []).push(topic);
    else if (values.length) filters[facet] = { any: values };
  }
  return filters;
}

/** Which filter has a topic: they are shared out to several where one would be large. */
function filterOf(shards, topic) {
  if (!shards) return MANY;
  const number = [...topic].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 65521, 0);
  return `${MANY} ${number % shards}`;
}

/** Topics that are found, and how many there would be: none where something is chosen that no topic has. */
async function topicsFound(index, words, { kind, ...others }) {
  if (Object.values(others).some((values) => values.length)) return { hits: [], count: 0 };
  const chosen = kind.includes(TOPIC);
  if (!words && !chosen) return { hits: [], count: index.topics };
  const found = await findTopics(index, words);
  return { hits: chosen || !kind.length ? found : [], count: found.length };
}

/** What is shown of a hit: address, title, facts, and the excerpt as runs of `{text, found}`. */
export async function hitOf(hit) {
  return hit.kind === TOPIC ? topicHit(hit) : pageHit(hit, await hit.result.data());
}

function topicHit({ address, name, forms, articles, date, base }) {
  const also = forms.length ? ` · also written ${forms.map((form) => `“${form}”`).join(", ")}` : "";
  const text = `${articles} article${articles === 1 ? "" : "s"}${also}`;
  return { address: new URL(address, base).href, title: name, kind: TOPIC, source: "", date, excerpt: [{ text, found: false }] };
}

function pageHit({ kind, source, date }, page) {
  // Languages written without spaces have a zero-width space between words in `raw_content`, which has < and > escaped.
  const spaced = !page.raw_content?.includes("\u200B");
  const words = spaced ? page.content.split(/\s+/) : page.raw_content.split("\u200B").map(unescaped);
  const places = [...new Set(page.locations)].sort((a, b) => a - b);
  const text = page.anchors.filter(isSentence).reduce((first, anchor) => Math.min(first, anchor.location), Infinity);
  const inText = places.filter((place) => place >= text); // not in the title, which is shown anyway
  const start = best(inText.length ? inText : places);
  const from = Math.max(inText.length ? text : 0, start - LEAD);
  return {
    address: addressOf(page, words, places, start),
    title: page.meta.title ?? page.url,
    kind,
    source,
    date,
    excerpt: excerpt(words, new Set(places), from, spaced ? " " : ""),
  };
}

const isSentence = (anchor) => /^[sf]-/.test(anchor.id); // of an article, or the fact of a story
const unescaped = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");

/** The place from which on most of what was found lies close together. */
function best(places) {
  const within = (from) => places.filter((place) => place >= from && place < from + WINDOW - LEAD).length;
  return places.reduce((most, place) => (within(place) > within(most) ? place : most), places[0] ?? 0);
}

/** Runs of `{text, found}`; what was found without the punctuation around it. */
function excerpt(words, found, from, joiner) {
  const runs = words.slice(from, from + WINDOW).flatMap((word, index) => {
    if (!found.has(from + index)) return [{ text: word + joiner, found: false }];
    const [, before, bare, after] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(word);
    return [{ text: before, found: false }, { text: bare, found: true }, { text: after + joiner, found: false }];
  });
  const more = from + WINDOW < words.length ? [{ text: "…", found: false }] : [];
  return [...(from > 0 ? [{ text: "… ", found: false }] : []), ...runs, ...more];
}

/** The page at the sentence where the words stand, with the words to be marked there. */
function addressOf(page, words, places, start) {
  const address = new URL(page.url, location.href);
  const bare = (word = "") => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "").toLowerCase();
  const forms = [...new Set(places.map((place) => bare(words[place])))].filter(Boolean);
  for (const word of forms.slice(0, FORMS)) address.searchParams.append("highlight", word);
  const sentences = page.anchors.filter((anchor) => isSentence(anchor) && anchor.location <= start);
  const sentence = sentences.sort((a, b) => a.location - b.location).at(-1);
  if (places.length && sentence) address.hash = sentence.id;
  return address.href;
}
