// The box on the front page. A question opens this site's search; an error message or a traceback goes to the error
// finder. Nothing is sent: the text is left in sessionStorage["tm-explain"], and explain.js on that page takes it from
// there (once: it removes the key), puts it into its own box and looks for it.
(() => {
  const form = document.querySelector(".tm-ask");
  if (!form) return;
  const field = form.querySelector("textarea");
  const button = form.querySelector("button");
  const surely = /\n|^\s*Traceback|^\s*File "|\b[A-Z]\w*(?:Error|Exception|Warning|Interrupt): \S/;
  const asked = /[?？]\s*$|[가-힣]|^(?:how|why|what|when|where|which|who|is|are|do|does|did|can|could|should|must|will)\b/i;
  const likely = /\b[A-Z]\w*(?:Error|Exception|Warning)\b|\b(?:cannot|can't|could not|couldn't|unable to|expected|must (?:be|have|match)|invalid|not (?:supported|implemented|callable|defined)|unsupported|unexpected|failed|mismatch|missing \d|out of (?:memory|range|bounds)|has no attribute|too (?:many|old)|deprecated)\b/i;
  const isError = (text) => surely.test(text.trim()) || (likely.test(text) && !asked.test(text.trim()));

  const show = () => {
    button.textContent = isError(field.value) ? button.dataset.error : button.dataset.question;
    form.classList.toggle("tm-ask--error", isError(field.value));
  };
  const hand = (text) => {
    for (const length of [text.length, 4e6, 1e6, 1e5]) // a browser may keep less; an error stands at the end
      try {
        sessionStorage.setItem("tm-explain", text.slice(-length));
        break;
      } catch {}
    location.assign(form.dataset.errors);
  };
  const go = (event) => {
    event.preventDefault();
    const text = field.value.trim();
    if (!text) return field.focus();
    if (isError(field.value)) return hand(field.value);
    const search = document.querySelector("[data-md-component=search-query]");
    const toggle = document.querySelector("#__search");
    toggle.checked = true;
    toggle.dispatchEvent(new Event("change", { bubbles: true }));
    search.value = text;
    search.focus();
    search.dispatchEvent(new Event("input", { bubbles: true }));
    search.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true, key: "Unidentified" }));
  };
  field.addEventListener("input", show);
  field.addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain") || "";
    if (text.length < 1e5) return;
    event.preventDefault(); // a log: the finder reads it without showing all of it
    hand(text);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return; // Hangul is being composed: not yet
    event.stopPropagation(); // the search, open by then, would take the same Enter for its first result
    go(event);
  });
  form.addEventListener("submit", go);
  show(); // a browser may keep what was typed before a reload
})();
