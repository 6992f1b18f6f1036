// A refresh that fails leaves the page as it is, with what was ticked, and offers to try again.
(() => {
  "use strict";

  const LIST = "finding";

  // with the values that the form has by then
  const ask = ({ requestConfig, etc }) =>
    htmx
      .ajax("GET", requestConfig.path, { source: requestConfig.elt, push: etc.push })
      .catch(() => {}); // it has been said again

  function offer({ detail }) {
    const before = document.querySelector(`#${LIST} .failed`);
    const hadFocus = before?.contains(document.activeElement);
    const said = document.getElementById("list-failed").content.cloneNode(true);
    const again = said.querySelector("button");
    again.addEventListener("click", () => ask(detail));
    before?.remove();
    document.getElementById("list-status").textContent = ""; // no longer being looked up
    document.getElementById("results").prepend(said);
    if (hadFocus) again.focus();
  }

  for (const failure of ["responseError", "sendError", "timeout"]) {
    document.addEventListener(`htmx:${failure}`, offer);
  }

  document.addEventListener("htmx:beforeSwap", (event) => {
    const { xhr } = event.detail;
    if (xhr.status === 404) {
      event.preventDefault();
      window.location.assign(xhr.responseURL); // a page past the end says where the list ends
    } else if (xhr.status < 400 && !event.detail.serverResponse.includes(`id="${LIST}"`)) {
      event.preventDefault();
      offer(event); // some other page, as of a network that wants a password first
    }
  });
})();
