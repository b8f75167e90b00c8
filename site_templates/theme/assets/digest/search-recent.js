// What was searched for lately, in this browser only.

const KEY = "digest.searches";
const MOST = 6;

/** The latest first. */
export function recent() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((words) => typeof words === "string" && words).slice(0, MOST) : [];
  } catch {
    return []; // storage is forbidden, or somebody else's
  }
}

export function remember(words) {
  if (words) keep([words, ...recent().filter((other) => other.toLowerCase() !== words.toLowerCase())].slice(0, MOST));
}

export function forget() {
  keep([]);
}

function keep(words) {
  try {
    if (words.length) localStorage.setItem(KEY, JSON.stringify(words));
    else localStorage.removeItem(KEY);
  } catch {
    // storage is forbidden: nothing is remembered
  }
}
