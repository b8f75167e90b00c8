// A link to the sentence under the pointer, in which the focus or the selection is, or that the address names.
//
// By keyboard: the button comes after its sentence in the order of Tab, at first after the first sentence or the one
// that the address names; from there ArrowDown and ArrowUp go on to the next and the one before.

const GAP = 4; // pixels between the button and the text

/** `words.link` names the button, `words.copied` says that it has done its work. */
export function followSentences(words) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "sentence-link";
  button.title = words.link;
  button.setAttribute("aria-label", words.link);
  button.setAttribute("aria-keyshortcuts", "ArrowDown ArrowUp");
  button.textContent = "¶";
  const status = document.createElement("span");
  status.className = "visually-hidden";
  status.role = "status";
  const text = document.querySelector(".text");
  const mouse = matchMedia("(hover: hover)");
  let sentence = null;

  /**
   * Beside the beginning of the sentence, on the side where its lines begin. Where the margin has no room it stays at
   * the edge for a mouse, whose way to it must not be long, and stands in a corner of a touch screen.
   */
  const place = () => {
    const first = sentence?.getClientRects()[0];
    if (!first) return;
    button.classList.remove("is-apart");
    const { width } = button.getBoundingClientRect();
    const block = sentence.closest("p, li, blockquote, pre, h2, h3, h4") ?? sentence;
    const edge = block.getBoundingClientRect();
    const isLeft = getComputedStyle(block).direction === "ltr";
    const left = isLeft ? Math.min(first.left, edge.left) - width - GAP : Math.max(first.right, edge.right) + GAP;
    const within = Math.max(0, Math.min(left, document.documentElement.clientWidth - width));
    button.classList.toggle("is-apart", within !== left && !mouse.matches);
    const home = button.offsetParent?.getBoundingClientRect(); // none in the corner
    button.style.top = home ? `${first.top - home.top}px` : "";
    button.style.left = home ? `${within - home.left}px` : "";
  };
  /** Not to be seen before it has the focus where nothing but the address asks for it. */
  const show = (next, isQuiet = false) => {
    if (!next?.id) return;
    if (next !== sentence) {
      sentence = next;
      sentence.after(button);
      button.setAttribute("aria-describedby", sentence.id);
    }
    button.classList.toggle("is-quiet", isQuiet);
    place();
  };
  const sentenceAt = (node) => (node instanceof Element ? node : node?.parentElement)?.closest(".text .s[id]");
  const target = () => show(sentenceAt(document.getElementById(location.hash.slice(1))), true);
  const step = (by) => {
    const all = [...text.querySelectorAll(".s[id]")].filter((one) => one === sentence || one.getClientRects().length);
    const next = all[all.indexOf(sentence) + by];
    if (!next) return;
    show(next);
    button.focus({ preventScroll: true }); // which it lost on its way
    next.scrollIntoView({ block: "nearest" });
  };

  document.addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType === "mouse") show(sentenceAt(target));
  });
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    if (!selection.isCollapsed) show(sentenceAt(selection.anchorNode));
  });
  text.addEventListener("focusin", ({ target }) => {
    if (target !== button && target.matches(":focus-visible")) show(sentenceAt(target));
  });
  button.addEventListener("blur", () => button.classList.add("is-quiet"));
  button.addEventListener("keydown", (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    step(by);
  });
  addEventListener("hashchange", target);
  addEventListener("resize", place);
  new ResizeObserver(place).observe(text);
  text.append(status);
  show(text.querySelector(".s[id]"), true);
  target();
  button.addEventListener("click", async () => {
    const address = new URL(`#${sentence.id}`, location.href);
    address.search = "";
    history.replaceState(history.state, "", address);
    try {
      await navigator.clipboard.writeText(address.href);
      status.textContent = words.copied;
      button.textContent = "✓";
      setTimeout(() => {
        button.textContent = "¶";
        status.textContent = "";
      }, 1500);
    } catch {
      // the clipboard is forbidden; the address bar has the link
    }
  });
}
