// The search box, beside what Material does: it also listens to what is pasted, and offers the error finder for an error.
(() => {
  const field = document.querySelector("[data-md-component=search-query]");
  const meta = document.querySelector(".md-search-result__meta");
  if (!field || !meta) return;
  const says = {
    ko: "오류 메시지로 보인다. 전체를 ‘오류 찾기’에서 찾는다",
    en: "This looks like an error. Look all of it up in the error finder",
  };
  const { base } = JSON.parse(document.querySelector("#__config").textContent);
  const finder = new URL(`${base.replace(/\/$/, "")}/errors/`, location.href);
  const offer = document.createElement("a");
  Object.assign(offer, { className: "tm-offer", href: finder, hidden: true });
  const words = document.createElement("span"); // Enter takes the link whose element has the best score: never this one
  words.dataset.mdScore = "-1";
  words.textContent = says[document.documentElement.lang];
  offer.append(words);
  meta.after(offer);

  const longest = 300; // letters that the box keeps
  const trace = /Traceback \(most recent call last\)|\b[A-Z]\w*(?:Error|Exception|Warning|Interrupt)\b\s*:|^\s*File "|\berror:|CUDA error/m;
  let all = ""; // of a paste, the whole text: the box keeps one line of it

  // The last line that names an error, or else the last line that says something.
  const line = (text) => {
    const lines = text.slice(-200000).replace(/\x1b\[[0-9;]*m/g, "").split(/[\r\n]+/).map((one) => one.slice(0, 2000).trim());
    const found = lines.findLast((one) => /^(?:\[\w+\]:\s*)?[\w.]*(?:Error|Exception|Warning|Interrupt)\b/.test(one));
    return (found || lines.findLast((one) => one) || "").slice(0, longest);
  };
  const keep = (text) => {
    all = text;
    field.value = line(text);
  };
  field.addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain") || "";
    if (text.length <= longest && !text.trim().includes("\n")) return;
    event.preventDefault();
    keep(text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  field.addEventListener("input", () => {
    if (field.value.length > longest) keep(field.value);
    else if (all && field.value !== line(all)) all = "";
    offer.hidden = !(all ? trace.test(all.slice(-200000)) || all.includes("\n") : trace.test(field.value));
    field.dispatchEvent(new KeyboardEvent("keyup")); // Material listens to keys alone
  });
  field.form.addEventListener("reset", () => {
    all = "";
    offer.hidden = true;
  });
  offer.addEventListener("click", (event) => {
    const text = all || field.value;
    for (const length of [text.length, 4e6, 1e6, 1e5]) // a browser may keep less; an error stands at the end
      try {
        sessionStorage.setItem("tm-explain", text.slice(-length));
        break;
      } catch {}
    if (finder.pathname !== location.pathname) return;
    event.preventDefault();
    location.reload();
  });
})();
