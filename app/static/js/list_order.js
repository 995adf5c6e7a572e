// Candidates are put in order by dragging their rows. Without this file the numbers and the buttons do the same.
"use strict";

(() => {
  const rows = document.querySelector("#kandidatene tbody");
  if (!rows) return;

  const name = (row) => row.querySelector("[name^=first_name-]").value + row.querySelector("[name^=last_name-]").value;
  let dragged = null;

  const number = () => {
    let place = 0;
    for (const row of rows.children) if (name(row).trim()) row.querySelector("[name^=position-]").value = ++place;
  };

  for (const row of rows.querySelectorAll("tr[data-candidate]")) {
    const handle = row.firstElementChild;
    handle.draggable = true;
    handle.classList.add("drag-handle");
    handle.addEventListener("dragstart", (event) => {
      dragged = row;
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
    number();
  });
})();
