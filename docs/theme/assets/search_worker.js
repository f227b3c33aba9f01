// The search of one language. It runs in a worker and speaks with Material's page as Material's own worker does:
// message 0 sets up, 1 says that it is ready, 2 asks, 3 answers. docs/sitekit/search.py makes the index.
//
// A page's score is BM25 of the page and of its best section. It grows with the part of the query that the page has and
// with words that stand side by side in both; a query that is a name leads to the pages of that name.
"use strict";

importScripts("search_korean.js", "search_words.js", "search_index.js", "search_query.js");

const SATURATION = 2; // BM25's k1
const MOST_PAGES = 10;
const NEARLY = 0.65; // a section that answers nearly as well as the page's first lines is shown instead
const ERROR = /\b[A-Z]\w*(?:Error|Exception|Warning)\b|\berror:/;

// Pages that speak of everything come after the one that explains; so do sections that do not explain.
const PAGES = { "": 0.35, memo: 0.4, glossary: 0.3, contributing: 0.45, architecture: 0.45, reference: 0.6, labs: 0.8, errors: 0.55 };
const SECTIONS = { memo: 0.5, sources: 0.5, messages: 0.7, figure: 0.8 };

// Tell `give` how well each place in `places` has a word, given the terms that it may stand for; return how rare it is.
function weigh(places, total, terms_, give) {
  const got = new Map();
  let common = 0;
  for (const [term, worth] of terms_) {
    const has = places.get(term) || [];
    for (const [place, count] of has) got.set(place, Math.max(got.get(place) || 0, count * worth));
    if (worth > 0.4) common = Math.max(common, has.size || 0);
  }
  const rare = Math.log(1 + (total - common + 0.5) / (common + 0.5));
  for (const [place, count] of got) give(place, (rare * count * (SATURATION + 1)) / (count + SATURATION));
  return rare;
}

function search(query) {
  const { row, wanted, named } = understood(query);
  const scores = new Map(); // of sections and pages
  const met = wanted.map(() => new Set()); // the pages that have a word
  const weighBoth = (terms_, share, at = []) => {
    const give = (place, worth) => {
      add(scores, place, share * worth);
      for (const word of at) met[word].add(place);
    };
    weigh(index.inSections, index.sections.length, terms_, give);
    return weigh(index.inPages, index.pages.size, terms_, give);
  };
  const weights = wanted.map(({ says, senses: all, pairs }, at) => {
    const rare = Math.max(...all.map(({ terms: some, share }) => (some.length ? share * weighBoth(some, says * share, [at]) : 0)));
    if (pairs.length > 1 || !rare)
      for (const pair of pairs) weighBoth([[pair, 1]], (says * (rare ? 0.1 : 0.35)) / Math.sqrt(pairs.length));
    return says * (says < 1 ? Math.min(rare, 1) : rare);
  });
  for (const { id, from, to, sure } of named) {
    const at = Array.from(wanted.slice(from, to + 1), (_, more) => from + more);
    weighBoth([[`=${id}`, 1]], 0.7 * sure * Math.max(...at.map((word) => wanted[word].says)), at);
    for (const word of at) weights[word] ||= wanted[word].says;
  }

  const pairs = row.slice(1).map(({ even }, at) => ` ${row[at].even} ${even} `);
  const heading = joined(row, " ");
  const best = Math.max(0, ...index.sections.map((section) => scores.get(section) || 0));
  const said = new Map(); // how much of the query a section says word by word
  for (const section of index.sections) {
    const score = scores.get(section);
    if (!score) continue;
    let more = SECTIONS[section.location.split("#")[1]] || 1;
    if (pairs.length && (section.to || score > 0.25 * best))
      said.set(section, pairs.filter((pair) => section.all.includes(pair)).length / pairs.length);
    more *= 1 + 0.6 * (said.get(section) || 0);
    if (section.heading === heading) more *= 1.5;
    scores.set(section, score * more);
  }

  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const ranked = Array.from(index.pages.values(), (page) => {
    const places = page.sections.filter((section) => scores.has(section)).sort((a, b) => scores.get(b) - scores.get(a));
    const [whole] = places.filter((section) => isWhole(section, heading)).sort((a, b) => b.heading.length - a.heading.length);
    const best = whole || places[0];
    const covered = weights.reduce((sum, weight, at) => sum + (met[at].has(page) ? weight : 0), 0) / total;
    const kind = page.key.split("/")[0];
    const quotes = whole || best?.heading === heading || ERROR.test(query) || (pairs.length > 1 && said.get(best) > 0.5);
    const quoted = quotes && best?.to;
    const prior = quoted ? 1.2 : (PAGES[kind] ?? 1);
    const top = scores.get(places[0]) || 0;
    const score = top + (scores.get(page) || 0);
    const place = best?.isPage && scores.get(places[1]) > NEARLY * top ? places[1] : best;
    return { page, place, quoted, whole, score: score * (0.35 + 0.65 * covered ** 2) * prior };
  });
  lift(ranked, named, wanted.map(({ says }, at) => Math.max(weights[at], 0.5 * says)));
  const first = Math.max(0, ...ranked.map(({ score }) => score));
  for (const one of ranked) if (one.whole) one.score = Math.max(one.score, first);
  for (const { place, quoted, score } of [...ranked]) if (quoted) follow(ranked, place.to, score);
  ranked.sort((a, b) => b.score - a.score);
  const shown = ranked.filter(({ score }) => score > 0 && score >= 0.05 * ranked[0].score).slice(0, MOST_PAGES);
  return { items: shown.map((one) => item(one, wanted, named)), suggest: row.length ? suggested(row.at(-1).even) : [] };
}

// Whether a section is a message of three words or more, all of which the query has, even if most of them say little.
const isWhole = ({ to, heading: message }, heading) => to && /\S \S+ \S/.test(message) && ` ${heading} `.includes(` ${message} `);

// Raise the pages of what is named: before all others where the query says nothing else.
function lift(ranked, named, weights) {
  const sum = (some) => some.reduce((all, weight) => all + weight, 0);
  const best = Math.max(1e-6, ...ranked.map(({ score }) => score));
  const lifts = new Map();
  for (const { id, from, to, sure } of named)
    index.things[id].pages.forEach((key, at) => {
      const part = sum(weights.slice(from, to + 1)) / (sum(weights) || 1);
      const more = sure * part ** 2 * ((index.things[id].term ? 1.4 : 1.15) - 0.12 * Math.min(at, 3));
      lifts.set(`${key}/`, Math.max(lifts.get(`${key}/`) || 0, more));
    });
  for (const one of ranked) one.score += best * (lifts.get(one.page.key) || 0);
}

// Beside a message that the error finder knows, show the section that explains it.
function follow(ranked, location, score) {
  const one = ranked.find(({ page }) => page.key === location.split("#")[0]);
  const place = one?.page.sections.find((section) => section.location === location);
  if (place && one.score < 1.01 * score) Object.assign(one, { place, score: 1.01 * score });
}

// The word that Material offers to complete the last one with.
function suggested(word) {
  if (word.length < 2) return [];
  const pages = (term) => index.inPages.get(term)?.size || 0;
  return longer(word).filter((term) => term !== word && pages(term) > 1).sort((a, b) => pages(b) - pages(a)).slice(0, 1);
}

// A page as Material shows it: the section that answers best, and the page that it is on.
function item({ page, place, score }, wanted, named) {
  const own = page.sections.find(({ isPage }) => isPage) || { location: page.key, title: page.key, text: "", all: "" };
  const sought = new Set(named.flatMap(({ id }) => index.things[id].words.map((name) => joined(words(name)))));
  for (const { says, senses: all } of wanted)
    if (says === 1) for (const { terms: some } of all) for (const [term, worth] of some) if (worth > 0.3) sought.add(term);
  if (!place || place === own) return [shown(own, sought, score)];
  return [shown(place, sought, score), { ...shown(own, sought, score / 2), text: "" }];
}

function shown(section, sought, score) {
  const here = [...sought].filter((term) => term.length > 1 && section.all.includes(term)).sort((a, b) => b.length - a.length);
  const mark = here.length ? new RegExp(here.map(loose).join("|"), "giu") : /(?!)/g;
  const text = teaser(section, here, mark);
  const found = [...section.title.matchAll(mark), ...text.matchAll(mark)].map(([written]) => [written, true]);
  return { location: section.location, title: marked(section.title, mark), text: text && `<p>${marked(text, mark)}</p>`, score, terms: Object.fromEntries(found) };
}

// A term as it may be written: with underscores or a space inside, and as a part of a longer word.
function loose(term) {
  return HANGUL.test(term) ? [...term].join(" ?") : `(?<![a-z0-9])${[...term].join("_?")}${term.length > 3 ? "\\w*" : ""}`;
}

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function marked(text, mark) {
  let [html, from] = ["", 0];
  for (const { 0: found, index: at } of text.matchAll(mark)) {
    html += `${escaped(text.slice(from, at))}<mark>${escaped(found)}</mark>`;
    from = at + found.length;
  }
  return html + escaped(text.slice(from));
}

// The sentence, or else the line of code, that has most of the terms.
function teaser(section, terms_, mark) {
  section.parts ||= [...section.text.split(/(?<=[.?!])\s+/), ...(section.code || "").split("\n")].map((part) => [part.trim(), part.toLowerCase().replace(/_/g, "")]);
  let [most, best] = [0, section.parts[0][0]];
  for (const [part, even] of section.parts) {
    const has = terms_.filter((term) => even.includes(term)).length;
    if (has > most) [most, best] = [has, part];
  }
  const start = Math.max(0, best.search(mark) - 60);
  return best.length > 220 ? `${start ? "…" : ""}${best.slice(start, start + 220)}…` : best;
}

// Of the columns of a table, its rows.
function rows(columns) {
  return columns.location.map((_, at) => Object.fromEntries(Object.entries(columns).map(([name, all]) => [name, all[at]])));
}

addEventListener("message", async ({ data: { type, data } }) => {
  if (type === 0) {
    const { config, docs } = await (await fetch("../search/sections.json", { priority: "low" })).json();
    build({ config, docs: rows(docs) });
    postMessage({ type: 1 });
  } else if (type === 2) postMessage({ type: 3, data: search(shortened(data)) });
});
