// Marks, on the page a hit leads to, the words that were searched for.

const escaped = (text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

/** Matches any of the words, whole; scripts that put no space between words have no whole words. */
export function patternOf(words) {
  const parts = words.map((word) => {
    const spaced = !/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u.test(word);
    return spaced ? `(?<![\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])` : escaped(word);
  });
  return new RegExp(parts.join("|"), "giu");
}

function markIn(node, pattern) {
  for (const match of [...node.data.matchAll(pattern)].reverse()) {
    const found = node.splitText(match.index);
    found.splitText(match[0].length);
    const mark = document.createElement("mark");
    mark.className = "found";
    found.replaceWith(mark);
    mark.append(found);
  }
}

/** Mark the words in the text that search knows. */
export function markFound(words) {
  const pattern = patternOf(words.slice(0, 20));
  for (const body of document.querySelectorAll("[data-pagefind-body]")) {
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest("[data-pagefind-ignore], script, style") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    for (const node of nodes) markIn(node, pattern);
  }
  // The text moved a little under the browser, which had already scrolled to the sentence.
  document.querySelector(":target")?.scrollIntoView();
}
