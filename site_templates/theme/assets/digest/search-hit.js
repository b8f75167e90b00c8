// What is shown of a hit: fetched when it is shown.

import { WORDS } from "./search-words.js";
import { said } from "./words.js";

const TOPIC = "topic"; // as a kind of hit
const WINDOW = 28; // words of an excerpt
const FORMS = 8; // words marked on the page of a hit
const LEAD = 5; // words of an excerpt before the first that was found

/** Address, title, facts, what story it is of, and the excerpt as runs of `{text, found}`. */
export async function hitOf(hit) {
  return hit.kind === TOPIC ? topicHit(hit) : pageHit(hit, await hit.result.data());
}

function topicHit({ address, name, forms, articles, date, base }) {
  const names = forms.map((form) => said(WORDS.quoted, { name: form })).join(", ");
  const text = [said(WORDS.articles, { count: articles }), names && said(WORDS.also, { names })].filter(Boolean).join(" · ");
  return { address: new URL(address, base).href, title: name, kind: TOPIC, source: "", story: "", date, excerpt: [{ text, found: false }] };
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
    story: page.filters.story?.[0] ?? "",
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
