// A list that refreshes in place. htmx asks for the page and takes its list; this keeps what a
// reload would lose, and says what changed.
(() => {
  "use strict";

  const LIST = "#finding";
  const SLOW = 1000; // ms after which one is told to wait
  const PAUSE = 250; // ms for which a later change may still replace what is said
  let sent = new Map(); // what each box of text held as it was sent
  let kept = null;
  let saidBefore = [];
  let waiting = 0;
  let speaking = 0;

  const inList = (selector) => [...document.querySelectorAll(`${LIST} ${selector}`)];
  const chips = () => inList(".chips a");
  const byId = (id) => (id ? document.getElementById(id) : null);
  const topOf = (element) => element?.getBoundingClientRect().top;
  const texts = () => inList("input:is([type=text], [type=search])");
  const words = (part) => part.textContent.trim().replace(/\s+/g, " ");
  const tell = (text) => {
    const status = document.getElementById("list-status");
    if (status) status.textContent = text;
  };

  // an address without blanks is the one that a visitor would share
  document.addEventListener("htmx:configRequest", ({ detail }) => {
    for (const [name, value] of [...detail.formData.entries()]) {
      if (typeof value === "string" && !value.trim()) detail.formData.delete(name, value);
    }
  });

  // what was ticked in one form while its answer is out, or has failed, goes along with the next
  const isChanged = (box) =>
    box.options ? !box.selectedOptions[0].defaultSelected : box.checked !== box.defaultChecked;
  const startsAnew = (elt) => elt.matches(`[href="?"], ${LIST}`);

  function carry(query, box) {
    const values = box.options ? [] : query.getAll(box.name).filter((one) => one !== box.value);
    if (box.options || box.checked) values.push(box.value);
    query.delete(box.name);
    values.forEach((value) => query.append(box.name, value));
  }

  document.addEventListener("htmx:configRequest", ({ detail }) => {
    const others = inList("input[type=checkbox], select").filter((box) => box.form !== detail.elt);
    const changed = startsAnew(detail.elt) ? [] : others.filter(isChanged);
    if (!changed.length) return;
    const address = new URL(detail.path, window.location);
    const query = detail.elt.matches("form") ? detail.formData : address.searchParams;
    changed.forEach((box) => carry(query, box));
    address.searchParams.delete("page");
    detail.path = address.pathname + address.search;
  });

  document.addEventListener("htmx:beforeRequest", ({ detail }) => {
    const clearsAll = startsAnew(detail.elt);
    const held = (box) => (box.form === detail.elt ? box.value : box.defaultValue);
    sent = new Map(clearsAll ? [] : texts().map((box) => [box.id, held(box)]));
    clearTimeout(waiting);
    waiting = setTimeout(() => tell(document.querySelector(LIST)?.dataset.waiting ?? ""), SLOW);
  });
  document.addEventListener("htmx:afterRequest", () => clearTimeout(waiting));

  document.addEventListener("htmx:beforeSwap", ({ detail }) => {
    const focused = document.activeElement;
    const edited = texts().filter((box) => sent.has(box.id) && sent.get(box.id) !== box.value);
    saidBefore = inList("[data-said]").map(words);
    kept = {
      focus: focused?.id,
      chip: chips().indexOf(detail.requestConfig.elt),
      top: topOf(focused),
      isStuck: Boolean(focused?.closest("thead")) && topOf(byId("results")) < 0,
      boxTop: topOf(focused?.closest(".long")),
      open: document.querySelector(`${LIST} details.facets`)?.open,
      scrolled: inList(".facet .long").map((box) => box.scrollTop),
      edited: edited.map((box) => [box.id, box.value]),
    };
  });

  document.addEventListener("htmx:afterSwap", () => {
    if (!kept) return;
    const filters = document.querySelector(`${LIST} details.facets`);
    if (filters) filters.open = kept.open;
    inList(".facet .long").forEach((box, place) => {
      box.scrollTop = kept.scrolled[place] ?? 0;
    });
    keepEdited(kept.edited);
    // what was folded away as htmx gave the focus back could not take it
    if (document.activeElement === document.body) byId(kept.focus)?.focus({ preventScroll: true });
    keepInPlace(byId(kept.focus));
    // the next one takes the place of a chip that is gone, and after the last comes “Clear all”
    chips()[kept.chip]?.focus({ preventScroll: true });
    kept = null;
  });

  // what was typed meanwhile, or elsewhere, is not the answer’s to wipe away
  function keepEdited(edited) {
    for (const [id, value] of edited) {
      const box = byId(id);
      if (!box) continue;
      box.value = value;
      box.dataset.edited = "";
    }
  }

  // a box that was given back what was typed into the one before it may not know that it changed
  document.addEventListener("change", ({ target }) => delete target.dataset.edited);
  document.addEventListener("focusout", ({ target }) => {
    if (!(target.dataset && "edited" in target.dataset)) return;
    delete target.dataset.edited;
    if (target.type === "text") target.dispatchEvent(new Event("change", { bubbles: true }));
  });

  // what was ticked stays under the pointer, however long the list has become; a header that sticks
  // to the window leads to the first of the rows in their new order
  function keepInPlace(focused) {
    if (kept.isStuck) byId("results")?.scrollIntoView({ behavior: "instant" });
    if (!focused || kept.isStuck || kept.top === undefined) return;
    const box = focused.closest(".long");
    if (box) box.scrollTop += topOf(focused) - topOf(box) - (kept.top - kept.boxTop);
    window.scrollBy({ top: topOf(focused) - kept.top, behavior: "instant" });
  }

  document.addEventListener("htmx:afterSettle", () => {
    const results = document.querySelector(`${LIST} #results`);
    if (document.activeElement === document.body) results?.focus({ preventScroll: true });
    const isNew = (part) => part.dataset.said === "always" || !saidBefore.includes(words(part));
    const said = inList("[data-said]").filter(isNew).map(words).join(". ");
    clearTimeout(speaking);
    speaking = setTimeout(tell, PAUSE, said);
  });
})();
