// With the keys one passes orders that one does not want: the list waits until one is done. With the
// pointer, and by its button, it is sorted at once.
(() => {
  "use strict";

  const PAUSE = 1000; // ms without a key after which one is done
  let byKeys = false;
  let chosen = null; // the select whose change waits
  let waiting = 0;

  const isOrder = (target) => target.matches?.("#finding select");

  function send() {
    clearTimeout(waiting);
    const box = chosen;
    chosen = null;
    box?.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function wait(box) {
    clearTimeout(waiting);
    chosen = box;
    waiting = setTimeout(send, PAUSE);
  }

  document.addEventListener("pointerdown", () => (byKeys = false), true);
  document.addEventListener("keydown", (event) => {
    if (!isOrder(event.target)) return;
    byKeys = true;
    if (event.key !== "Enter" || !chosen) return;
    event.preventDefault();
    send();
  });
  // before htmx hears of it; what `send` makes up itself is not trusted, and passes
  document.addEventListener(
    "change",
    (event) => {
      if (!event.isTrusted || !byKeys || !isOrder(event.target)) return;
      event.stopPropagation();
      wait(event.target);
    },
    true,
  );
  document.addEventListener("focusout", ({ target }) => target === chosen && send());

  window.addEventListener("popstate", () => {
    chosen = null; // one goes to another list instead
  });

  // an answer to something else comes meanwhile
  document.addEventListener("htmx:afterSwap", () => {
    const box = chosen && document.getElementById(chosen.id);
    if (!box || box === chosen) return;
    box.value = chosen.value;
    wait(box);
  });
})();
