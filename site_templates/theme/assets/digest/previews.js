// Previews of links: the title and the first lines of the page behind one, taken from that page itself.
//
// Shown to a mouse that rests and to the focus; goes with Escape, stays while the pointer is on it (WCAG 2.2, 1.4.13).

const WAIT = 350; // milliseconds that a pointer rests
const KINDS = /\/(articles|topics|stories|sources|people|quotes)\//;
const FIRST = ".short li, .excerpt, .mention blockquote, .said li, .story .short li"; // the first lines of a page
const pages = new Map();

async function page(address) {
  if (!pages.has(address)) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.statusText);
    pages.set(address, new DOMParser().parseFromString(await answer.text(), "text/html"));
  }
  return pages.get(address);
}

const line = (element) => element?.textContent.replace(/\s+/g, " ").trim() ?? "";

/** The preview of a page, or of one sentence of it. */
function preview(from, id) {
  const box = document.createElement("div");
  box.className = "preview";
  box.id = "__preview";
  box.role = "tooltip";
  const title = document.createElement("b");
  title.textContent = line(from.querySelector("h1"));
  const body = document.createElement("p");
  body.textContent = line(id ? from.getElementById(id) : null) || line(from.querySelector(FIRST)) || line(from.querySelector("main .meta"));
  box.append(title, body);
  box.lang = from.documentElement.lang;
  return box;
}

/** Shows previews of the links in `area` that lead to other pages of the site. */
export function followLinks(area) {
  let timer = 0;
  let shown = null;
  let awaited = null; // the link whose page is on its way
  const hide = () => {
    clearTimeout(timer);
    awaited = null;
    shown?.box.remove();
    shown?.link.removeAttribute("aria-describedby");
    shown = null;
  };
  const show = async (link) => {
    awaited = link;
    try {
      const from = await page(link.pathname);
      if (link !== awaited || !link.matches(":hover, :focus-visible")) return;
      hide();
      const box = preview(from, link.hash.slice(1));
      link.closest("main").append(box); // with what it is about: a screen reader finds nothing outside of landmarks
      const { left, top, bottom } = link.getClientRects()[0];
      const { width, height } = box.getBoundingClientRect();
      const below = bottom + height + 8 < innerHeight || top < height + 8;
      box.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8)) + scrollX}px`;
      box.style.top = `${(below ? bottom + 4 : top - height - 4) + scrollY}px`;
      link.setAttribute("aria-describedby", box.id);
      box.addEventListener("pointerleave", hide);
      shown = { link, box };
    } catch {
      // no preview: the link works all the same
    }
  };
  const linkAt = (target) => {
    const link = target instanceof Element ? target.closest("a[href]") : null;
    return link && link.origin === location.origin && KINDS.test(link.pathname) && link.pathname !== location.pathname ? link : null;
  };
  const later = (target) => {
    const link = linkAt(target);
    if (!link || link === shown?.link) return;
    clearTimeout(timer);
    timer = setTimeout(show, WAIT, link);
  };
  area.addEventListener("pointerover", ({ target, pointerType }) => pointerType === "mouse" && later(target));
  area.addEventListener("pointerout", ({ target, relatedTarget }) => {
    if (!linkAt(target)) return;
    clearTimeout(timer);
    // To the preview leads a gap of some pixels.
    setTimeout(() => shown && !shown.box.matches(":hover") && !shown.link.matches(":hover") && hide(), 200);
  });
  area.addEventListener("focusin", ({ target }) => target.matches(":focus-visible") && later(target));
  area.addEventListener("focusout", () => shown?.box.matches(":hover") || hide());
  document.addEventListener("keydown", ({ key }) => key === "Escape" && hide());
}
