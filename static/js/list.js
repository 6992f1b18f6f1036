// A list that refreshes in place. htmx asks for the page and takes its list; this keeps what a
// reload would lose, says what changed, and falls back to a plain visit.
(() => {
  "use strict";

  const LIST = "#finding";
  let kept = null;

  const topOf = (id) => document.getElementById(id)?.getBoundingClientRect().top;
  const boxes = () => document.querySelectorAll(`${LIST} .facet .long`);

  // an address without blanks is the one that a visitor would share
  document.addEventListener("htmx:configRequest", ({ detail }) => {
    for (const [name, value] of [...detail.formData.entries()]) {
      if (typeof value === "string" && !value.trim()) detail.formData.delete(name, value);
    }
  });

  document.addEventListener("htmx:beforeSwap", () => {
    const focus = document.activeElement?.id;
    kept = {
      focus,
      top: topOf(focus),
      open: document.querySelector(`${LIST} details.facets`)?.open,
      scrolled: [...boxes()].map((box) => box.scrollTop),
    };
  });

  document.addEventListener("htmx:afterSwap", () => {
    if (!kept) return;
    const filters = document.querySelector(`${LIST} details.facets`);
    if (filters) filters.open = kept.open;
    boxes().forEach((box, place) => {
      box.scrollTop = kept.scrolled[place] ?? 0;
    });
    // what was folded away as htmx gave the focus back could not take it
    if (kept.focus && document.activeElement === document.body) {
      document.getElementById(kept.focus)?.focus({ preventScroll: true });
    }
    // what was ticked stays under the pointer, however long the list has become
    const top = topOf(kept.focus);
    if (top !== undefined && kept.top !== undefined) {
      window.scrollBy({ top: top - kept.top, behavior: "instant" });
    }
    kept = null;
  });

  document.addEventListener("htmx:afterSettle", () => {
    const results = document.querySelector(`${LIST} #results`);
    if (document.activeElement === document.body) results?.focus({ preventScroll: true });
    const said = [...document.querySelectorAll(`${LIST} [data-said]`)];
    const status = document.getElementById("list-status");
    if (status) status.textContent = said.map((part) => part.textContent.trim()).join(". ");
  });

  const visit = ({ detail }) => {
    window.location.assign(detail.pathInfo.finalRequestPath || detail.pathInfo.requestPath);
  };
  document.addEventListener("htmx:responseError", visit);
  document.addEventListener("htmx:sendError", visit);
})();
