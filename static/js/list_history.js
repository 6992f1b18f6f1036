// Back and Forward among the lists of one visit: the list of that address as the server has it now,
// where one left it. htmx, which would load the page anew, leaves the history to this.
(() => {
  "use strict";

  const LIST = "finding";
  const PAUSE = 350; // ms of rest before a place is noted: browsers refuse to note too often
  let restoring = null; // the place to return to, while its list is asked for
  let noting = 0;

  const list = () => document.getElementById(LIST);
  const addressOf = ({ pathname, search }) => pathname + search;
  const isRestored = ({ requestConfig }) => requestConfig.elt.id === LIST;
  let shown = addressOf(window.location);

  function note() {
    clearTimeout(noting);
    if (restoring) return;
    history.replaceState({ top: window.scrollY, focus: document.activeElement?.id }, "");
  }
  const noteSoon = () => {
    clearTimeout(noting);
    noting = setTimeout(note, PAUSE);
  };
  document.addEventListener("scroll", noteSoon, { passive: true });
  document.addEventListener("focusin", noteSoon);

  document.addEventListener("htmx:beforeHistoryUpdate", ({ detail }) => {
    const address = new URL(detail.history.path, window.location);
    note();
    if (addressOf(address) !== addressOf(window.location)) history.pushState(null, "", address);
    shown = addressOf(address);
  });

  // within the list, as from a source back to its figure, or back before another list has come
  function stay() {
    if (!restoring) return;
    restoring = null;
    htmx.trigger(list(), "htmx:abort");
    document.querySelector(`#${LIST} .failed`)?.remove();
  }

  window.addEventListener("popstate", ({ state }) => {
    clearTimeout(noting);
    if (addressOf(window.location) === shown) return stay();
    restoring = state ?? {};
    const asked = { source: list(), push: "false" };
    htmx.ajax("GET", addressOf(window.location), asked).catch(() => {}); // a failure is said
  });

  document.addEventListener("htmx:beforeRequest", ({ detail }) => {
    if (!isRestored(detail)) restoring = null;
  });

  document.addEventListener("htmx:afterSwap", ({ detail }) => {
    if (!restoring || !isRestored(detail)) return;
    const { top = 0, focus } = restoring;
    restoring = null;
    shown = addressOf(window.location);
    document.getElementById("results").focus({ preventScroll: true });
    if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
    window.scrollTo({ top, behavior: "instant" });
  });
})();
