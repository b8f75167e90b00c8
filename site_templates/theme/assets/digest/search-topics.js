// Finds topics by their names, in lists of which one or two are fetched for a question.

const LISTS = 4; // that are fetched at most: a letter or two begin more words than anybody reads
const fetched = new Map();

/** The words of a text as they are compared; the lists are made in the same way. */
export function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * The topics of the index that have a name in which each of the words begins one; all topics where nothing is asked.
 * `called` are those that have just this name.
 */
export async function findTopics({ base, folder, lists }, text) {
  const words = folded(text);
  if (text && !words.length) return [];
  const wanted = words.length ? listsFor(lists, longest(words)) : lists;
  const rows = (await Promise.all(wanted.map(([, name]) => list(folder, name)))).flat();
  const topics = new Map();
  for (const [address, name, forms, articles, date] of rows) {
    const names = [name, ...forms].map(folded);
    if (!names.some((each) => words.every((word) => each.some((other) => other.startsWith(word))))) continue;
    const called = names.some((each) => each.join(" ") === words.join(" "));
    topics.set(address, { base, kind: "topic", address, name, forms, articles, date, called });
  }
  return [...topics.values()].sort((a, b) => b.articles - a.articles);
}

const longest = (words) => words.reduce((most, word) => (word.length > most.length ? word : most));

/** Each list is for words from its first one on; lists are in the order of these. */
function listsFor(lists, word) {
  const last = lists.findLastIndex(([first]) => first <= `${word}\uffff`);
  const from = lists.findLastIndex(([first]) => first <= word);
  return lists.slice(Math.max(0, from), last + 1).slice(0, LISTS);
}

function list(folder, name) {
  if (!fetched.has(name)) fetched.set(name, fetchList(folder, name));
  return fetched.get(name);
}

async function fetchList(folder, name) {
  try {
    const answer = await fetch(new URL(`topics/${name}.json`, folder));
    if (!answer.ok) throw new Error(`no topics at ${answer.url}`);
    return await answer.json();
  } catch (error) {
    fetched.delete(name);
    throw error;
  }
}
