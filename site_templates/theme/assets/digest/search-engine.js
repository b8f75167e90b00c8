// Asks Pagefind. Knows nothing of the page it is asked from.

/** The facets in the order they are shown. Of a page's topics all chosen ones have to be there; it has one of each other. */
export const FACETS = ["topic", "source", "month", "kind"];
const MANY = "topic";
const WINDOW = 28; // words of an excerpt
const FORMS = 8; // words marked on the page of a hit
const LEAD = 5; // words of an excerpt before the first that was found

let loading = null;

/** Pagefind, fetched once; after a failure the next call tries again. */
export function load(base) {
  loading ??= start(base).catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function start(base) {
  const address = new URL("pagefind/pagefind.js", base);
  const found = await fetch(new URL("pagefind/pagefind-entry.json", base));
  if (!found.ok) throw new Error(`no search index at ${found.url}`);
  const pagefind = await import(address.href);
  await pagefind.options({ baseUrl: base.pathname });
  await pagefind.init();
  return pagefind;
}

function filtersOf(chosen, without = "") {
  const filters = {};
  for (const facet of FACETS) {
    const values = facet === without ? [] : chosen[facet];
    if (values.length) filters[facet] = facet === MANY ? values : { any: values };
  }
  return filters;
}

/**
 * What is found for `{words, sort, chosen}`: the hits, to be fetched one by one, and how many
 * there would be under each value of each facet.
 */
export async function find(base, { words, sort, chosen }) {
  const pagefind = await load(base);
  const all = await pagefind.filters();
  const term = words || null;
  const filtered = Object.values(chosen).some((values) => values.length);
  if (!term && !filtered) return { asked: false, hits: [], counts: all };
  const order = sort === "date" ? { date: "desc" } : {};
  const search = (without) => pagefind.search(term, { filters: filtersOf(chosen, without), sort: order });
  const result = await search();
  const counts = { ...result.filters };
  // Of values that exclude each other, one that is not chosen counts what would be found with it as well.
  for (const facet of FACETS) {
    if (facet !== MANY && chosen[facet].length) counts[facet] = (await search(facet)).filters[facet];
  }
  return { asked: true, hits: result.results, counts };
}

/** What is shown of a hit: address, title, facts, and the excerpt as runs of `{text, found}`. */
export async function hitOf(result) {
  const page = await result.data();
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
    kind: page.meta.kind ?? "",
    source: page.meta.source ?? "",
    date: page.meta.date ?? "",
    excerpt: excerpt(words, new Set(places), from, spaced ? " " : ""),
  };
}

const isSentence = (anchor) => anchor.id.startsWith("s-");
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
