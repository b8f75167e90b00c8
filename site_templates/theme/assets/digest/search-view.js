// Draws the search. Text of articles reaches the page as text nodes alone, never as HTML.

import { FACETS } from "./search-engine.js";

const FACET_NAMES = { topic: "Topics", source: "Sources", month: "Months", kind: "Kinds" };
const KIND_NAMES = { article: "Articles", story: "Stories", topic: "Topics" };
const SHOWN = 6; // values of a facet at first
const MOST = 100; // values of a facet once it is unfolded
const unfolded = new Set();

/** An element with attributes (a function listens, `true` is a bare attribute) and children. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== false && value != null) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child != null && child !== ""));
  return element;
}

const language = document.documentElement.lang || "en";
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
    placeholder: "Search articles and topics", "aria-describedby": "digest-search-keys",
  });
  const close = make("button", { type: "button", class: "search-close" }, "Close");
  const status = make("p", { role: "status", class: "search-status" });
  const sort = make("select", { id: "digest-search-sort" }, make("option", { value: "" }, "relevance"), make("option", { value: "date" }, "newest first"));
  const sorting = make("p", { class: "search-sort" }, make("label", { for: "digest-search-sort" }, "Sort by "), sort);
  const facets = make("details", { class: "search-facets" }, make("summary", {}, "Narrow down"));
  const list = make("ol", { class: "search-hits" });
  const more = make("button", { type: "button", class: "search-more", hidden: true });
  const note = make("div", { class: "search-note" });
  const form = make("form", { role: "search", class: "search-form" },
    make("label", { for: "digest-search-words", class: "unseen" }, "Search"), input, close);
  const found = make("section", { class: "search-found", "aria-label": "Results" },
    make("div", { class: "search-bar" }, status, sorting), note, list, more);
  const dialog = make("dialog", { class: "search", "aria-label": "Search" },
    form,
    make("div", { class: "search-body" }, facets, found),
    make("p", { class: "search-keys", id: "digest-search-keys" },
      make("kbd", {}, "↑"), make("kbd", {}, "↓"), " through the results, ", make("kbd", {}, "Enter"), " opens, ", make("kbd", {}, "Esc"), " closes"));
  document.body.append(dialog);
  return { dialog, form, input, close, status, sort, sorting, facets, found, list, more, note };
}

/** One hit as an item of the list. */
export function hitItem(hit) {
  const excerpt = make("p", { class: "hit-excerpt", dir: "auto" });
  for (const run of hit.excerpt) excerpt.append(run.found ? make("mark", {}, run.text) : run.text);
  const date = written(hit.date);
  const facts = hit.kind === "topic" ? ["Topic", date && `last seen ${date}`] : [hit.kind === "story" ? "Story" : hit.source, date];
  return make("li", { class: "hit" },
    make("a", { href: hit.address, dir: "auto" }, hit.title),
    make("p", { class: "hit-facts" }, facts.filter(Boolean).join(" · ")),
    excerpt);
}

function valueName(facet, value) {
  if (facet === "month") return written(value) || value;
  return facet === "kind" ? (KIND_NAMES[value] ?? value) : value;
}

function ordered(facet, counts, chosen) {
  const none = Object.fromEntries(chosen.map((value) => [value, 0])); // can be taken away, though nothing has it
  const values = Object.entries({ ...none, ...counts }).filter(([value, count]) => count > 0 || chosen.includes(value));
  const byName = ([a], [b]) => a.localeCompare(b, language);
  if (facet === "month") return values.sort((a, b) => -byName(a, b));
  return values.sort((a, b) => chosen.includes(b[0]) - chosen.includes(a[0]) || b[1] - a[1] || byName(a, b));
}

function choice(facet, [value, count], checked) {
  const box = make("input", { type: "checkbox", name: facet, value, checked });
  return make("label", {}, box, make("span", { dir: "auto" }, valueName(facet, value)), make("span", { class: "count" }, String(count)));
}

function facetGroup(facet, values, chosen) {
  const rank = (index) => index < (unfolded.has(facet) ? MOST : SHOWN);
  const shown = values.filter(([value], index) => rank(index) || chosen.includes(value));
  const labels = shown.map((entry) => choice(facet, entry, chosen.includes(entry[0])));
  const group = make("fieldset", { "data-facet": facet }, make("legend", {}, FACET_NAMES[facet]), ...labels);
  if (shown.length < values.length && !unfolded.has(facet)) {
    const unfold = () => {
      unfolded.add(facet);
      const all = facetGroup(facet, values, chosen);
      group.replaceWith(all);
      all.querySelectorAll("input")[SHOWN].focus();
    };
    const name = values.length > MOST ? `First ${MOST} of ${values.length}` : `All ${values.length}`;
    group.append(make("button", { type: "button", class: "facet-more", click: unfold }, name));
  }
  return group;
}

/** Draw the facets anew; what has the focus keeps it. */
export function drawFacets(details, counts, chosen) {
  const focused = details.contains(document.activeElement) ? document.activeElement : null;
  const groups = FACETS.map((facet) => {
    const values = ordered(facet, counts[facet] ?? {}, chosen[facet]);
    return values.length > 1 || chosen[facet].length ? facetGroup(facet, values, chosen[facet]) : null;
  }).filter(Boolean);
  const summary = details.querySelector("summary");
  const taken = Object.values(chosen).flat().length;
  summary.textContent = taken ? `Narrow down (${taken})` : "Narrow down";
  details.replaceChildren(summary, ...groups);
  details.hidden = groups.length === 0;
  if (focused?.name) {
    const again = [...details.querySelectorAll(`input[name="${focused.name}"]`)].find((box) => box.value === focused.value);
    (again ?? summary).focus();
  }
}
