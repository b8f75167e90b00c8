// The search: a dialog whose question is in the address (?q=…&topic=…&sort=date), so that it can be shared and gone back to.

import { FACETS, find, hitOf, load } from "./search-engine.js";
import { drawFacets, hitItem, make, makeDialog } from "./search-view.js";

const PAGE = 10; // hits fetched at once
const PAUSE = 120; // milliseconds without a key before a search

let parts = null;
let base = null;
let chosen = Object.fromEntries(FACETS.map((facet) => [facet, []]));
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
  const { dialog, form, input, close, sort, facets, more } = parts;
  input.addEventListener("input", () => ask(PAUSE));
  sort.addEventListener("change", () => ask(0));
  facets.addEventListener("change", (event) => choose(event.target));
  more.addEventListener("click", () => more.show());
  close.addEventListener("click", () => dialog.close());
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
  const links = [...list.querySelectorAll("a")];
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
  if (!parts.status.textContent) say("Searching…");
  try {
    const asked = question();
    const found = await find(base, asked);
    if (mine !== asking) return;
    drawFacets(parts.facets, found.counts, asked.chosen);
    await drawHits(found, asked, mine);
  } catch (error) {
    if (mine === asking) drawFailure(error);
  }
  if (mine === asking) wait(false);
}

/** Say that what is shown is about to be drawn anew, or no longer. */
const wait = (busy) => parts.found.setAttribute("aria-busy", busy);

async function drawHits({ asked, hits, counts }, { words }, mine) {
  const first = await Promise.all(hits.slice(0, PAGE).map(hitOf));
  if (mine !== asking) return;
  const total = Object.values(counts.kind ?? {}).reduce((sum, count) => sum + count, 0);
  replaceHits(first.map(hitItem));
  parts.sorting.hidden = hits.length < 2;
  if (!asked) say(`${total} articles and topics`, "Type a word, or narrow down.");
  else if (hits.length) say(hits.length === 1 ? "1 result" : `${hits.length} results`);
  else say("No results", words ? "Try fewer or other words, or take away a choice." : "Take away a choice.");
  offerMore(hits, PAGE, mine);
}

/** Put other hits in place of those shown. One that has the focus keeps it; the field gets it when that hit is gone. */
function replaceHits(items) {
  const { list, more, input } = parts;
  const focused = list.contains(document.activeElement) || document.activeElement === more ? document.activeElement : null;
  list.replaceChildren(...items);
  if (focused) ([...list.querySelectorAll("a")].find((link) => link.pathname === focused.pathname) ?? input).focus();
}

function offerMore(hits, shown, mine) {
  const { more, list } = parts;
  more.hidden = shown >= hits.length;
  more.textContent = `Show ${Math.min(PAGE, hits.length - shown)} more`;
  more.show = async () => {
    const items = (await Promise.all(hits.slice(shown, shown + PAGE).map(hitOf))).map(hitItem);
    if (mine !== asking) return;
    list.append(...items);
    items[0]?.querySelector("a").focus();
    offerMore(hits, shown + PAGE, mine);
  };
}

function say(status, note = "") {
  parts.status.textContent = status;
  parts.note.replaceChildren(note);
}

function drawFailure(error) {
  console.warn("search:", error);
  replaceHits([]);
  parts.more.hidden = true;
  parts.sorting.hidden = true;
  say("Search does not answer");
  const again = make("button", { type: "button", class: "button", click: answer }, "Try again");
  parts.note.replaceChildren(
    make("p", {}, "Its index could not be fetched: the network is away, or the site was built without it. Topics, sources and the archive list every article."),
    make("p", {}, again),
  );
}
