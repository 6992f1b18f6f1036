// Suggestions under a search box: the combobox pattern of the ARIA Authoring Practices, with a
// list that never takes the focus. Without this script the box is a plain search.
(() => {
  "use strict";

  const PAUSE = 150; // ms without a key before asking
  let box = null; // the input whose suggestions show, or are awaited
  let waiting = 0;
  let asked = null;

  const listId = (input) => `${input.id}-suggestions`;
  const listOf = (input) => document.getElementById(listId(input));
  const options = (input) => [...(listOf(input)?.children ?? [])];
  const active = (input) => document.getElementById(input.getAttribute("aria-activedescendant"));

  function prepare(input) {
    if (listOf(input)) return;
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", listId(input));
    const list = document.createElement("ul");
    list.id = listId(input);
    list.className = "suggestions";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.dataset.label);
    const status = document.createElement("p");
    status.className = "vh";
    status.setAttribute("role", "status");
    input.after(list, status);
  }

  function close(input) {
    clearTimeout(waiting);
    asked?.abort();
    if (!listOf(input)) return;
    listOf(input).hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function option(input, suggestion, place) {
    const item = document.createElement("li");
    item.id = `${listId(input)}-${place}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.dataset.url = suggestion.url;
    const kind = document.createElement("span");
    kind.className = "prov";
    kind.textContent = suggestion.kind;
    const comma = document.createElement("span");
    comma.className = "vh";
    comma.textContent = ",";
    item.append(suggestion.title, comma, " ", kind);
    return item;
  }

  function show(input, { suggestions, said }) {
    const list = listOf(input);
    list.replaceChildren(...suggestions.map((one, place) => option(input, one, place)));
    list.hidden = !suggestions.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.removeAttribute("aria-activedescendant");
    list.nextElementSibling.textContent = said;
  }

  async function ask(input) {
    asked = new AbortController();
    const address = `${input.dataset.suggestions}?${new URLSearchParams({ q: input.value })}`;
    try {
      const answer = await fetch(address, { signal: asked.signal });
      if (answer.ok && document.activeElement === input) show(input, await answer.json());
    } catch {
      // another key came first, or there is no network: the box still searches
    }
  }

  function move(input, step) {
    const all = options(input);
    const now = all.indexOf(active(input));
    const next = now < 0 && step < 0 ? all.length - 1 : now + step;
    all.forEach((item, place) => item.setAttribute("aria-selected", String(place === next)));
    if (all[next]) {
      input.setAttribute("aria-activedescendant", all[next].id);
      all[next].scrollIntoView({ block: "nearest" });
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  }

  const isBox = (element) => element instanceof HTMLInputElement && "suggestions" in element.dataset;

  document.addEventListener("input", ({ target }) => {
    if (!isBox(target)) return;
    prepare(target);
    box = target;
    close(target);
    if (target.value.trim()) waiting = setTimeout(ask, PAUSE, target);
  });

  document.addEventListener("keydown", (event) => {
    const input = event.target;
    if (!isBox(input) || !listOf(input) || event.isComposing) return;
    if (listOf(input).hidden) {
      if (event.key === "ArrowDown" && input.value.trim()) ask(input);
      return;
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(input, event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape") {
      event.preventDefault();
      close(input);
    } else if (event.key === "Enter" && active(input)) {
      event.preventDefault();
      window.location.assign(active(input).dataset.url);
    }
  });

  // before the box loses the focus, which would close the list under the pointer
  document.addEventListener("mousedown", (event) => {
    if (event.target.closest?.(".suggestions")) event.preventDefault();
  });
  document.addEventListener("click", ({ target }) => {
    const item = target.closest?.(".suggestions [role=option]");
    if (item) window.location.assign(item.dataset.url);
  });
  document.addEventListener("focusout", ({ target }) => {
    if (isBox(target)) close(target);
  });
  document.addEventListener("submit", () => box && close(box));

  const prepareAll = () => document.querySelectorAll("input[data-suggestions]").forEach(prepare);
  document.addEventListener("htmx:afterSwap", prepareAll);
  prepareAll();
})();
