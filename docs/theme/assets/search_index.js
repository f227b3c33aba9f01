// The index: which sections and pages have a term, and the names of things.
"use strict";

const WORTH = { title: 5, links: 3, lead: 2, text: 1, code: 0.4 }; // what a word counts by where it stands

// What a query reads: sections and pages by term, things by name, all words that are known.
const index = { sections: [], pages: new Map(), inSections: new Map(), inPages: new Map(), things: [], names: new Map(), beginnings: new Set() };

const add = (counts, key, worth) => counts.set(key, (counts.get(key) || 0) + worth);
const put = (lists, key, value) => (lists.has(key) ? lists.get(key).push(value) : lists.set(key, [value]));

function build({ config, docs }) {
  index.things = config.things;
  index.things.forEach(({ words: all }, id) => all.forEach((name) => register(joined(words(name)), id)));
  for (const doc of docs) {
    const key = doc.location.split("#")[0];
    if (!index.pages.has(key)) index.pages.set(key, { key, sections: [], counts: new Map(), length: 0 });
    const page = index.pages.get(key);
    const section = count(doc, doc.location === key);
    section.page = page;
    page.sections.push(section);
    index.sections.push(section);
    for (const [term, worth] of section.counts) add(page.counts, term, section.isPage ? 1.5 * worth : worth);
    page.length += section.length;
  }
  post(index.sections, index.inSections, 0.3);
  post([...index.pages.values()], index.inPages, 0.4);
  index.known = new Set([...index.inSections.keys(), ...index.names.keys()].filter((term) => !/^[²=]/.test(term)));
  index.sorted = Array.from(index.known, (term) => [jamo(term), term]).sort(([a], [b]) => (a < b ? -1 : 1));
  index.byLength = new Map();
  for (const entry of index.sorted) put(index.byLength, entry[0].length, entry);
}

function register(name, id) {
  if (!name) return;
  for (const key of new Set([name, name.replace(/(?<=^\p{Script=Hangul}{2,})[기다]$/u, "")])) // 고르기, 고르다
    if (!(index.names.get(key) || []).includes(id)) put(index.names, key, id);
  for (let end = 1; end <= name.length; end++) index.beginnings.add(name.slice(0, end));
}

// A section with how much it has of each term.
function count(doc, isPage) {
  const [counts, texts] = [new Map(), []];
  let length = 0;
  for (const field of ["title", "links", "text", "code"]) {
    const row = words(doc[field] || "");
    const worth = WORTH[field === "text" && isPage ? "lead" : field];
    for (const word of row) for (const term of terms(word)) add(counts, term, worth);
    for (const { id } of namesIn(row)) add(counts, `=${id}`, worth);
    length += row.length * Math.min(worth, 1);
    texts.push(joined(row, " "));
  }
  return { ...doc, isPage, counts, length, heading: texts[0], all: ` ${texts.join("   ")} ` };
}

// Spread what sections or pages have over the terms; in a long one a word counts less, by how much `lengths` says.
function post(all, into, lengths) {
  const mean = all.reduce((sum, { length }) => sum + length, 0) / all.length;
  for (const one of all) {
    for (const [term, worth] of one.counts) {
      if (!into.has(term)) into.set(term, new Map());
      into.get(term).set(one, worth / (1 - lengths + (lengths * one.length) / mean));
    }
    one.counts = null;
  }
}

const headsOf = new Map();

// A word's forms that a name begins with.
function heads({ even, hangul }) {
  if (!headsOf.has(even)) {
    const all = hangul ? [...forms(even).keys()] : [...new Set([even, even.replace(/s$/, ""), even.replace(/es$/, "")])];
    headsOf.set(even, { all, begin: all.filter((form) => index.beginnings.has(form)) });
  }
  return headsOf.get(even);
}

// The things that a row of words names: [{id, from, to}].
function namesIn(row) {
  const found = [];
  for (let from = 0; from < row.length; from++) {
    let starts = heads(row[from]).begin;
    for (let to = from; starts.length; to++) {
      if (to > from || !row[to].dot) for (const name of starts) for (const id of index.names.get(name) || []) found.push({ id, from, to });
      if (to + 1 === row.length || to === from + 5) break;
      const { all } = heads(row[to + 1]);
      starts = starts.flatMap((start) => all.map((form) => start + form)).filter((name) => index.beginnings.has(name));
    }
  }
  return found;
}
