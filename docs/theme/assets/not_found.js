// Of all pages, keep the three whose address is nearest to the one that was asked for, in the language asked for.
(() => {
  const box = document.getElementById("tm-nearest");
  const english = /\/en(\/|$)/.test(location.pathname);
  const asked = location.pathname.replace(/(index)?\.html$/, "").split("/").filter(Boolean).slice(-2).join("/").toLowerCase();
  const distance = (a, b) => {
    let row = [...Array(b.length + 1).keys()];
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++) {
        next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] !== b[j - 1]));
      }
      row = next;
    }
    return row[b.length];
  };
  const near = (item) => {
    const path = item.textContent.replace(/\/$/, "");
    const last = path.split("/").pop();
    return Math.min(distance(asked, path), distance(asked.split("/").pop(), last) + (last === path ? 0 : 0.5));
  };
  const items = [...box.querySelectorAll("li")].map((item) => [near(item), item]).sort((a, b) => a[0] - b[0]);
  items.forEach(([, item], rank) => {
    if (rank >= 3) item.remove();
    else if (english && !item.firstChild.getAttribute("href").includes("/en/")) {
      const link = item.firstChild;
      const root = box.dataset.root.replace(/\/?$/, "/");
      link.href = `${root}en/${link.textContent}`;
    }
  });
  items.slice(0, 3).forEach(([, item]) => item.parentNode.append(item)); // nearest first
  box.hidden = false;
})();
