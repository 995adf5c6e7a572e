// The items of an agenda are put in order by dragging their rows. Without this file the buttons do the same.
"use strict";

(() => {
  const rows = document.querySelector("#sakslisten tbody");
  const form = document.querySelector("#rekkefolge");
  if (!rows || !form) return;

  const order = () => [...rows.children].map((row) => row.dataset.key).join(" ");
  let dragged = null;
  let before = "";

  for (const row of rows.children) {
    const handle = row.firstElementChild;
    handle.draggable = true;
    handle.classList.add("drag-handle");
    handle.addEventListener("dragstart", (event) => {
      dragged = row;
      before = order();
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setDragImage(row, 0, 0);
    });
    row.addEventListener("dragover", (event) => {
      if (!dragged || dragged === row) return;
      event.preventDefault();
      const after = event.offsetY > row.offsetHeight / 2;
      rows.insertBefore(dragged, after ? row.nextSibling : row);
    });
  }
  rows.addEventListener("drop", (event) => event.preventDefault());
  rows.addEventListener("dragend", () => {
    dragged = null;
    if (order() === before) return;
    form.elements.order.value = order();
    form.submit();
  });
})();
