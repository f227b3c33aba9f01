// A text's words, and the terms that a word is found by: itself, its stem, its parts.
"use strict";

// Porter, "An algorithm for suffix stripping", Program 14 (1980), steps 2 to 4: a suffix and what comes in its place.
const STEP_2 = `ational:ate ization:ize iveness:ive fulness:ful ousness:ous tional:tion biliti:ble entli:ent ousli:ous ation:ate
  alism:al aliti:al iviti:ive enci:ence anci:ance izer:ize abli:able alli:al ator:ate eli:e`;
const STEP_3 = "icate:ic ative: alize:al iciti:ic ical:ic ful: ness:";
const STEP_4 = "ement: ance: ence: able: ible: ment: ant: ent: ism: ate: iti: ous: ive: ize: al: er: ic: ou:";
const [SECOND, THIRD, FOURTH] = [STEP_2, STEP_3, STEP_4].map((rules) => rules.split(/\s+/).map((rule) => rule.split(":")));

// How often a vowel is followed by a consonant.
function measure(word) {
  const letters = word.replace(/[^aeiouy]|^y|(?<=[aeiouy])y/g, "c").replace(/[^c]+/g, "v");
  return (letters.match(/vc/g) || []).length;
}

const hasVowel = (word) => /[aeiou]|(?<=.)y/.test(word);
const isShort = (word) => /[^aeiou][aeiouy][^aeiouwxy]$/.test(word);

function replaced(word, rules, least) {
  const [suffix, by] = rules.find(([end]) => word.endsWith(end)) || ["", ""];
  const rest = word.slice(0, word.length - suffix.length);
  return suffix && measure(rest) > least ? rest + by : word;
}

const stemOf = new Map();

// An English word's stem: accumulating, accumulation -> accumul.
function stem(word) {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  if (!stemOf.has(word)) stemOf.set(word, stemmed(word.replace(/is(e|ed|es|ing|ation|er)$/, "iz$1").replace(/our$/, "or")));
  return stemOf.get(word);
}

function stemmed(word) {
  word = word.replace(/sses$/, "ss").replace(/ies$/, "i").replace(/([^s])s$/, "$1");
  const past = word.match(/^(.+)(?:ed|ing)$/);
  if (word.endsWith("eed")) word = replaced(word, [["eed", "ee"]], 0);
  else if (past && hasVowel(past[1])) {
    word = past[1];
    if (/(?:at|bl|iz)$/.test(word)) word += "e";
    else if (/([^aeioulsz])\1$/.test(word)) word = word.slice(0, -1);
    else if (measure(word) === 1 && isShort(word)) word += "e";
  }
  if (word.endsWith("y") && hasVowel(word.slice(0, -1))) word = `${word.slice(0, -1)}i`;
  word = replaced(replaced(word, SECOND, 0), THIRD, 0);
  if (!/[st]ion$/.test(word)) word = replaced(word, FOURTH, 1);
  else if (measure(word.slice(0, -3)) > 1) word = word.slice(0, -3);
  const rest = word.slice(0, -1);
  if (word.endsWith("e") && (measure(rest) > 1 || (measure(rest) === 1 && !isShort(rest)))) word = rest;
  return word.endsWith("ll") && measure(word) > 1 ? word.slice(0, -1) : word;
}

// The parts of a name in code: clip_grad_norm_, ModuleList, conv2d.
function partsOf(name) {
  const parts = name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2").toLowerCase().split("_");
  return parts.flatMap((part) => [part, part.replace(/\d+d?$/, "")]).filter((part) => part.length > 1);
}

const WORD = /(?<![\w)\]])(\.)(?=[a-z]\w)\w+|[A-Za-z0-9_]+|\p{Script=Hangul}+|\p{L}+/gu;

// A text's words as they are written, and evened out: no capital letters, no underscores, every number 0. A dot belongs to
// the word after it where nothing stands before it, as in `.data`.
function words(text) {
  const found = Array.from(text.normalize("NFC").matchAll(WORD), ({ 0: all, 1: dot }) => {
    const written = dot ? all.slice(1) : all;
    const even = written.toLowerCase().replace(/_/g, "");
    return { written, dot, even: /^\d+(?:e\d+)?$/.test(even) ? "0" : even, hangul: HANGUL.test(written) };
  });
  return bare(found.filter(({ even }) => even));
}

// Words without the particles that stand alone, after something that is not Hangul: zero_grad를, 0으로.
function bare(row) {
  const left = row.filter(({ even, hangul }) => !(hangul && ENDINGS.has(even)));
  return left.length ? left : row;
}

const joined = (row, by = "") => row.map(({ even }) => even).join(by);

// Syllables that stand side by side: what two forms of a word have in common where their stem is not known.
function syllablePairs(word) {
  return [...new Set(Array.from(word.slice(1), (_, at) => `²${word.slice(at, at + 2)}`))];
}

const termsOf = new Map();

function terms({ written, even, hangul, dot }) {
  const key = dot ? `.${written}` : written;
  if (termsOf.has(key)) return termsOf.get(key);
  let found = [];
  if (hangul) found = [...forms(even).keys(), ...syllablePairs(even)];
  else if (even !== "0") found = [even, stem(even), ...partsOf(written).flatMap((part) => [part, stem(part)])];
  if (dot) found.push(`.${even}`);
  termsOf.set(key, [...new Set(found)]);
  return termsOf.get(key);
}
