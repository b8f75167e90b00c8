// Notes stand beside the lines their marks are in, where the margin has room for them (stories.css says where).
//
// They stay in the flow of their list and are only moved, by `translate`: so the list keeps the room that all of them
// need, nothing below ever jumps, and each finds a place apart from the others.

/** Where notes stand in `room` pixels, each at the height it wants or as near as those before and behind let it. */
export function placed(notes, room) {
  let at = 0;
  const tops = notes.map(({ want, height }) => {
    const top = Math.max(want, at);
    at = top + height;
    return top;
  });
  at = room;
  for (let i = notes.length - 1; i >= 0; i -= 1) tops[i] = at = Math.min(tops[i], at - notes[i].height);
  return tops;
}

/** The mark of a note in the text, else the sentence it speaks of, else the headline. */
function markOf(note, text) {
  const words = note.querySelector('a[href^="#"]');
  return text.querySelector(`a.against[href="#${note.id}"]`) ?? (words && document.getElementById(words.hash.slice(1))) ?? text.querySelector("h1");
}

/** Places the notes in `margin` beside their marks, now and whenever something has moved. */
export function placeNotes(margin) {
  const text = document.querySelector(".text");
  const list = margin.querySelector("ol");
  const notes = [...list.children].map((note) => ({ note, mark: note.id ? markOf(note, text) : null }));
  const place = () => {
    // What is not shown in the text has no note; what has no mark (how many more there are) follows the last.
    for (const { note, mark } of notes) note.hidden = mark?.getClientRects().length === 0;
    const start = list.getBoundingClientRect().top;
    const shown = notes
      .filter(({ note }) => !note.hidden)
      .map(({ note, mark }) => ({ note, from: note.offsetTop, height: note.offsetHeight, want: mark ? mark.getClientRects()[0].top - start : 0 }));
    const tops = placed(shown, margin.getBoundingClientRect().bottom - start);
    shown.forEach(({ note, from }, i) => note.style.setProperty("--down", `${Math.round(tops[i] - from)}px`));
    margin.classList.add("placed");
  };
  place();
  const moved = new ResizeObserver(place);
  for (const box of [text, margin, list]) moved.observe(box);
  document.addEventListener("change", place); // the switches
  document.fonts.ready.then(place);
}
