// Tables that Material lets scroll: so that the arrow keys reach them too.
addEventListener("load", () => {
  document.querySelectorAll(".md-typeset__scrollwrap").forEach((table) => {
    table.tabIndex = 0;
  });
});
