// Find the messages of this page in a pasted text. torchmemo/errors.py does the same; the tests hold one against the other.
(() => {
  const box = document.querySelector(".tm-explain");
  if (!box) return;
  const same = [
    [/\x1b\[[0-9;]*m/g, " "],
    [/\b(?:torch\.)?(?:cuda\.)?(?:float|double|half|bfloat16|complex\w*|int|long|short|char|byte|bool)tensor\b/g, " dtype "],
    [/\b(?:torch\.)?(?:u?int(?:8|16|32|64)|b?float(?:16|32|64)?|float8\w*|double|half|complex(?:32|64|128)?|cfloat|cdouble|c(?:omplex)?(?:float|double|half)|long|short|byte|char|bool|int)\b/g, " dtype "],
    [/\b(?:cuda|cpu|mps|xpu|meta)(?::\d+)?\b/g, " device "],
    [/\b0x[0-9a-f]+\b/g, " 0 "],
    [/\b\d+d\b/g, " 0d "],
    [/\b\d+(?:\.\d+)?(?:e[+-]?\d+)?(?:x\d+)*\b/g, " 0 "],
    [/[^a-z0-9_]+/g, " "],
    [/\b0(?: 0)+\b/g, "0"],
  ];
  const normalize = (text) =>
    same.reduce((words, [pattern, by]) => words.replace(pattern, by), text.toLowerCase()).trim();
  const entries = [...document.querySelectorAll("h3.tm-message")].map((heading) => {
    const message = heading.querySelector("code").textContent;
    let below = heading.nextElementSibling;
    while (below.tagName !== "P") below = below.nextElementSibling;
    return { message, words: ` ${normalize(message)} `, id: heading.id, advice: below };
  });
  entries.sort((a, b) => b.message.length - a.message.length);
  const field = box.querySelector("textarea");
  const output = box.querySelector("[role=status]");
  const search = () => {
    const words = ` ${normalize(field.value)} `;
    const found = entries.filter((entry) => words.includes(entry.words));
    output.replaceChildren();
    for (const { message, id, advice } of found) {
      const link = Object.assign(document.createElement("a"), { href: `#${id}` });
      link.append(Object.assign(document.createElement("code"), { textContent: message }));
      const item = document.createElement("p");
      item.append(link, document.createElement("br"), ...[...advice.childNodes].map((node) => node.cloneNode(true)));
      output.append(item);
    }
    if (!found.length && words.trim()) output.textContent = output.dataset.none;
  };
  field.addEventListener("input", search);
  box.hidden = false;
  search(); // a browser may keep what was typed before a reload
})();
