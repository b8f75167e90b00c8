// All words that the search shows. Where a number decides the form, by the category of Intl.PluralRules.

// English stands here; a page in another language brings what its translations have instead.
const given = JSON.parse(document.getElementById("digest-words")?.textContent ?? "{}");
const _ = (text) => given[text] ?? text;
const ngettext = (one, other) => Object.freeze(given[one] ?? { one, other });

export const WORDS = Object.freeze({
  search: _("Search"),
  placeholder: _("Search articles and topics"),
  close: _("Close"),
  results: _("Results"),
  facets: Object.freeze({ topic: _("Topics"), source: _("Sources"), month: _("Months"), kind: _("Kinds"), story: _("Stories"), language: _("Languages") }),
  kinds: Object.freeze({ article: _("Articles"), story: _("Stories"), topic: _("Topics") }),
  kind: Object.freeze({ story: _("Story"), topic: _("Topic") }),
  narrow: _("Narrow down"),
  narrowed: _("Narrow down ({count})"),
  clear: _("Clear all choices"),
  all: _("All {count}"),
  first: _("First {shown} of {count}"),
  sortBy: _("Sort by"),
  relevance: _("relevance"),
  newest: _("newest first"),
  found: ngettext("{count} result", "{count} results"),
  more: _("Show {count} more"),
  others: ngettext("{count} more of this story", "{count} more of this story"),
  searching: _("Searching…"),
  slow: _("Still searching: the network is slow."),
  there: ngettext("{count} page can be searched", "{count} pages can be searched"),
  recent: _("Recent searches"),
  recentNote: _("Kept in this browser only."),
  forget: _("Forget them"),
  topics: _("Topics to begin with"),
  nothing: _("No results"),
  didYouMean: _("Did you mean {words}?"),
  tryWords: _("Try fewer or other words: each of them has to be in a result, in this form or a longer one."),
  tryChoices: _("Or take away what you have narrowed down to."),
  failed: _("Search does not answer"),
  failedNote: _("Its index could not be fetched: the network is away, or the site was built without it. Topics, sources and the archive list every article."),
  again: _("Try again"),
  articles: ngettext("{count} article", "{count} articles"),
  also: _("also written {names}"),
  quoted: _("“{name}”"),
  lastSeen: _("last seen {date}"),
  keys: Object.freeze({ move: _("through the results"), open: _("opens"), close: _("closes") }),
});

const language = document.documentElement.lang || "en";

/** A text with its `{parts}` filled in; of several forms the one for `count`. */
export function said(form, parts) {
  const text = typeof form === "string" ? form : (form[new Intl.PluralRules(language).select(parts.count)] ?? form.other);
  return text.replace(/\{(\w+)\}/g, (_, name) => String(parts[name]));
}
