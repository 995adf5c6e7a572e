// Shows while one types which district an address lies in. Without this file the form does the same, on its own page.
"use strict";

(() => {
  const form = document.querySelector(".find-district");
  if (!form) return;

  const field = form.querySelector("input[type=search]");
  const day = form.querySelector("input[type=date]");
  const message = document.getElementById("adresse-melding");
  const SHORTEST = 3; // letters before an answer is of any use
  const PAUSE = 250; // milliseconds of rest before anything is asked for

  let asked = 0;
  let waiting = 0;

  const put = (part) => {
    document.getElementById("funnet").replaceWith(part);
    message.textContent = part.dataset.told ?? "";
  };

  const empty = () => {
    const part = document.createElement("div");
    part.id = "funnet";
    part.className = "flow";
    return part;
  };

  const show = async () => {
    const number = ++asked;
    if (field.value.trim().length < SHORTEST) {
      put(empty());
      return;
    }
    const wanted = new URLSearchParams({ q: field.value, dato: day.value });
    try {
      const answer = await fetch(`${form.getAttribute("action")}?${wanted}`, { headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const part = page.getElementById("funnet");
      if (answer.ok && part && number === asked) put(part);
    } catch {
      // No network: the button says so
    }
  };

  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, PAUSE);
  };

  field.addEventListener("input", soon);
  day.addEventListener("change", soon);
})();
