// What Material leaves unsaid or out of reach for readers with a keyboard or a screen reader.
addEventListener("load", () => {
  // The search is a dialog, which needs a name. The frame of a copy button is no landmark of the page.
  const search = document.querySelector(".md-search");
  search?.setAttribute("aria-label", search.querySelector("input").getAttribute("aria-label"));
  document.querySelectorAll(".md-code__nav").forEach((frame) => frame.setAttribute("role", "presentation"));
});
