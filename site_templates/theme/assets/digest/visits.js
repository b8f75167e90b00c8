// What is new since the reader's last visit. What was seen is kept in this browser and nowhere else.

const SEEN = "digest.seen";
const BEFORE = "digest.seen-before"; // as it was when this visit began
const KEPT = 2000;

const read = (storage, key) => {
  try {
    return JSON.parse(storage.getItem(key)) ?? null;
  } catch {
    return null; // storage is forbidden, or somebody else's
  }
};

/** Marks the cards that lead to what was not seen at an earlier visit, and counts them in `counter`. */
export function markNew(counter) {
  const cards = new Map(
    [...document.querySelectorAll(".front-main .card")].map((card) => [
      card.querySelector(":is(h2, h3) a")?.pathname,
      card,
    ]),
  );
  const seen = read(localStorage, SEEN);
  const before = read(sessionStorage, BEFORE) ?? seen;
  try {
    sessionStorage.setItem(BEFORE, JSON.stringify(before));
    localStorage.setItem(SEEN, JSON.stringify([...new Set([...cards.keys(), ...(seen ?? [])])].slice(0, KEPT)));
  } catch {
    return; // nothing can be kept, so nothing is new
  }
  if (!Array.isArray(before)) return; // the first visit
  const known = new Set(before);
  const fresh = [...cards].filter(([path]) => !known.has(path));
  for (const [, card] of fresh) {
    const kick = card.querySelector(".kick");
    const word = document.createElement("b");
    word.className = "is-new";
    word.textContent = counter.dataset.new;
    kick?.append(" · ", word);
  }
  if (!fresh.length) return;
  const words = fresh.length === 1 ? counter.dataset.one : counter.dataset.many.replace("{}", fresh.length);
  counter.textContent = `· ${words}`;
  counter.classList.add("is-known");
}
