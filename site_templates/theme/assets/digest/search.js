// The search: a dialog whose question is in the address (?q=…&topic=…&sort=date), so that it can be shared and gone back to.

import { make } from "./elements.js";
import { FACETS, find, load, meant } from "./search-engine.js";
import { drawFacets } from "./search-facets.js";
import { hitOf } from "./search-hit.js";
import { forget, recent, remember } from "./search-recent.js";
import { choices, hitItems, makeDialog, section } from "./search-view.js";
import { WORDS } from "./search-words.js";
import { said } from "./words.js";

const PAGE = 10; // hits fetched at once
const PAUSE = 120; // milliseconds without a key before a search
const SLOW = 2000; // milliseconds until it is said that the network is slow
const EXAMPLES = 5; // topics offered before anything is asked

let parts = null;
let base = null;
const NOTHING = Object.fromEntries(FACETS.map((facet) => [facet, []]));
let chosen = NOTHING;
let asking = 0; // counts questions: the answer to an old one is dropped
let timer = 0;

/** The question in an address. */
export function questionOf(params) {
  const chosen = Object.fromEntries(FACETS.map((facet) => [facet, params.getAll(facet)]));
  return { words: params.get("q") ?? "", sort: params.get("sort") === "date" ? "date" : "", chosen };
}

function addressOf(question) {
  const address = new URL(location.href);
  for (const name of ["q", "sort", ...FACETS]) address.searchParams.delete(name);
  if (question) {
    address.searchParams.set("q", question.words);
    for (const facet of FACETS) for (const value of question.chosen[facet]) address.searchParams.append(facet, value);
    if (question.sort) address.searchParams.set("sort", question.sort);
  }
  return address;
}

const question = () => ({ words: parts.input.value.trim(), sort: parts.sort.value, chosen });

function choose({ name, value, checked }) {
  const others = chosen[name].filter((other) => other !== value);
  chosen = { ...chosen, [name]: checked ? [...others, value] : others };
  ask(0);
}

function chooseNothing() {
  chosen = NOTHING;
  parts.input.focus();
  ask(0);
}

/** Open the search, with the given words or the last ones. */
export async function open(site, words) {
  await prepare(site);
  if (parts.dialog.open) {
    parts.input.focus();
    return;
  }
  if (words !== undefined) parts.input.value = words;
  history.pushState({ search: true }, "", addressOf(question()));
  show();
}

/** Put text into the field as if it was typed there. */
export function type(text) {
  parts.input.value = text;
  parts.input.focus();
  ask(0);
}

/** Make the dialog agree with the address: after a load, and after Back or Forward. */
export async function follow(site) {
  await prepare(site);
  const params = new URLSearchParams(location.search);
  if (!params.has("q")) {
    parts.dialog.close();
    return;
  }
  const asked = questionOf(params);
  parts.input.value = asked.words;
  parts.sort.value = asked.sort;
  chosen = asked.chosen;
  show();
}

function show() {
  if (!parts.dialog.open) {
    parts.facets.open = desk.matches;
    parts.dialog.showModal();
  }
  parts.input.focus();
  parts.input.select();
  answer();
}

/** Leave as one came: back to the page before the search was opened, or to this page without its question. */
function leave() {
  if (parts.list.firstChild) remember(question().words);
  if (!new URLSearchParams(location.search).has("q")) return;
  if (history.state?.search) history.back();
  else history.replaceState(null, "", addressOf(null));
}

async function prepare(site) {
  base = site;
  if (parts) return;
  const styles = make("link", { rel: "stylesheet", href: new URL("search.css", import.meta.url).href });
  const styled = new Promise((resolve) => {
    styles.addEventListener("load", resolve);
    styles.addEventListener("error", resolve);
  });
  document.head.append(styles);
  load(base).catch(() => {}); // said when something is asked
  parts = makeDialog();
  listen();
  await styled;
}

const desk = matchMedia("(min-width: 52rem)");

function listen() {
  desk.addEventListener("change", () => (parts.facets.open = desk.matches));
  const { dialog, form, input, close, sort, facets, list, more } = parts;
  input.addEventListener("input", () => ask(PAUSE));
  sort.addEventListener("change", () => ask(0));
  facets.addEventListener("change", (event) => choose(event.target));
  more.addEventListener("click", () => more.show().catch(drawFailure));
  close.addEventListener("click", () => dialog.close());
  list.addEventListener("click", (event) => event.target.closest("a") && remember(question().words));
  dialog.addEventListener("close", leave);
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("keydown", walk);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    parts.list.querySelector("a")?.click();
  });
}

/** Up and down go through the field and the results; a letter typed on a result goes on in the field. */
function walk(event) {
  const { input, list } = parts;
  const links = [...list.querySelectorAll(".hit > a, .hit-others > summary, .hit-others[open] a")];
  const at = links.indexOf(document.activeElement);
  if (at < 0 && document.activeElement !== input) return;
  const step = { ArrowDown: at + 1, ArrowUp: at - 1, Home: at < 0 ? null : 0, End: at < 0 ? null : links.length - 1 }[event.key];
  if (step != null && step < links.length) {
    event.preventDefault();
    (links[step] ?? input).focus();
  } else if (at >= 0 && event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey) {
    input.focus(); // the key itself lands in the field
  }
}

function ask(pause) {
  history.replaceState(history.state, "", addressOf(question()));
  wait(true);
  clearTimeout(timer);
  timer = setTimeout(answer, pause);
}

async function answer() {
  clearTimeout(timer);
  const mine = ++asking;
  wait(true);
  if (!parts.status.textContent) say(WORDS.searching);
  const slow = setTimeout(() => mine === asking && say(WORDS.slow), SLOW);
  try {
    const asked = question();
    const found = await find(base, asked);
    if (mine !== asking) return;
    drawFacets(parts.facets, found.counts, asked.chosen, chooseNothing);
    await drawHits(found, asked, mine);
  } catch (error) {
    if (mine === asking) drawFailure(error);
  } finally {
    clearTimeout(slow);
  }
  if (mine === asking) wait(false);
}

/** Say that what is shown is about to be drawn anew, or no longer. */
const wait = (busy) => parts.found.setAttribute("aria-busy", busy);

async function drawHits({ asked, hits, counts }, { words, chosen }, mine) {
  const first = await Promise.all(hits.slice(0, PAGE).map(hitOf));
  const other = asked && words && !hits.length ? await meant(base, { words, chosen }) : "";
  if (mine !== asking) return;
  const stories = chosen.story.length ? null : new Map(); // of a story that was chosen all is shown
  replaceHits(hitItems(first, stories));
  parts.sorting.hidden = hits.length < 2;
  if (!asked) say(said(WORDS.there, { count: sum(counts.kind) }), ...beginnings(counts));
  else if (hits.length) say(said(WORDS.found, { count: hits.length }));
  else say(WORDS.nothing, ...advice(words, chosen, other));
  offerMore(hits, PAGE, stories, mine);
}

const sum = (counts = {}) => Object.values(counts).reduce((total, count) => total + count, 0);

/** What to begin with: recent searches, and some topics. */
function beginnings(counts) {
  const kept = recent();
  const forgetting = make("button", { type: "button", class: "search-forget", click: () => (forget(), parts.input.focus(), answer()) }, WORDS.forget);
  const topics = Object.entries(counts.topic ?? {}).sort(([, a], [, b]) => b - a).slice(0, EXAMPLES).map(([topic]) => topic);
  const choose = (topic) => {
    chosen = { ...NOTHING, topic: [topic] };
    type("");
  };
  return [
    kept.length && section(WORDS.recent, choices(kept, type), make("p", {}, `${WORDS.recentNote} `, forgetting)),
    topics.length && section(WORDS.topics, choices(topics, choose)),
  ].filter(Boolean);
}

/** What to do where nothing is found. */
function advice(words, chosen, other) {
  const [before, after] = WORDS.didYouMean.split("{words}");
  const taken = Object.values(chosen).flat().length > 0;
  return [
    other && make("p", { class: "search-meant" }, before, make("button", { type: "button", click: () => type(other) }, other), after),
    words && make("p", {}, WORDS.tryWords),
    taken && make("p", {}, `${WORDS.tryChoices} `, make("button", { type: "button", click: chooseNothing }, WORDS.clear)),
  ].filter(Boolean);
}

/** Put other hits in place of those shown. One that has the focus keeps it; the field gets it when that hit is gone. */
function replaceHits(items) {
  const { list, more, input } = parts;
  const focused = list.contains(document.activeElement) || document.activeElement === more ? document.activeElement : null;
  list.replaceChildren(...items);
  if (focused) ([...list.querySelectorAll(".hit > a")].find((link) => link.pathname === focused.pathname) ?? input).focus();
}

function offerMore(hits, shown, stories, mine) {
  const { more, list, input } = parts;
  more.hidden = shown >= hits.length;
  more.textContent = said(WORDS.more, { count: Math.min(PAGE, hits.length - shown) });
  more.show = async () => {
    const next = await Promise.all(hits.slice(shown, shown + PAGE).map(hitOf));
    if (mine !== asking) return;
    const items = hitItems(next, stories);
    list.append(...items);
    offerMore(hits, shown + PAGE, stories, mine);
    // All that came may be of stories that are there already.
    if (items.length) items[0].querySelector("a").focus();
    else (more.hidden ? input : more).focus();
  };
}

function say(status, ...note) {
  if (parts.status.textContent !== status) parts.status.textContent = status;
  parts.note.replaceChildren(...note);
}

function drawFailure(error) {
  console.warn("search:", error);
  replaceHits([]);
  parts.more.hidden = true;
  parts.sorting.hidden = true;
  const again = make("button", { type: "button", class: "button", click: () => (parts.input.focus(), answer()) }, WORDS.again);
  say(WORDS.failed, make("p", {}, WORDS.failedNote), make("p", {}, again));
}
