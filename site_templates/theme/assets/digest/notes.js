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
    const shown = notes.filter(({ note }) => !note.hidden);
    const boxes = shown.map(({ note, mark }) => ({
      height: note.getBoundingClientRect().height,
      want: mark ? Math.round(mark.getClientRects()[0].top - start) : 0,
    }));
    let flow = 0; // where the list has each
    placed(boxes, margin.getBoundingClientRect().bottom - start).forEach((top, i) => {
      shown[i].note.style.setProperty("--down", `${top - flow}px`);
      flow += boxes[i].height;
    });
    margin.classList.add("placed");
  };
  place();
  const moved = new ResizeObserver(place);
  for (const box of [text, margin, list]) moved.observe(box);
  document.addEventListener("change", place); // the switches
  document.fonts.ready.then(place);
}
