// What a page does with a script: colours, what is new, and the search, which is fetched at its first use.

const root = document.documentElement;
const base = new URL("../../", import.meta.url);

/** Keep `value` under `key` for the next page; without storage it lasts as long as this one. */
function remember(key, value) {
  try {
    if (value) localStorage.setItem(key, value);
    else localStorage.removeItem(key);
  } catch {
    // storage is forbidden
  }
}

function followScheme() {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const button = document.querySelector("[data-scheme-switch]");
  const isDark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : system.matches);
  const show = () => button?.setAttribute("aria-pressed", String(isDark()));
  button?.addEventListener("click", () => {
    const dark = !isDark();
    // The choice that is the system's own is not kept: the page follows the system again.
    if (dark === system.matches) delete root.dataset.scheme;
    else root.dataset.scheme = dark ? "dark" : "light";
    remember("digest.scheme", root.dataset.scheme ?? "");
    show();
  });
  system.addEventListener("change", show);
  show();
}

const isTyping = (element) =>
  element instanceof HTMLElement && (element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName));

/** The words of the address that was not found: the best guess at what was looked for. */
function wordsOfAddress() {
  const path = location.pathname.slice(base.pathname.length).replace(/%[0-9a-f]{2}/gi, " ");
  return path.split(/[^\p{L}\p{N}]+/u).filter((word) => /\p{L}{3}/u.test(word) && word !== "html").slice(-6).join(" ");
}

function followSearch() {
  const search = () => import("./search.js");
  let early = null; // what is typed between the key that opens the search and its being there
  const open = async (words) => {
    if (early !== null) return;
    early = "";
    try {
      const module = await search();
      await module.open(base, words);
      if (early) module.type(early);
    } finally {
      early = null;
    }
  };
  for (const button of document.querySelectorAll("[data-search]")) {
    const words = "searchPath" in button.dataset ? wordsOfAddress() : undefined;
    button.addEventListener("click", () => open(words));
    button.addEventListener("pointerenter", search, { once: true });
  }
  document.addEventListener("keydown", (event) => {
    const bare = !event.ctrlKey && !event.metaKey && !event.altKey;
    const slash = event.key === "/" && bare && !isTyping(event.target);
    const controlK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (early !== null && bare && event.key.length === 1) early += event.key;
    else if (slash || controlK) open();
    else return;
    event.preventDefault();
  });
  const asked = () => new URLSearchParams(location.search).has("q");
  addEventListener("popstate", async () => {
    if (asked() || document.querySelector("dialog.search[open]")) (await search()).follow(base);
  });
  // After the page itself has been seen: what is asked is a moment in coming, and an empty screen helps nobody.
  if (asked()) requestAnimationFrame(() => setTimeout(() => search().then((module) => module.follow(base))));
}

/** Before anything that can wait: notes show when they have their places. */
async function followNotes() {
  const margin = document.querySelector(".notes");
  if (margin) (await import("./notes.js")).placeNotes(margin);
}

async function markFoundWords() {
  const words = new URLSearchParams(location.search).getAll("highlight").filter(Boolean);
  if (words.length) (await import("./found.js")).markFound(words);
}

async function markNewItems() {
  const counter = document.querySelector("[data-since]");
  if (counter) (await import("./visits.js")).markNew(counter);
}

/** What only a pointer or the focus asks for comes when there is time. */
function followReading() {
  const later = globalThis.requestIdleCallback ?? setTimeout;
  later(() => {
    import("./previews.js").then((module) => module.followLinks(document.querySelector("main")));
    const legend = document.querySelector(".legend[data-link]");
    if (legend) import("./sentences.js").then((module) => module.followSentences(legend.dataset));
  });
}

followScheme();
followNotes();
followSearch();
followReading();
markFoundWords();
markNewItems();
