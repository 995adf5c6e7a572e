// The meeting room: keys, what is typed kept as it is typed, and a queue for when there is no network.
// Without this file each form is sent by itself, one page at a time.
"use strict";

(() => {
  const box = document.getElementById("ko");
  if (!box) return;

  const told = document.getElementById("fort");
  const QUEUE = `verv:kø:${location.pathname}`;
  const DRAFTS = `verv:utkast:${location.pathname}`;
  const RETRY = 3000; // milliseconds before it is tried again without network
  const OWN = /(^|-)(csrf_token|event_id|sequence|moment)$/;

  const room = () => document.getElementById("motet");
  const stored = (key, empty) => JSON.parse(localStorage.getItem(key) ?? "null") ?? empty;
  const store = (key, value) => localStorage.setItem(key, JSON.stringify(value));

  let queue = stored(QUEUE, []);
  let drafts = stored(DRAFTS, {});
  let sending = false;
  let offline = false;
  let waiting = 0;

  // An id that nobody else makes, also where the page does not come over TLS
  const newId = () =>
    [...crypto.getRandomValues(new Uint8Array(16))].map((each) => each.toString(16).padStart(2, "0")).join("");

  // 1. What is typed is kept until it is recorded

  const formKey = (form) => form.getAttribute("action");

  const typedIn = (form) => {
    const values = {};
    for (const field of form.elements) {
      if (!field.name || OWN.test(field.name) || field.type === "hidden" || field.type === "submit") continue;
      if (field.type === "checkbox" || field.type === "radio") {
        values[field.name] ??= [];
        if (field.checked) values[field.name].push(field.value);
      } else values[field.name] = [field.value];
    }
    return values;
  };

  const putBack = (form, values) => {
    for (const field of form.elements) {
      const kept = values[field.name];
      if (!kept) continue;
      if (field.type === "checkbox" || field.type === "radio") field.checked = kept.includes(field.value);
      else if (field.tagName !== "SELECT" || [...field.options].some((each) => each.value === kept[0]))
        field.value = kept[0];
    }
  };

  const restore = () => {
    for (const form of room().querySelectorAll("details form")) {
      const kept = drafts[formKey(form)];
      if (!kept || form.querySelector("[aria-invalid]")) continue;
      putBack(form, kept);
      form.closest("details.act").open = true;
    }
  };

  document.addEventListener("input", (event) => {
    const form = event.target.form;
    if (!form?.closest("#motet details.act")) return;
    drafts[formKey(form)] = typedIn(form);
    store(DRAFTS, drafts);
  });

  const forget = (key) => {
    delete drafts[key];
    store(DRAFTS, drafts);
  };

  // 2. The queue: everything goes through it, in order, and leaves it only when the server has it

  const summary = (form) => {
    const said = [];
    for (const field of form.elements) {
      if (!field.name || OWN.test(field.name) || /-before$/.test(field.name)) continue;
      if (["hidden", "submit"].includes(field.type)) continue;
      if (field.type === "checkbox" || field.type === "radio") {
        if (field.checked) said.push(field.labels[0]?.textContent.trim());
      } else if (field.tagName === "SELECT") said.push(field.selectedOptions[0]?.textContent.trim());
      else if (field.value.trim()) said.push(field.value.trim());
    }
    return [form.dataset.title, said.filter(Boolean).join(" · ")].filter(Boolean).join(": ");
  };

  const add = (form) => {
    const fields = [...new FormData(form)].filter(([name]) => !OWN.test(name));
    const prefix = [...form.elements].find((each) => /event_id$/.test(each.name))?.name.replace("event_id", "") ?? "";
    queue.push({
      id: newId(),
      moment: new Date().toISOString(),
      action: formKey(form),
      prefix,
      fields,
      title: summary(form),
      state: "waiting",
    });
    store(QUEUE, queue);
  };

  const body = (entry) => {
    const sent = new URLSearchParams(entry.fields);
    sent.set(`${entry.prefix}event_id`, entry.id);
    sent.set(`${entry.prefix}moment`, entry.moment);
    sent.set(`${entry.prefix}sequence`, room().dataset.sequence);
    sent.set(`${entry.prefix}csrf_token`, room().querySelector("[name$=csrf_token]")?.value ?? "");
    return sent;
  };

  const place = (part) => {
    const here = document.activeElement?.id;
    const scrolled = room().querySelector(".paper")?.scrollTop ?? 0;
    const wasAtEnd = isAtEnd(room().querySelector(".paper"));
    room().replaceWith(part);
    restore();
    const paper = part.querySelector(".paper");
    if (paper) paper.scrollTop = wasAtEnd ? paper.scrollHeight : scrolled;
    const before = here ? document.getElementById(here) : null;
    (part.querySelector("[autofocus]") ?? before ?? part).focus({ preventScroll: true });
  };

  const isAtEnd = (paper) => !paper || paper.scrollTop + paper.clientHeight > paper.scrollHeight - 80;

  const later = () => {
    offline = true;
    clearTimeout(waiting);
    waiting = setTimeout(flush, RETRY);
  };

  const sendFirst = async () => {
    const entry = queue[0];
    let answer;
    try {
      answer = await fetch(entry.action, { method: "POST", body: body(entry), headers: { Accept: "text/html" } });
    } catch {
      later();
      return false;
    }
    if (answer.status >= 500) {
      later();
      return false;
    }
    offline = false;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const part = page.getElementById("motet");
    if (answer.ok && part) {
      queue.shift();
      forget(entry.action);
      place(part);
      told.textContent = entry.title;
    } else if (answer.status === 422 && queue.length === 1 && part) {
      queue.shift();
      place(part);
    } else {
      entry.state = answer.status === 409 ? "meanwhile" : "refused";
      entry.told = page.querySelector(".ds-error-summary li")?.textContent.trim() ?? page.querySelector("h1")?.textContent ?? "";
      if (part && answer.status === 409) {
        page.querySelector(".ds-error-summary")?.remove();
        place(part);
      }
    }
    store(QUEUE, queue);
    return answer.ok && Boolean(part);
  };

  const flush = async () => {
    if (sending) return;
    sending = true;
    while (queue.length && queue[0].state === "waiting" && (await sendFirst()));
    sending = false;
    show();
  };

  // 3. What waits is shown, and can be sent again or dropped

  const element = (tag, text, attributes = {}) => {
    const made = document.createElement(tag);
    made.textContent = text;
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  };

  const button = (text, work) => {
    const made = element("button", text, { type: "button", class: "ds-button", "data-variant": "secondary" });
    made.addEventListener("click", work);
    return made;
  };

  const line = (entry) => {
    const made = element("li", entry.title);
    if (entry.state === "waiting") return made;
    const why = entry.state === "meanwhile" ? box.dataset.meanwhile : `${box.dataset.refused} ${entry.told ?? ""}`;
    made.append(element("p", why));
    made.append(
      button(box.dataset.again, () => {
        entry.state = "waiting";
        store(QUEUE, queue);
        flush();
      }),
      button(box.dataset.drop, () => {
        queue = queue.filter((each) => each !== entry);
        store(QUEUE, queue);
        show();
        flush();
      }),
    );
    return made;
  };

  const show = () => {
    box.hidden = !queue.length;
    const list = document.createElement("ol");
    for (const entry of queue) list.append(line(entry));
    box.replaceChildren(element("p", offline ? box.dataset.offline : box.dataset.waiting), list);
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.closest("#motet")) return;
    event.preventDefault();
    add(form);
    const details = form.closest("details.act");
    if (details) {
      details.open = false;
      form.reset();
      forget(formKey(form));
    }
    show();
    flush();
  });

  // 4. Keys: a letter opens a form, or does what its button does

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const within = event.target.closest("input, select, textarea");
    if (event.key === "Escape") {
      const open = event.target.closest("details.act");
      if (open) {
        open.open = false;
        open.querySelector("summary").focus();
      }
      return;
    }
    if (within && within.type !== "checkbox" && within.type !== "radio") return;
    const found = room().querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (!found) return;
    event.preventDefault();
    if (found.tagName === "FORM") found.requestSubmit();
    else {
      found.open = true;
      found.querySelector("form :is(input:not([type=hidden]), select, textarea, button)").focus();
    }
  });

  addEventListener("online", flush);
  document.documentElement.classList.add("has-keys");
  restore();
  show();
  flush();
})();
