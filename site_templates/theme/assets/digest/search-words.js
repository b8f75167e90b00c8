// All words that the search shows. Where a number decides the form, by the category of Intl.PluralRules.

export const WORDS = Object.freeze({
  search: "Search",
  placeholder: "Search articles and topics",
  close: "Close",
  results: "Results",
  facets: Object.freeze({ topic: "Topics", source: "Sources", month: "Months", kind: "Kinds", story: "Stories", language: "Languages" }),
  kinds: Object.freeze({ article: "Articles", story: "Stories", topic: "Topics" }),
  kind: Object.freeze({ story: "Story", topic: "Topic" }),
  narrow: "Narrow down",
  narrowed: "Narrow down ({count})",
  clear: "Clear all choices",
  all: "All {count}",
  first: "First {shown} of {count}",
  sortBy: "Sort by",
  relevance: "relevance",
  newest: "newest first",
  found: Object.freeze({ one: "{count} result", other: "{count} results" }),
  more: "Show {count} more",
  others: Object.freeze({ one: "{count} more of this story", other: "{count} more of this story" }),
  searching: "Searching…",
  slow: "Still searching: the network is slow.",
  there: Object.freeze({ one: "{count} page can be searched", other: "{count} pages can be searched" }),
  recent: "Recent searches",
  recentNote: "Kept in this browser only.",
  forget: "Forget them",
  topics: "Topics to begin with",
  nothing: "No results",
  didYouMean: "Did you mean {words}?",
  tryWords: "Try fewer or other words: each of them has to be in a result, in this form or a longer one.",
  tryChoices: "Or take away what you have narrowed down to.",
  failed: "Search does not answer",
  failedNote: "Its index could not be fetched: the network is away, or the site was built without it. Topics, sources and the archive list every article.",
  again: "Try again",
  articles: Object.freeze({ one: "{count} article", other: "{count} articles" }),
  also: "also written {names}",
  quoted: "“{name}”",
  lastSeen: "last seen {date}",
  keys: Object.freeze({ move: "through the results", open: "opens", close: "closes" }),
});

const language = document.documentElement.lang || "en";

/** A text with its `{parts}` filled in; of several forms the one for `count`. */
export function said(form, parts) {
  const text = typeof form === "string" ? form : (form[new Intl.PluralRules(language).select(parts.count)] ?? form.other);
  return text.replace(/\{(\w+)\}/g, (_, name) => String(parts[name]));
}
