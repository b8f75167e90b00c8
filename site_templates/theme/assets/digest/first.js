// Runs before anything is painted: the reader's colours, and the marks switched off, are there from the first frame,
// and a switch pressed while the page still loads counts.
(() => {
  const root = document.documentElement;
  const kept = (key) => {
    try {
      return localStorage.getItem(key) ?? "";
    } catch {
      return ""; // storage is forbidden: nothing is remembered
    }
  };
  root.classList.add("js");
  const scheme = kept("digest.scheme");
  if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
  root.dataset.hide = kept("digest.hide");

  const hidden = () => root.dataset.hide.split(" ").filter(Boolean);
  document.addEventListener("change", ({ target }) => {
    if (target.dataset?.only) root.dataset.only = target.checked ? target.dataset.only : ""; // for this page only
    const mark = target.dataset?.mark;
    if (!mark) return;
    const others = hidden().filter((other) => other !== mark);
    root.dataset.hide = (target.checked ? others : [...others, mark]).join(" ");
    try {
      localStorage.setItem("digest.hide", root.dataset.hide);
    } catch {
      // lasts as long as the page
    }
  });
  document.addEventListener("DOMContentLoaded", () => {
    for (const box of document.querySelectorAll("input[data-mark]")) box.checked = !hidden().includes(box.dataset.mark);
  });
})();
