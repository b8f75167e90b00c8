// Draws the search. Text of articles reaches the page as text nodes alone, never as HTML.

import { make } from "./elements.js";
import { WORDS } from "./search-words.js";
import { language, said } from "./words.js";

const locale = language === "en" ? "en-GB" : language; // as on the pages: "28 December 2020"

/** A date as precise as it is known (`2020-12-00`: the month) in words; empty where nothing is. */
export function written(date) {
  const [year, month, day] = date.split("-").map(Number);
  if (!year) return "";
  const precise = { year: "numeric", ...(month && { month: "long" }), ...(month && day && { day: "numeric" }) };
  const moment = new Date(Date.UTC(year, (month || 1) - 1, day || 1));
  return new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...precise }).format(moment);
}

/** The dialog, closed, and its parts by name. */
export function makeDialog() {
  const input = make("input", {
    id: "digest-search-words", type: "text", role: "searchbox", inputmode: "search", enterkeyhint: "search",
    autocomplete: "off", autocapitalize: "none", spellcheck: "false",
    placeholder: WORDS.placeholder, "aria-describedby": "digest-search-keys",
  });
  const close = make("button", { type: "button", class: "search-close" }, WORDS.close);
  const status = make("p", { role: "status", class: "search-status" });
  const sort = make("select", { id: "digest-search-sort" }, make("option", { value: "" }, WORDS.relevance), make("option", { value: "date" }, WORDS.newest));
  const sorting = make("p", { class: "search-sort" }, make("label", { for: "digest-search-sort" }, `${WORDS.sortBy} `), sort);
  const facets = make("details", { class: "search-facets" }, make("summary", {}, WORDS.narrow));
  const list = make("ol", { class: "search-hits" });
  const more = make("button", { type: "button", class: "search-more", hidden: true });
  const note = make("div", { class: "search-note" });
  const form = make("form", { role: "search", class: "search-form" },
    make("label", { for: "digest-search-words", class: "unseen" }, WORDS.search), input, close);
  const found = make("section", { class: "search-found", "aria-label": WORDS.results },
    make("div", { class: "search-bar" }, status, sorting), note, list, more);
  const key = (name) => make("kbd", {}, name);
  const dialog = make("dialog", { class: "search", "aria-label": WORDS.search },
    form,
    make("div", { class: "search-body" }, facets, found),
    make("p", { class: "search-keys", id: "digest-search-keys" },
      key("↑"), key("↓"), ` ${WORDS.keys.move}, `, key("Enter"), ` ${WORDS.keys.open}, `, key("Esc"), ` ${WORDS.keys.close}`));
  document.body.append(dialog);
  return { dialog, form, input, close, status, sort, sorting, facets, found, list, more, note };
}

function contentsOf(hit) {
  const excerpt = make("p", { class: "hit-excerpt", dir: "auto" });
  for (const run of hit.excerpt) excerpt.append(run.found ? make("mark", {}, run.text) : run.text);
  const date = written(hit.date);
  const facts = hit.kind === "topic" ? [WORDS.kind.topic, date && said(WORDS.lastSeen, { date })] : [WORDS.kind[hit.kind] ?? hit.source, date];
  return [make("a", { href: hit.address, dir: "auto" }, hit.title), make("p", { class: "hit-facts" }, facts.filter(Boolean).join(" · ")), excerpt];
}

/**
 * Hits as items of the list. `items` has those shown before by their story: what is of one of these goes into its item.
 * Without `items` each is one of its own.
 */
export function hitItems(hits, items) {
  const anew = [];
  for (const hit of hits) {
    const first = hit.story && items?.get(hit.story);
    if (first) fold(first, hit);
    else {
      const item = make("li", { class: "hit" }, ...contentsOf(hit));
      if (hit.story) items?.set(hit.story, item);
      anew.push(item);
    }
  }
  return anew;
}

function fold(item, hit) {
  let others = item.querySelector(".hit-others");
  if (!others) {
    others = make("details", { class: "hit-others" }, make("summary", {}), make("ul", {}));
    item.append(others);
  }
  others.lastChild.append(make("li", {}, ...contentsOf(hit)));
  others.firstChild.textContent = said(WORDS.others, { count: others.lastChild.children.length });
}

/** A heading and what stands below it. */
export const section = (name, ...children) => make("section", {}, make("h2", {}, name), ...children);

/** Words to be searched for by a click. */
export const choices = (values, click) =>
  make("ul", { class: "search-choices" }, ...values.map((value) => make("li", {}, make("button", { type: "button", dir: "auto", click: () => click(value) }, value))));
