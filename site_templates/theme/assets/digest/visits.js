// What is new since the reader's last visit, and which stories have grown. What was seen is kept in this browser and
// nowhere else: of each card its address, and how many reports it said it has.

import { _, ngettext, said } from "./words.js";

const SEEN = "digest.seen";
const BEFORE = "digest.seen-before"; // as it was when this visit began
const KEPT = 2000;

const read = (storage, key) => {
  try {
    const kept = JSON.parse(storage.getItem(key));
    return Array.isArray(kept) && kept.every(Array.isArray) ? kept : null;
  } catch {
    return null; // storage is forbidden, or somebody else's
  }
};

const reportsOf = (card) => Number.parseInt(card.querySelector("[data-reports]")?.dataset.reports ?? "1", 10);

/** Marks the cards that lead to what was not seen at an earlier visit, or has grown since, and counts them. */
export function markNew(counter) {
  const cards = new Map(
    [...document.querySelectorAll(".front-main .card")].map((card) => [
      card.querySelector(":is(h2, h3) a")?.pathname,
      card,
    ]),
  );
  const shown = [...cards].map(([path, card]) => [path, reportsOf(card)]);
  const seen = read(localStorage, SEEN);
  const before = read(sessionStorage, BEFORE) ?? seen;
  const others = (seen ?? []).filter(([path]) => !cards.has(path));
  try {
    sessionStorage.setItem(BEFORE, JSON.stringify(before));
    localStorage.setItem(SEEN, JSON.stringify([...shown, ...others].slice(0, KEPT)));
  } catch {
    return; // nothing can be kept, so nothing is new
  }
  if (!before) return; // the first visit
  const known = new Map(before);
  const fresh = shown.filter(([path, reports]) => !(known.get(path) >= reports));
  for (const [path] of fresh) {
    const word = document.createElement("b");
    word.className = "is-new";
    word.textContent = known.has(path) ? _("has grown") : _("new");
    cards.get(path).querySelector(".kick")?.append(" · ", word);
  }
  if (!fresh.length) return;
  const words = ngettext("{count} new since your last visit", "{count} new since your last visit");
  counter.textContent = `· ${said(words, { count: fresh.length })}`;
  counter.classList.add("is-known");
}
