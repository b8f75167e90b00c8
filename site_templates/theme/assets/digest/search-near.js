// What somebody may have meant whose words nothing has: the nearest of the words that pages have.

const SHORTEST = 4; // letters: of shorter words too many are alike
const LONG = 6; // letters from which on two may be wrong

/** The words, those that no page has each exchanged for the nearest that pages have; "" where nothing can be exchanged. */
export function nearest(text, known) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const near = words.map((word) => (isKnown(word, known) ? word : (closest(word, known) ?? word)));
  return near.some((word, index) => word !== words[index]) ? near.join(" ") : "";
}

const isKnown = (word, known) => word.length < SHORTEST || known.some((other) => other.startsWith(word));

/** The commonest of the nearest: `known` has the commonest first. */
function closest(word, known) {
  let best = null;
  let most = word.length < LONG ? 1 : 2;
  for (const other of known) {
    if (Math.abs(other.length - word.length) > most) continue;
    const far = distance(word, other);
    if (far > most || (far === most && best)) continue;
    [best, most] = [other, far];
  }
  return best;
}

/** How many letters are wrong, missing, too many or exchanged with the next (optimal string alignment). */
export function distance(a, b) {
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] !== b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[b.length];
}
