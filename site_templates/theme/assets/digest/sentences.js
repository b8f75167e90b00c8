// A link to the sentence under the pointer, or in which the selection stands, or that the address names.

const MARGIN = 34; // pixels to the left of the text

/** `words.link` names the button, `words.copied` says that it has done its work. */
export function followSentences(words) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "sentence-link";
  button.title = words.link;
  button.setAttribute("aria-label", words.link);
  button.textContent = "¶";
  const status = document.createElement("span");
  status.className = "visually-hidden";
  status.role = "status";
  let sentence = null;

  const show = (next) => {
    if (!next?.id || next === sentence) return;
    sentence = next;
    const { top, left } = next.getClientRects()[0] ?? next.getBoundingClientRect();
    const block = next.closest("p, li, blockquote, pre, h2, h3, h4") ?? next;
    const edge = Math.max(2, Math.min(left, block.getBoundingClientRect().left) - MARGIN);
    button.style.top = `${top + scrollY}px`;
    button.style.left = `${edge + scrollX}px`;
    if (!button.isConnected) document.querySelector("main").append(button, status);
  };
  const sentenceAt = (node) => (node instanceof Element ? node : node?.parentElement)?.closest(".text .s[id]");

  document.addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType === "mouse") show(sentenceAt(target));
  });
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    if (!selection.isCollapsed) show(sentenceAt(selection.anchorNode));
  });
  const target = () => show(sentenceAt(document.getElementById(location.hash.slice(1))));
  addEventListener("hashchange", target);
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
