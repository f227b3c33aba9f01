// Find the messages of the index of errors in a text, off the page's own thread. torchmemo/pastes.py and
// torchmemo/errors.py do the same, by the same rules (errors.json); the tests hold one against the other.
const PART = 400000;
const OVERLAP = 8000;
const FAR = 60;
const NAME = /[a-z0-9_]+/g;
const WORD = /[a-z0-9]+/g;
const ACROSS = /(?<![A-Za-z0-9])([A-Za-z0-9]{1,40})[^A-Za-z0-9\n]{0,60}\n[^A-Za-z0-9\n]{0,60}([A-Za-z0-9]{1,40})/g;

const compile = (rules) => ({
  clean: rules.clean.map(([sign, regex, by, kept]) => [sign, new RegExp(regex, "g"), by.replace("\\1", "$1"), kept]),
  prefix: new RegExp(rules.prefix, "gm"),
  environment: new RegExp(rules.environment, "g"),
  frames: Object.fromEntries(Object.entries(rules.frames).map(([name, regex]) => [name, new RegExp(regex)])),
  ...Object.fromEntries(
    ["headline", "warning", "other", "library", "arrow", "numbered", "rich_source", "raise"].map((name) => [
      name,
      new RegExp(rules[name]),
    ]),
  ),
});

function* parts(text) {
  text = text.replace(/[\u{10000}-\u{10ffff}]/gu, "\ufffd");
  let end = text.length;
  while (end > 0) {
    let start = Math.max(0, end - PART);
    if (start) {
      const lineEnd = text.slice(start, start + 2000).indexOf("\n");
      if (lineEnd >= 0) start += lineEnd + 1;
    }
    yield text.slice(start, end + OVERLAP);
    end = start;
  }
}

const upTo = (list, value) => {
  // how many of a sorted list are no greater
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low;
};

const strip = (text) => text.replace(/^[ \t\n\r\f\v]+|[ \t\n\r\f\v]+$/g, "");

const withoutCommonStart = (lines) => {
  const shapes = [];
  for (let number = lines.length - 1; number >= 0 && shapes.length < 60; number -= 1)
    if (strip(lines[number])) shapes.push(lines[number].slice(0, 80).replace(/[0-9]+/g, "0"));
  if (shapes.length < 3) return lines;
  const low = shapes.reduce((a, b) => (b < a ? b : a));
  const high = shapes.reduce((a, b) => (b > a ? b : a));
  let same = 0;
  while (same < Math.min(low.length, high.length) && low[same] === high[same]) same += 1;
  const start = low.slice(0, same).match(/^(?:.*[^A-Za-z0-9_ \t])?/)[0];
  if (strip(start).length < 3) return lines;
  const pattern = new RegExp(`^${start.replace(/[^A-Za-z0-9_]/g, "\\$&").replace(/0/g, "[0-9]+")}`);
  return lines.map((line) => line.replace(pattern, ""));
};

class Paste {
  constructor(text, rules) {
    this.rules = rules;
    for (const [sign, pattern, by, kept] of rules.clean) {
      if (sign ? !text.includes(sign) : !/[^\x00-\x7f]/.test(text)) continue;
      text = kept ? text.replace(pattern, (found, group) => group || by) : text.replace(pattern, by);
    }
    this.raw = text.split("\n");
    this.text = text.replace(rules.prefix, "");
    // With the prefixes, since a logger's may name the library, and without the names of environments.
    this.lower = this.raw.join("\n").toLowerCase().replace(rules.environment, "");
    this.lines = withoutCommonStart(this.text.split("\n"));
    this.cache = {};
  }

  once(name, make) {
    if (!(name in this.cache)) this.cache[name] = make();
    return this.cache[name];
  }

  get words() {
    return this.once("words", () => {
      const text = this.lines.join("\n");
      const found = new Set(text.toLowerCase().match(WORD) || []);
      for (const [, a, b] of text.matchAll(ACROSS)) found.add((a + b).toLowerCase());
      return found;
    });
  }

  get source() {
    return this.once("source", () => {
      const found = new Set();
      let inside = false;
      const boxed = this.raw.some((line) => line.includes("\u2502"));
      this.raw.forEach((line, number) => {
        if (boxed && this.rules.rich_source.test(line)) found.add(number);
        if (line.includes("\u256d") && line.includes("Traceback")) inside = true;
        else if (inside && line.includes("\u2570")) inside = false;
        else if (inside) found.add(number);
      });
      this.lines.forEach((line, number) => {
        const arrow = line.match(this.rules.arrow);
        if (arrow) {
          found.add(number);
          this.numbered(number, Number(arrow[1]), -1, found);
          this.numbered(number, Number(arrow[1]), 1, found);
        } else if (this.rules.frames.python.test(line)) this.shown(number + 1, found);
        else if (this.rules.raise.test(line)) this.untilClosed(number, found);
      });
      return found;
    });
  }

  numbered(number, count, step, found) {
    for (let at = number + step; at >= 0 && at < this.lines.length; at += step) {
      const shown = this.lines[at].match(this.rules.numbered);
      const next = shown ? (Number(shown[1]) - count) * step : 0;
      if (strip(this.lines[at]) === "(...)") found.add(at);
      else if (shown && next > 0 && next < 60) {
        count = Number(shown[1]);
        found.add(at);
      } else return;
    }
  }

  shown(number, found) {
    for (let first = true; number < this.lines.length; number += 1, first = false) {
      const line = this.lines[number];
      if (!strip(line) || this.isStart(line) || this.rules.frames.python.test(line)) return;
      if (!first && !line.startsWith("    ") && !line.startsWith("\t")) return;
      found.add(number);
    }
  }

  untilClosed(number, found) {
    let depth = 0;
    for (let at = number; at < Math.min(number + 12, this.lines.length); at += 1) {
      if (at > number && this.isStart(this.lines[at])) return;
      depth += this.lines[at].split("(").length - this.lines[at].split(")").length;
      found.add(at);
      if (depth <= 0) return;
    }
  }

  isStart(line) {
    return this.rules.headline.test(line) || this.rules.warning.test(line);
  }

  get starts() {
    return this.once("starts", () => {
      const found = [];
      this.lines.forEach((line, number) => {
        if (this.source.has(number)) return;
        const headline = line.match(this.rules.headline);
        if (headline) {
          const ended = ["KeyboardInterrupt", "SystemExit"].includes(headline[1]);
          found.push({ line: number, kind: ended ? "end" : "error" });
        } else if (this.rules.warning.test(line)) found.push({ line: number, kind: "warning" });
        else if (this.rules.other.test(line) || this.rules.other.test(this.raw[number]))
          found.push({ line: number, kind: "other" });
      });
      return found;
    });
  }

  get squeezed() {
    return this.once("squeezed", () => {
      const words = [];
      const starts = [];
      const edges = new Set([0]);
      let length = 0;
      this.lines.forEach((line, number) => {
        starts.push(length);
        if (this.source.has(number)) return;
        for (const name of line.toLowerCase().match(NAME) || []) {
          const word = name.replaceAll("_", "");
          words.push(word);
          length += word.length;
          edges.add(length);
        }
      });
      return { text: words.join(""), starts, edges };
    });
  }

  find(pattern, most = 40) {
    const { text, starts: lines, edges } = this.squeezed;
    const starts = this.starts.map((start) => lines[start.line]);
    const regex = new RegExp(pattern.regex);
    const { anchor } = pattern;
    const seen = new Set();
    let at = text.length;
    for (let count = 0; count < most; count += 1) {
      at = at < anchor.length ? -1 : text.lastIndexOf(anchor, at - anchor.length);
      if (at < 0) break;
      const block = upTo(starts, at); // a message is in one block: it is not the end of the one before, too
      let low = Math.max(at - pattern.before, block ? starts[block - 1] : 0);
      const high = Math.min(at + pattern.after, block < starts.length ? starts[block] : text.length);
      for (let tried = 0; tried < 50; tried += 1) {
        const found = text.slice(low, Math.max(low, high)).match(regex);
        if (!found || low + found.index > at) break;
        const begins = low + found.index;
        let ends = begins + found[0].length;
        if (pattern.ends && !edges.has(ends)) {
          const shorter = text.slice(begins, ends - 1).match(regex);
          if (shorter && shorter.index === 0) ends = begins + shorter[0].length; // Adam before a w is not AdamW
        }
        const whole = (!pattern.starts || edges.has(begins)) && (!pattern.ends || edges.has(ends));
        if (whole && at < ends) {
          seen.add(upTo(lines, at) - 1);
          break;
        }
        low = begins + 1;
      }
      at += anchor.length - 1;
    }
    return [...seen];
  }

  get frames() {
    return this.once("frames", () => {
      const kinds = this.rules.frames;
      const found = [];
      this.lines.forEach((line, number) => {
        let frame;
        let shown;
        let place;
        if ((shown = line.match(kinds.python)))
          frame = { file: strip(shown[1]), line: Number(shown[2]), function: shown[3] ?? null, code: this.code(number) };
        else if ((shown = line.match(kinds.ipython) || line.match(kinds.cell))) {
          const arrow = this.arrow(number);
          frame = {
            file: strip(shown[1]),
            line: arrow ? Number(arrow[1]) : null,
            function: null,
            code: this.arrowCode(arrow),
          };
        } else if ((shown = line.match(kinds.pytest)))
          frame = { file: shown[1], line: Number(shown[2]), function: null, code: null };
        else if ((shown = this.raw[number].match(kinds.rich)))
          frame = { file: shown[1], line: Number(shown[2]), function: shown[3], code: null };
        else if (this.rules.warning.test(line) && (place = line.match(/^(.+?):([0-9]+): /)))
          frame = { file: strip(place[1]), line: Number(place[2]), function: null, code: null };
        else return;
        if (!this.rules.library.test(frame.file)) found.push([number, frame]);
      });
      return found;
    });
  }

  code(number) {
    const arrow = this.arrow(number);
    if (arrow) return this.arrowCode(arrow);
    return (this.source.has(number + 1) && strip(this.lines[number + 1]).slice(0, 200)) || null;
  }

  arrow(number) {
    for (const line of this.lines.slice(number + 1, number + 12)) {
      const arrow = line.match(this.rules.arrow);
      if (arrow) return arrow;
      if (!this.rules.numbered.test(line)) return null;
    }
    return null;
  }

  arrowCode(arrow) {
    return (arrow && strip(arrow.input.slice(arrow[0].length)).slice(0, 200)) || null;
  }
}

const isAlone = (text) => text.length < 200 && !text.includes("\n");

const hasSign = (paste, needs) =>
  (needs.includes("<alone>") && isAlone(paste.lower.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, ""))) ||
  needs.some((sign) => sign.split(" && ").every((one) => paste.lower.includes(one)));

const answersOf = (paste, entries, seen) => {
  const { words } = paste;
  const found = [];
  for (const entry of entries) {
    if (seen.has(entry.id)) continue;
    for (const pattern of entry.patterns) {
      if (!pattern.words.every((word) => words.has(word))) continue;
      if (pattern.hinted && !hasSign(paste, entry.needs)) continue;
      for (const line of paste.find(pattern)) found.push({ line, entry, weight: pattern.weight });
    }
  }
  const best = new Map();
  for (const message of messagesOf(found, paste)) {
    const rank = (one) => [one.entry.kind === "error" || one.entry.kind === "cause" ? 1 : 0, one.weight, one.line];
    let chosen = message[0];
    for (const one of message.slice(1)) {
      const [a, b] = [rank(one), rank(chosen)];
      const differs = a.findIndex((value, index) => value !== b[index]);
      if (differs >= 0 && a[differs] > b[differs]) chosen = one;
    }
    if (!best.has(chosen.entry.id)) best.set(chosen.entry.id, { line: chosen.line, entry: chosen.entry });
  }
  return [...best.values()].sort((a, b) => b.line - a.line);
};

const messagesOf = (found, paste) => {
  if (!found.length) return [];
  const starts = paste.starts.map((start) => start.line);
  const groups = [];
  for (const one of [...found].sort((a, b) => b.line - a.line)) {
    const block = upTo(starts, one.line);
    const last = groups[groups.length - 1];
    if (last && last.block === block) {
      const apart = last.members[last.members.length - 1].line - one.line;
      if (apart <= (block ? FAR : 2)) {
        last.members.push(one);
        continue;
      }
    }
    groups.push({ block, members: [one] });
  }
  return groups.map((group) => group.members);
};

const lastError = (paste, answers) => {
  for (let index = paste.starts.length - 1; index >= 0; index -= 1) {
    const start = paste.starts[index];
    if (start.kind !== "error") continue;
    const next = index + 1 < paste.starts.length ? paste.starts[index + 1].line : Infinity;
    const end = Math.min(paste.lines.length, start.line + FAR, next);
    if (answers.some(({ line, entry }) => start.line <= line && line < end && entry.kind !== "warning"))
      return { unknown: null, own: null };
    return { unknown: strip(paste.lines[start.line]).slice(0, 300), own: ownLine(paste, start.line) };
  }
  return null;
};

const ownLine = (paste, line) => {
  const begun = paste.starts.filter((start) => start.line <= line);
  const newest = begun[begun.length - 1];
  const head = newest && newest.kind !== "other" ? newest.line : line;
  let since = -1;
  for (const start of begun) if (start.kind !== "other" && start.line < head) since = Math.max(since, start.line);
  const near = paste.frames.filter(([number]) => since < number && number <= line);
  const after = paste.frames.filter(([number, frame]) => line < number && number <= line + 6 && frame.code === null);
  return near.length ? near[near.length - 1][1] : after.length ? after[0][1] : null;
};

const read = (text, { entries, rules }) => {
  const found = [];
  const seen = new Set();
  let last = null;
  for (const part of parts(text)) {
    const paste = new Paste(part, rules);
    const answers = answersOf(paste, entries, seen);
    for (const { line, entry } of answers) found.push({ entry, own: ownLine(paste, line) });
    for (const { entry } of answers) seen.add(entry.id);
    if (!last && /rror|xception|nsupported|Iteration|Fail|Timeout|Abort/.test(part)) last = lastError(paste, answers);
  }
  const order = ["cause", "error", "wrapper", "warning"];
  found.sort((a, b) => order.indexOf(a.entry.kind) - order.indexOf(b.entry.kind));
  return { answers: found, ...(last || { unknown: null, own: null }) };
};

// The bytes of a file as text: Windows writes UTF-16 where its shell redirects an output.
const decode = (bytes) => {
  const head = bytes.subarray(0, 4096);
  const zeros = (odd) => head.filter((byte, index) => index % 2 === odd && byte === 0).length / (head.length / 2 || 1);
  let encoding = "utf-8";
  if ((head[0] === 0xff && head[1] === 0xfe) || zeros(1) > 0.3) encoding = "utf-16le";
  else if ((head[0] === 0xfe && head[1] === 0xff) || zeros(0) > 0.3) encoding = "utf-16be";
  return new TextDecoder(encoding).decode(bytes);
};

let index = null;
const load = async () => {
  const answer = await fetch(new URL("errors.json", self.location.href));
  const data = await answer.json();
  return { entries: data.entries, rules: compile(data.rules) };
};

self.onmessage = async ({ data: { id, language, text, file } }) => {
  index ||= load();
  try {
    const known = await index;
    if (file) text = decode(new Uint8Array(await file.arrayBuffer()));
    const { answers, unknown, own } = read(text, known);
    self.postMessage({
      id,
      unknown,
      own,
      answers: answers.map(({ entry, own: line }) => ({
        id: entry.id,
        message: entry.message,
        path: entry.path,
        kind: entry.kind,
        cause: entry.says[language][0],
        fix: entry.says[language][1],
        own: line,
      })),
    });
  } catch (error) {
    index = null;
    self.postMessage({ id, failed: String(error) });
  }
};
