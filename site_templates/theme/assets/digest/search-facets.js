// Draws the facets: what the results can be narrowed down to, with how many of them there are.

import { make } from "./elements.js";
import { FACETS } from "./search-engine.js";
import { written } from "./search-view.js";
import { WORDS } from "./search-words.js";
import { said } from "./words.js";

const SHOWN = 6; // values of a facet at first
const MOST = 100; // values of a facet once it is unfolded
const unfolded = new Set();
const language = document.documentElement.lang || "en";

function valueName(facet, value) {
  if (facet === "month") return written(value) || value;
  if (facet === "language") return languageName(value);
  return facet === "kind" ? (WORDS.kinds[value] ?? value) : value;
}

function languageName(tag) {
  try {
    return new Intl.DisplayNames([language], { type: "language" }).of(tag);
  } catch {
    return tag; // from an address that somebody wrote
  }
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
  const group = make("fieldset", { "data-facet": facet }, make("legend", {}, WORDS.facets[facet]), ...labels);
  if (shown.length < values.length && !unfolded.has(facet)) {
    const unfold = () => {
      unfolded.add(facet);
      const all = facetGroup(facet, values, chosen);
      group.replaceWith(all);
      all.querySelectorAll("input")[SHOWN].focus();
    };
    const name = values.length > MOST ? said(WORDS.first, { shown: MOST, count: values.length }) : said(WORDS.all, { count: values.length });
    group.append(make("button", { type: "button", class: "facet-more", click: unfold }, name));
  }
  return group;
}

/** Draw the facets anew, with a button that does `clear` where something is chosen; what has the focus keeps it. */
export function drawFacets(details, counts, chosen, clear) {
  const focused = details.contains(document.activeElement) ? document.activeElement : null;
  const groups = FACETS.map((facet) => {
    const values = ordered(facet, counts[facet] ?? {}, chosen[facet]);
    return values.length > 1 || chosen[facet].length ? facetGroup(facet, values, chosen[facet]) : null;
  }).filter(Boolean);
  const summary = details.querySelector("summary");
  const taken = Object.values(chosen).flat().length;
  summary.textContent = taken ? said(WORDS.narrowed, { count: taken }) : WORDS.narrow;
  const clearing = taken && make("button", { type: "button", class: "facet-clear", click: clear }, WORDS.clear);
  details.replaceChildren(summary, ...(taken ? [clearing] : []), ...groups);
  details.hidden = groups.length === 0;
  if (focused?.name) {
    const again = [...details.querySelectorAll(`input[name="${focused.name}"]`)].find((box) => box.value === focused.value);
    (again ?? summary).focus();
  }
}
