// What a query means: for each of its words the terms that it may stand for, and the things that it names.
"use strict";

const MOST_WORDS = 40;
const MOST_LETTERS = 400;

// Words that ask, and say little about what is asked for.
const ASKING = new Set(
  `왜 어떻게 어떤 무엇 무엇을 뭐 뭐가 뭔가요 뭔가 뭐예요 어디 어디서 어디에 언제 누구 얼마 얼마나 차이 차이가 방법 하나요 되나요 해요 하면 하려면 할 때 때는
  수 있나요 있는 있다 없나요 좀 제 내 이 그 저 것 게 거 걸 건가요 싶어요 싶은데 싶을 주세요 알려주세요 나와요 나요 나는 나온다 말고 쓰기 쓰고 보기 하기 됩니다 합니다 해야 하고
  하지 않고 쓰는 쓰나요 쓰면 되는 되면 부르는 대한 위한 경우 대해 이유 이유가 까닭 다른가요 같은 설정 설명 사용 사용법 의미 뜻 무슨 문제 해결 해결법 종류 예시 법 관련
  a an the and or of to in on at by for with from is are was be been do does did i my me you your it its this that these those what which
  who why when where how many much can could should would will shall may might must have has had not no if then than as so but about into there
  here after before get got use using used want need one any some all more most just only still between difference way make makes made mean means meaning problem fix help example usage`.split(/\s+/),
);

// A long text is asked for by its last error line.
function shortened(query) {
  if (query.length <= MOST_LETTERS) return query;
  const end = query.slice(-200000);
  const errors = [...end.matchAll(/\b[A-Z]\w*(?:Error|Exception|Warning)\b/g)];
  return (errors.length ? end.slice(errors.at(-1).index) : query).slice(0, MOST_LETTERS);
}

// Known words that begin like this one.
function longer(word) {
  const [key, sorted] = [jamo(word), index.sorted];
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle][0] < key) low = middle + 1;
    else high = middle;
  }
  const found = [];
  for (; low < sorted.length && sorted[low][0].startsWith(key) && found.length < 60; low++) found.push(sorted[low][1]);
  return found;
}

// Whether one letter more, less, changed or swapped makes one word of the other.
function isNear(a, b) {
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let [i, j] = [a.length, b.length];
  while (i > from && j > from && a[i - 1] === b[j - 1]) [i, j] = [i - 1, j - 1];
  if (i - from <= 1 && j - from <= 1) return true;
  return i - from === 2 && j - from === 2 && a[from] === b[from + 1] && a[from + 1] === b[from];
}

// Known words with one typing mistake less: [[term, worth], ...]. In Korean a mistake is one of a letter or of a syllable.
function mistyped(word, hangul) {
  if (word.length < (hangul ? 2 : 5)) return [];
  const [letters, found] = [jamo(word), []];
  for (let length = letters.length - 3; length <= letters.length + 3; length++)
    for (const [known, term] of index.byLength.get(length) || []) {
      if (term.length < 2 || Math.abs(term.length - word.length) > 1) continue;
      if (known[0] !== letters[0] && known.at(-1) !== letters.at(-1)) continue; // one mistake leaves one end as it is
      if (isNear(letters, known)) found.push([term, 0.8]);
      else if (hangul && word.length > 2 && isNear(word, term)) found.push([term, 0.5]);
    }
  return found;
}

// The known words that a word is made of: 오류메시지 -> 오류, 메시지. None where much would be left over.
function compound(word, hangul) {
  const [least, enough] = hangul ? [2, 0.7] : [3, 0.95];
  const best = [{ known: 0, parts: [] }];
  for (let end = 1; end <= word.length; end++) {
    best[end] = best[end - 1];
    for (let start = Math.max(0, end - 14); start <= end - least; start++) {
      const part = word.slice(start, end);
      const known = best[start].known + part.length - 0.3; // a few long parts before many short ones
      if (known > best[end].known && part !== word && index.known.has(part))
        best[end] = { known, parts: [...best[start].parts, part] };
    }
  }
  const { parts } = best[word.length];
  return parts.length > 1 && parts.join("").length >= enough * word.length ? parts : [];
}

// A word as it is, or, where it is not known, the words that it is made of.
function unfolded(word) {
  const { even, hangul } = word;
  const all = hangul ? [...forms(even).keys()] : [even, stem(even)];
  if (even.length < 4 || all.some((form) => form.length > 1 && index.known.has(form))) return [word];
  const parts = (hangul ? all : [even]).map((form) => compound(form, hangul)).find((found) => found.length) || [];
  return parts.length ? parts.map((part) => ({ written: part, even: part, hangul })) : [word];
}

// What a word may stand for: [{terms: [[term, worth], ...], share}], first the word as a whole, then the parts of a name
// in code. `guessed` are known words that it may be with a typing mistake.
function senses({ written, even, hangul, dot }, isName) {
  const { known } = index;
  if (dot && known.has(`.${even}`)) return [{ terms: [[`.${even}`, 1]], share: 1 }, { terms: [[even, 1]], share: 0.1 }];
  const found = new Map();
  const note = (term, worth) => worth > (found.get(term) || 0) && found.set(term, worth);
  let all = hangul ? [...forms(even)] : [[even, 1], [stem(even), 0.9]];
  if (all.some(([form]) => form.length > 1 && known.has(form))) all = all.filter(([form]) => form.length > 1);
  for (const [form, worth] of all) if (known.has(form)) note(form, worth);
  const parts = hangul ? [] : partsOf(written).filter((part) => part !== even);
  const inParts = parts.map((part) => ({
    terms: [[part, 1], [stem(part), 0.9]].filter(([form]) => known.has(form)),
    share: found.size ? 0.12 : 0.6,
  }));
  if (found.size || isName) return [{ terms: [...found], share: 1 }, ...inParts];
  const bases = all.map(([form]) => form).filter((form) => form.length > (hangul ? 1 : 2));
  for (const form of bases) for (const term of longer(form)) note(term, 0.8 * Math.min(1, (form.length + 2) / term.length));
  const guessed = hangul || !found.size ? bases.flatMap((form) => mistyped(form, hangul)) : [];
  for (const [term, worth] of guessed) note(term, worth);
  if (!found.size && !parts.length)
    for (let end = even.length - 1; end >= (hangul ? 2 : 4); end--)
      for (const term of longer(even.slice(0, end)).slice(0, 12)) note(term, (0.5 * end) / Math.max(even.length, term.length));
  return [{ terms: [...found], share: 1, guessed }, ...inParts];
}

// A query's words with what they stand for and how much they say, and the things that are named: {row, wanted, named}.
function understood(query) {
  const row = words(query).slice(0, MOST_WORDS).flatMap(unfolded);
  const named = namesIn(row).map((name) => ({ ...name, sure: 1 }));
  const wanted = row.map((word, at) => {
    const isName = named.some(({ from, to }) => from <= at && at <= to);
    const says = ASKING.has(word.even) || word.even === "0" || (word.even.length === 1 && !isName) ? 0.12 : 1;
    return { says, senses: senses(word, isName), pairs: word.hangul ? syllablePairs(word.even) : [] };
  });
  wanted.forEach(({ senses: [{ guessed = [] }] }, at) => {
    for (const [term, sure] of guessed) for (const id of index.names.get(term) || []) named.push({ id, from: at, to: at, sure });
  });
  return { row, wanted, named };
}
