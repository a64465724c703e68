
"use strict";
(() => {
  const form = document.querySelector("form.filter");
  if (!form) return;
  const nothing = document.querySelector(".nothing");
  const cards = [...document.querySelectorAll(".card")].map((node) => ({
    node,
    text: node.closest(".file").querySelector("h3").textContent.toLowerCase() +
      " " + node.textContent.toLowerCase().replace(/\s+/g, " "),
  }));

  const filter = () => {
    const chosen = new FormData(form);
    const severities = chosen.getAll("severity");
    const words = chosen.get("text").toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { node, text } of cards) {
      const { severity, category, file } = node.dataset;
      const fits = severities.includes(severity) &&
        [category, ""].includes(chosen.get("category")) &&
        [file, ""].includes(chosen.get("file")) &&
        words.every((word) => text.includes(word));
      node.hidden = !fits;
      shown += fits;
    }
    for (const section of document.querySelectorAll(".file")) {
      section.hidden = !section.querySelector(".card:not([hidden])") &&
        (shown < cards.length || !section.querySelector(".failure"));
    }
    form.querySelector("output").textContent = shown === cards.length
      ? `${shown} shown` : `${shown} of ${cards.length} shown`;
    nothing.hidden = shown > 0;
  };

  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  for (const link of document.querySelectorAll("a[data-filter]")) {
    link.addEventListener("click", () => {
      form.reset();
      form.elements[link.dataset.filter].value = link.dataset.value;
      setTimeout(filter);
    });
  }
  form.hidden = false;
  filter();
})();
