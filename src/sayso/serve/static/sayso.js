// Pointing at a finding lights its words; pointing at words lights their finding. Every page works without this file.
"use strict";

(() => {
  const text = document.querySelector("[data-marked]");
  const column = document.querySelector("[data-findings]");
  if (!text || !column) return;

  const byId = new Map();
  const add = (id, element) => {
    if (!byId.has(id)) byId.set(id, []);
    byId.get(id).push(element);
  };
  for (const element of text.querySelectorAll("[data-of]")) {
    for (const id of element.dataset.of.split(" ")) add(id, element);
  }
  const cards = new Map();
  for (const card of document.querySelectorAll("[data-card]")) {
    cards.set(card.dataset.card, card);
  }

  let lit = [];
  const light = (id) => {
    for (const element of lit) element.classList.remove("lit");
    lit = id ? [...(byId.get(id) ?? []), cards.get(id)].filter(Boolean) : [];
    for (const element of lit) element.classList.add("lit");
  };

  for (const [id, card] of cards) {
    card.addEventListener("mouseenter", () => light(id));
    card.addEventListener("focusin", () => light(id));
    card.addEventListener("mouseleave", () => light(null));
  }
  text.addEventListener("mouseover", (event) => {
    const link = event.target.closest("a[data-head]");
    light(link ? link.dataset.head : null);
    const card = link && cards.get(link.dataset.head);
    // only the column moves, never the page under the reader's eyes
    if (card && column.scrollHeight > column.clientHeight) column.scrollTop = card.offsetTop - column.clientHeight / 3;
  });
  text.addEventListener("mouseleave", () => light(null));
})();
