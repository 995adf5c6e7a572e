// The slider over the term: puts the council of another day in place without leaving the page.
// Without this file the date field and the links do the same, one page at a time.
"use strict";

(() => {
  const form = document.querySelector(".travel");
  const slide = form?.querySelector(".travel-slide");
  if (!slide) return;

  const slider = slide.querySelector("input");
  const field = form.querySelector("input[type=date]");
  const DAY = 24 * 60 * 60 * 1000;
  const PAUSE = 120; // milliseconds of rest before a day is asked for
  const first = Date.parse(slide.dataset.first);
  const days = Math.round((Date.parse(slide.dataset.last) - first) / DAY);
  const words = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeZone: "UTC" });

  const dayAt = (place) => new Date(first + place * DAY);
  const iso = (day) => day.toISOString().slice(0, 10);

  let asked = 0;
  let waiting = 0;

  const tell = () => {
    const day = dayAt(Number(slider.value));
    field.value = iso(day);
    slider.setAttribute("aria-valuetext", words.format(day));
  };

  const show = async () => {
    const number = ++asked;
    const address = `${form.getAttribute("action")}?dato=${field.value}`;
    try {
      const answer = await fetch(address, { headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const part = page.getElementById("dagen");
      if (number !== asked) return;
      if (!answer.ok || !part) throw new Error(String(answer.status));
      document.getElementById("dagen").replaceWith(part);
      document.title = page.title;
      history.replaceState(null, "", address);
    } catch {
      if (number === asked) form.requestSubmit();
    }
  };

  slider.max = String(days);
  slider.value = String(Math.round((Date.parse(field.defaultValue) - first) / DAY));
  slide.hidden = false;
  tell();

  slider.addEventListener("input", () => {
    tell();
    clearTimeout(waiting);
    waiting = setTimeout(show, PAUSE);
  });
})();
