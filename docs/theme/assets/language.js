// With JavaScript, the language switch also keeps the heading that the reader is at.
document.querySelectorAll("[data-tm-language]").forEach((link) => {
  link.addEventListener("click", () => {
    link.hash = location.hash;
  });
});

// Material asks for a sitemap.xml beside every alternate link and expects one per language, not one per page.
// The links have done their work (they are for crawlers); take them away before it looks.
document.querySelectorAll("link[rel=alternate]").forEach((link) => link.remove());
