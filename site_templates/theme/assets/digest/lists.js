// Filters and orders of a list, over what the page shows. What there is to choose stands in the attributes of
// `[data-items]`; what is chosen stands in the address, so that it can be shared and the way back works.

import { make } from "./elements.js";
import { _, language, said } from "./words.js";

const tools = document.querySelector("[data-items]");
const given = tools?.dataset ?? {};
const items = tools ? [...document.querySelectorAll(given.items)] : [];
const parameter = (name) => `list-${name}`; // the search has its own in the same address
const homes = [...new Set(items.map((item) => item.parentElement))];
const parsed = (text) => (text ? text.split("|") : []).map((one) => one.split("="));

/** Texts of what a selector finds in an item, each once; a word for it where it finds nothing. */
function valuesOf(item, selector) {
  const found = [...new Set([...item.querySelectorAll(selector)].map((one) => one.textContent.trim()))];
  return found.length ? found : [_("not said")];
}

/** What an item is sorted by: a moment, a number, a text. */
function keyOf(item, selector, isNumber) {
  const one = item.querySelector(selector);
  if (!one) return "";
  if (one.dateTime) return one.dateTime;
  return isNumber ? Number.parseInt(one.textContent.replaceAll(/[\s,.]/g, ""), 10) || 0 : one.textContent;
}

function compare(one, other) {
  if (one === "" || other === "") return (one === "") - (other === "");
  if (typeof one === "number" && typeof other === "number") return one - other;
  return String(one).localeCompare(String(other), language, { numeric: true });
}

const field = (label, input) => make("label", {}, make("span", {}, label), input);

function choice(name, label, options) {
  const select = make("select", { name: parameter(name) }, ...options.map(([value, text]) => make("option", { value }, text)));
  return [field(label, select), select];
}

function facetOf([name, label, selector]) {
  const counts = new Map();
  const values = new Map(items.map((item) => [item, valuesOf(item, selector)]));
  for (const value of [...values.values()].flat()) counts.set(value, (counts.get(value) ?? 0) + 1);
  const sorted = [...counts].sort(([one], [other]) => compare(one, other));
  const options = [["", _("all")], ...sorted.map(([value, count]) => [value, `${value} (${count})`])];
  const [row, select] = choice(name, label, options);
  return { name, row, select, shows: (item) => !select.value || values.get(item).includes(select.value), many: counts.size };
}

/** Heading and count of a group of items, which go where none of them is to be seen. */
function headOf(home) {
  const found = [];
  let one = home.closest("div, table")?.previousElementSibling;
  while (one?.matches("p.meta, h2")) {
    found.push(one);
    if (one.matches("h2")) return found;
    one = one.previousElementSibling;
  }
  return [];
}

/** What is said of a list over several pages, with the way to all of it. */
function further() {
  const note = make("p", { class: "meta" }, _("This list goes over several pages: filter and order concern this one."));
  const [, name, value] = given.scope?.match(/^(\w+)=(.+)$/s) ?? [];
  if (name) note.append(" ", make("a", { href: `?${new URLSearchParams([["q", ""], [name, value]])}` }, _("Search all of them")));
  return note;
}

function start() {
  const facets = parsed(given.facets).map(facetOf).filter((facet) => facet.many > 1);
  const orders = parsed(given.orders).filter(([, , selector]) => items.some((item) => item.querySelector(selector)));
  const [orderRow, order] = choice("sort", _("Sort by"), [["", _("as listed")], ...orders]);
  const text = make("input", { type: "search", name: parameter("text"), autocomplete: "off" });
  const status = make("p", { class: "list-count", role: "status" });
  const clear = make("button", { type: "reset" }, _("Show all"));
  const form = make("form", { "aria-label": _("Filter and sort this list") }, field(_("Contains"), text), ...facets.map((facet) => facet.row), orders.length ? orderRow : null, clear);
  const inputs = [text, order, ...facets.map((facet) => facet.select)];
  const texts = new Map(items.map((item) => [item, item.textContent.toLowerCase()]));
  const places = new Map(items.map((item) => [item, item.parentElement]));
  const heads = new Map(homes.map((home) => [home, headOf(home)]));

  function arrange() {
    const by = orders.find(([name]) => name === order.value);
    if (!by) {
      for (const item of items) places.get(item).append(item);
      return;
    }
    const [, , selector, way] = by;
    const keys = new Map(items.map((item) => [item, keyOf(item, selector, way === "most")]));
    const sign = way ? -1 : 1;
    const compared = (one, other) => {
      const [a, b] = [keys.get(one), keys.get(other)];
      return compare(a, b) * (a === "" || b === "" ? 1 : sign);
    };
    homes[0].append(...[...items].sort(compared));
  }

  let arranged = "";
  function show() {
    if (arranged !== order.value) arrange();
    arranged = order.value;
    const wanted = text.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const item of items) {
      const is = wanted.every((word) => texts.get(item).includes(word)) && facets.every((facet) => facet.shows(item));
      item.hidden = !is;
      shown += is;
    }
    for (const home of homes) {
      const none = order.value !== "" || ![...home.children].some((item) => !item.hidden);
      for (const one of heads.get(home)) one.hidden = none;
    }
    const changed = inputs.some((input) => input.value);
    clear.hidden = !changed;
    const words = shown ? said(_("{shown} of {count} shown"), { shown, count: items.length }) : _("Nothing here matches. Show all, or choose something else.");
    status.textContent = changed ? words : "";
    if (changed) box.open = true;
  }

  function read() {
    const given = new URLSearchParams(location.search);
    for (const input of inputs) {
      input.value = given.get(input.name) ?? "";
      if (input.selectedIndex === -1) input.value = "";
    }
    show();
  }

  function keep(method) {
    const address = new URL(location.href);
    for (const input of inputs) {
      if (input.value) address.searchParams.set(input.name, input.value);
      else address.searchParams.delete(input.name);
    }
    if (address.href !== location.href) history[method](null, "", address);
    show();
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const input of inputs) input.value = "";
    keep("pushState");
    text.focus();
  });
  form.addEventListener("change", (event) => event.target !== text && keep("pushState"));
  text.addEventListener("input", () => keep("replaceState"));
  addEventListener("popstate", read);
  const summary = make("summary", {}, _("Filter and sort this list"));
  const box = make("details", { open: matchMedia("(min-width: 48rem)").matches }, summary, form, "part" in given ? further() : null);
  tools.append(box, status);
  read();
}

if (items.length > 1) start();
