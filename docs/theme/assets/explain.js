// The box on the page of errors: what is pasted, typed, dropped or handed over by the home page is searched by
// explain_worker.js, off this thread, so that the page stays at hand whatever the size. Nothing is sent anywhere.
(() => {
  const box = document.querySelector(".tm-explain");
  if (!box) return;
  const LARGE = 100000; // characters: more would keep the browser busy with laying out the field
  const SHOWN = 2000;
  const here = document.currentScript.src;
  const { lang } = document.documentElement;
  const field = box.querySelector("textarea");
  const chooser = box.querySelector("input[type=file]");
  const output = box.querySelector("[role=status]");
  const words = output.dataset;
  let worker = null;
  let asked = 0;
  let waiting = null;

  const element = (name, text, className) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  };
  const filled = (text, ...values) => {
    const made = document.createDocumentFragment();
    text.split("{}").forEach((part, index) => {
      made.append(part);
      if (index < values.length) made.append(values[index]);
    });
    return made;
  };
  const ownLine = (own) => {
    const made = element("p", "", "tm-answer__own");
    const place = element("code", own.line ? `${own.file}:${own.line}` : own.file);
    made.append(filled(words.own, place));
    if (own.code) made.append(element("br"), element("code", own.code));
    return made;
  };
  const show = ({ failed, answers, unknown, own }) => {
    output.replaceChildren();
    output.removeAttribute("aria-busy");
    if (failed) {
      output.textContent = words.failed;
      return;
    }
    if (unknown) {
      const made = element("div", "", "tm-answer tm-answer--unknown");
      made.append(element("p"));
      made.firstChild.append(filled(words.unknown, element("code", unknown)));
      if (own) made.append(ownLine(own));
      output.append(made);
    } else if (!answers.length) output.append(element("p", words.none));
    for (const answer of answers) {
      const made = element("div", "", `tm-answer tm-answer--${answer.kind}`);
      const message = element("p", "", "tm-answer__message");
      message.append(element("code", answer.message));
      if (answer.kind === "warning") message.append(" ", element("small", words.warning));
      made.append(message, element("p", `${answer.cause} ${answer.fix}`));
      if (answer.own) made.append(ownLine(answer.own));
      const place = document.getElementById(answer.id)?.nextElementSibling?.querySelector("a[href]:last-of-type");
      const link = element("a", place ? place.textContent : answer.path);
      link.href = place ? place.href : new URL(box.dataset.root + answer.path, document.baseURI).href;
      made.append(element("p"));
      made.lastChild.append("→ ", link);
      output.append(made);
    }
  };
  const ask = (request) => {
    asked += 1;
    output.setAttribute("aria-busy", "true");
    if (!worker) {
      worker = new Worker(new URL("explain_worker.js", here));
      worker.onmessage = ({ data }) => data.id === asked && show(data);
      worker.onerror = () => show({ failed: true });
    }
    worker.postMessage({ id: asked, language: lang, ...request });
  };
  const clear = () => {
    asked += 1;
    output.replaceChildren();
    output.removeAttribute("aria-busy");
  };
  const take = (text) => {
    clearTimeout(waiting);
    if (!text.trim()) clear();
    else ask({ text });
  };
  // A large text is read whole; the field shows its two ends.
  const shorten = (text) => {
    const size = (text.length / 1e6).toFixed(1);
    field.value = `${text.slice(0, SHOWN)}\n\n${words.large.replace("{}", size)}\n\n${text.slice(-SHOWN)}`;
  };
  const accept = (text) => {
    if (text.length > LARGE) shorten(text);
    else field.value = text;
    take(text);
  };

  field.addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (text.length <= LARGE) return;
    event.preventDefault();
    accept(text);
  });
  field.addEventListener("input", () => {
    const text = field.value;
    if (text.length > LARGE) return accept(text);
    clearTimeout(waiting);
    waiting = setTimeout(() => take(text), 120);
  });
  const open = (file) => {
    if (!file) return;
    clearTimeout(waiting);
    field.value = file.name;
    ask({ file });
  };
  chooser.addEventListener("change", () => open(chooser.files[0]));
  box.addEventListener("dragover", (event) => event.preventDefault());
  box.addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    open(event.dataTransfer.files[0]);
  });

  box.hidden = false;
  let handed = null;
  try {
    handed = sessionStorage.getItem("tm-explain"); // from the home page or the search
    sessionStorage.removeItem("tm-explain");
  } catch {
    // a browser that keeps nothing
  }
  if (handed) {
    accept(handed);
    field.focus({ preventScroll: true });
  } else take(field.value); // a browser may keep what was typed before a reload
})();
