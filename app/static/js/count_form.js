// A unit's figures: sums as they are typed, and Enter goes to the next line. Without this file the server tells the same.
"use strict";

(() => {
  const form = document.querySelector("[data-count-form]");
  if (!form) return;

  const inputs = [...form.querySelectorAll("input[data-line]")];
  const whole = (input) => /^\d+$/.test(input.value.replace(/\s/g, "")) ? Number(input.value.replace(/\s/g, "")) : null;
  const ofLists = (line) => /^(list|unchanged|changed):/.test(line);
  const isPart = (line) => line !== "ticks" && !line.startsWith("sum:");

  const sum = (belongs) => {
    let total = 0;
    for (const input of inputs) {
      if (!belongs(input.dataset.line)) continue;
      const number = whole(input);
      if (number === null) return null;
      total += number;
    }
    return total;
  };

  const show = () => {
    for (const output of form.querySelectorAll("output[data-sum]")) {
      const total = sum(output.dataset.sum === "sum:lists" ? ofLists : isPart);
      const typed = whole(document.getElementById("tall-" + output.dataset.sum));
      output.value = total === null ? "" : total === typed ? output.dataset.right : output.dataset.wrong + " " + total;
      output.classList.toggle("count-wrong", total !== null && typed !== null && total !== typed);
    }
  };

  const folded = (each) => each.closest("details:not([open])");
  const visible = () => [...form.querySelectorAll("input[data-line], textarea")].filter((each) => !folded(each));

  form.addEventListener("input", show);
  form.addEventListener("keydown", (event) => {
    if (event.target.tagName !== "INPUT") return;
    const order = visible();
    const at = order.indexOf(event.target);
    const step = event.key === "Enter" || event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const next = order[at + step];
    if (!step || (event.key === "Enter" && (!next || next.tagName !== "INPUT"))) return;
    event.preventDefault();
    if (!next) return;
    next.focus();
    if (next.select) next.select();
  });

  show();
  const first = inputs.find((each) => each.getAttribute("aria-invalid")) || visible()[0];
  if (first && !form.parentElement.querySelector("[autofocus]")) first.focus();
})();
