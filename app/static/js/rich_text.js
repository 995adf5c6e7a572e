// A small editor over each text area marked data-rich-text: headings, lists, tables, links. What it writes is cleaned
// on the server; without this file the text area takes plain text.
"use strict";

(() => {
  const form = document.querySelector("form[data-words]");
  if (!form) return;
  const words = JSON.parse(form.dataset.words);
  const table = "<table><tbody><tr><th scope=\"col\">&nbsp;</th><th scope=\"col\">&nbsp;</th></tr><tr><td>&nbsp;</td><td>&nbsp;</td></tr></tbody></table><p><br></p>";
  const block = (tag) => () => document.execCommand("formatBlock", false, tag);
  const plain = (command) => () => document.execCommand(command);
  const link = () => {
    const address = prompt(words.address, "https://");
    if (address && /^(https?:|mailto:)/.test(address)) document.execCommand("createLink", false, address);
  };
  const acts = [
    ["p", block("p")], ["h3", block("h3")], ["h4", block("h4")], ["bold", plain("bold")], ["italic", plain("italic")],
    ["ul", plain("insertUnorderedList")], ["ol", plain("insertOrderedList")], ["link", link],
    ["table", () => document.execCommand("insertHTML", false, table)],
  ];

  const paragraphs = (text) => {
    const holder = document.createElement("div");
    for (const part of text.split(/\n\s*\n/)) {
      if (!part.trim()) continue;
      const paragraph = document.createElement("p");
      paragraph.textContent = part.trim();
      holder.append(paragraph);
    }
    return holder.innerHTML;
  };

  for (const area of form.querySelectorAll("textarea[data-rich-text]")) {
    const bar = document.createElement("div");
    bar.className = "row rich-text-bar";
    bar.setAttribute("role", "toolbar");
    bar.setAttribute("aria-label", words.toolbar);
    const page = document.createElement("div");
    page.className = "ds-input rich-text flow case-text";
    page.contentEditable = "true";
    page.setAttribute("role", "textbox");
    page.setAttribute("aria-multiline", "true");
    page.setAttribute("aria-labelledby", `${area.id}-navn`);
    // The text is our own, cleaned on the server; what was just typed and refused may not be, so it is read as a
    // document that runs nothing.
    const read = new DOMParser().parseFromString(area.value, "text/html").body;
    for (const each of read.querySelectorAll("script, style, iframe, object, embed, img, form")) each.remove();
    for (const each of read.querySelectorAll("*")) {
      for (const { name } of [...each.attributes]) if (!["href", "scope", "colspan", "rowspan"].includes(name)) each.removeAttribute(name);
    }
    page.append(...read.childNodes);
    const keep = () => { area.value = page.innerText.trim() ? page.innerHTML : ""; };
    for (const [name, act] of acts) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "ds-button";
      button.dataset.variant = "tertiary";
      button.textContent = words[name];
      button.addEventListener("mousedown", (event) => event.preventDefault());
      button.addEventListener("click", () => { page.focus(); act(); keep(); });
      bar.append(button);
    }
    page.addEventListener("focus", () => {
      document.execCommand("defaultParagraphSeparator", false, "p");
      document.execCommand("styleWithCSS", false, false);
    });
    page.addEventListener("input", keep);
    page.addEventListener("paste", (event) => {
      event.preventDefault();
      document.execCommand("insertHTML", false, paragraphs(event.clipboardData.getData("text/plain").replaceAll("\r\n", "\n")));
      keep();
    });
    area.hidden = true;
    area.before(bar, page);
    document.querySelector(`label[for="${area.id}"]`)?.addEventListener("click", () => page.focus());
  }
})();
