// SPDX-License-Identifier: BSL-1.0

// Where the same stands in Python and in C++, shows the one that the reader has chosen.
const NAMES = {"highlight-python": "Python", "highlight-pycon": "Python", "highlight-cpp": "C++"};

function chosen() {
  try { return localStorage.getItem("zhibu-language") || "Python"; } catch { return "Python"; }
}

function choose(name) {
  try { localStorage.setItem("zhibu-language", name); } catch { /* the choice is not kept */ }
  for (const both of document.querySelectorAll(".both")) {
    for (const part of both.querySelectorAll("[data-language]"))
      part.hidden = part.dataset.language !== name;
    for (const button of both.querySelectorAll(".tabs button"))
      button.setAttribute("aria-selected", String(button.textContent === name));
  }
}

function tabs(both) {
  const row = document.createElement("p");
  row.className = "tabs";
  row.setAttribute("role", "tablist");
  for (const name of new Set(Object.values(NAMES))) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name;
    button.setAttribute("role", "tab");
    button.addEventListener("click", () => choose(name));
    row.append(button);
  }
  for (const part of both.children)
    for (const [kind, name] of Object.entries(NAMES))
      if (part.classList.contains(kind) || part.querySelector(`:scope > .${kind}`))
        part.dataset.language = name;
  both.prepend(row);
}

// In the rulebook, leaves those rules that hold all the words typed.
function filter(place) {
  const input = document.createElement("input");
  input.type = "search";
  input.setAttribute("aria-label", place.textContent.trim());
  input.addEventListener("input", () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const rule of document.querySelectorAll(".rule"))
      rule.hidden = !words.every(word => rule.textContent.toLowerCase().includes(word));
    for (const section of document.querySelectorAll("section section"))
      section.hidden = !section.querySelector(".rule:not([hidden])");
  });
  place.append(input);
}

document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll(".both").forEach(tabs);
  choose(chosen());
  document.querySelectorAll("p.filter").forEach(filter);
});
