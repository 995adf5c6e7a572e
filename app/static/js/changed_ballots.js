// Ballots are typed a line each: Enter goes to the next, what the line says stands beside it at once, names are offered
// as they are begun, and all is saved in the background. Without this file the same page is saved with its buttons.
"use strict";

(() => {
  const form = document.querySelector("form[data-lines]");
  if (!form) return;

  const desk = JSON.parse(form.dataset.lines);
  const { said, isDone, meant, codeOf } = vervBallotLines(desk);
  const { texts } = desk;
  const inputs = [...form.querySelectorAll(".ballot-line input")];
  const list = form.querySelector("#list_code");
  const offered = form.querySelector("#forslag");
  const MOST_OFFERED = 8;
  let changed = () => {}; // becomes what saves, on the page where lines are saved

  // What a line says.

  const show = (input) => {
    const parts = said(input.value).map(({ text, kind }) => {
      const part = document.createElement("span");
      part.className = `said said-${kind}`;
      part.textContent = text;
      return part;
    });
    const place = document.getElementById(input.getAttribute("aria-describedby"));
    place.replaceChildren(...parts.flatMap((part, at) => (at ? [" ", part] : [part])));
    const wrong = parts.some((part) => part.classList.contains("said-fault"));
    wrong ? input.setAttribute("aria-invalid", "true") : input.removeAttribute("aria-invalid");
  };

  const tellDone = () => {
    const place = document.getElementById("ferdig");
    const done = inputs.filter((input) => isDone(input.value)).length;
    if (place) place.textContent = texts.done.replace("%(done)s", done).replace("%(all)s", inputs.length);
  };

  // Names, offered as they are begun.

  let beginning = null; // where in the line the name that is being written stands

  const nameBeforeCaret = (input) => {
    const before = input.value.slice(0, input.selectionStart);
    const name = /(?:^|[\s,;])([^\d\s,;?][^\d,;?]*)$/.exec(before);
    return name && name[1].trim().length >= 2 ? { start: before.length - name[1].length, text: name[1] } : null;
  };

  const close = (input) => {
    offered.hidden = true;
    offered.replaceChildren();
    beginning = null;
    input?.removeAttribute("aria-activedescendant");
    input?.setAttribute("aria-expanded", "false");
  };

  const point = (input, at) => {
    for (const [place, option] of [...offered.children].entries()) {
      option.setAttribute("aria-selected", String(place === at));
      if (place === at) input.setAttribute("aria-activedescendant", option.id);
    }
  };

  const offer = (input) => {
    beginning = nameBeforeCaret(input);
    const found = beginning ? meant(beginning.text).slice(0, MOST_OFFERED) : [];
    if (!found.length) return close(input);
    offered.replaceChildren(
      ...found.map((each, at) => {
        const option = document.createElement("li");
        option.id = `forslag-${at}`;
        option.role = "option";
        option.dataset.code = codeOf(each);
        option.textContent = `${codeOf(each)} ${each.name}`;
        return option;
      }),
    );
    input.parentElement.after(offered);
    offered.hidden = false;
    input.setAttribute("aria-expanded", "true");
    point(input, found.length === 1 ? 0 : -1); // one of several is chosen with the arrows, never by chance
  };

  const take = (input, option) => {
    const rest = input.value.slice(input.selectionStart);
    const start = input.value.slice(0, beginning.start) + option.dataset.code;
    input.value = start + (rest || " ");
    input.setSelectionRange(start.length + 1, start.length + 1);
    close(input);
    show(input);
    changed();
  };

  // The keyboard.

  const goTo = (at) => {
    const target = inputs[at] ?? (at >= inputs.length ? document.getElementById("lever") : null);
    target?.focus();
    if (inputs[at]) inputs[at].select();
  };

  const keys = (event) => {
    const input = event.currentTarget;
    const at = inputs.indexOf(input);
    const options = [...offered.children];
    const pointed = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
    const open = !offered.hidden && options.length > 0;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Enter" && open && pointed >= 0) take(input, options[pointed]);
    else if (event.key === "Enter") goTo(event.shiftKey ? at - 1 : at + 1);
    else if (step && open) point(input, (Math.max(pointed, step < 0 ? 0 : -1) + step + options.length) % options.length);
    else if (step) goTo(Math.max(0, at + step));
    else if (event.key === "Escape" && open) close(input);
    else return;
    event.preventDefault();
  };

  for (const input of inputs) {
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-controls", "forslag");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.addEventListener("keydown", keys);
    input.addEventListener("blur", () => close(input));
    input.addEventListener("input", () => {
      show(input);
      offer(input);
      if (input.value && !list) document.getElementById(input.id.replace("other", "valg")).checked = true;
      changed();
    });
    show(input);
  }
  offered.addEventListener("mousedown", (event) => {
    event.preventDefault(); // the line keeps the focus
    const option = event.target.closest("li");
    if (option) take(document.activeElement, option);
  });

  if (!list) return;

  // The list that the clerk has in hand.

  const tellList = () => {
    const other = list.value.trim() && list.value.trim().toLowerCase() !== form.dataset.list.toLowerCase();
    const text = other ? texts.otherList.replace("%(sheet)s", form.dataset.list) : "";
    document.getElementById("list_code-feil").textContent = text;
    other ? list.setAttribute("aria-invalid", "true") : list.removeAttribute("aria-invalid");
    return !other;
  };
  list.addEventListener("input", tellList);
  list.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const empty = inputs.findIndex((input) => !isDone(input.value));
    if (tellList() && list.value.trim()) goTo(empty < 0 ? inputs.length : empty);
  });

  // Saving in the background. What is not saved yet is also kept in this window, for a page that is loaded again.

  const PAUSE = 1500; // milliseconds of rest before what is typed is sent
  const AGAIN = 5000;
  const state = document.getElementById("lagret");
  const seen = form.querySelector("#seen");
  const kept = `verv:${location.pathname}:${form.querySelector("#round").value}:${form.querySelector("#turn").value}`;
  let timer = 0;
  let sending = null;
  let dirty = false;
  let leaving = false;

  const keep = () =>
    sessionStorage.setItem(kept, JSON.stringify({ seen: seen.value, lines: inputs.map((input) => input.value) }));

  // Only what was typed on top of the very save that the page was made from.
  const restore = () => {
    const before = JSON.parse(sessionStorage.getItem(kept) ?? "null");
    if (before?.seen !== seen.value) return sessionStorage.removeItem(kept);
    for (const [at, input] of inputs.entries()) input.value = before.lines[at] ?? input.value;
    list.value ||= form.dataset.list;
    inputs.forEach(show);
    changed();
  };

  const send = async () => {
    const body = new FormData(form);
    body.set("act", "autosave");
    dirty = false;
    state.textContent = texts.saving;
    try {
      const answer = await fetch(form.action, { method: "POST", body, redirect: "error" });
      if (!answer.ok) return answer.status === 409 || answer.status === 422 ? told() : again();
      seen.value = (await answer.json()).edit;
      if (!dirty) {
        sessionStorage.removeItem(kept);
        state.textContent = texts.saved;
      } else {
        keep();
        wait(PAUSE);
      }
    } catch {
      again();
    }
  };

  const again = () => {
    dirty = true;
    state.textContent = texts.unsaved;
    wait(AGAIN);
  };

  // Refused, or saved by another: the whole page answers, with everything that was typed.
  const told = () => {
    leaving = true;
    form.querySelector("button[value=save]").click();
  };

  const save = () => {
    if (!leaving) sending ??= send().finally(() => (sending = null));
    return sending;
  };

  const wait = (pause) => {
    clearTimeout(timer);
    timer = setTimeout(save, pause);
  };

  changed = () => {
    dirty = true;
    tellDone();
    keep();
    wait(PAUSE);
  };

  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    leaving = !sending;
    if (leaving) return;
    event.preventDefault();
    sending.then(() => form.requestSubmit(event.submitter));
  });
  addEventListener("beforeunload", (event) => {
    if (dirty && !leaving) event.preventDefault();
  });
  restore();
  tellDone();
})();
