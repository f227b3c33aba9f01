// Korean words: their forms without particles and verb endings, and their letters.
"use strict";

const HANGUL = /^\p{Script=Hangul}/u;
const jamo = (word) => word.normalize("NFD"); // a syllable's letters

// One that is left out costs little: where no form of a word is known, longer and shorter words are tried.
const PARTICLES = `을 를 이 가 은 는 의 에 에서 에게 에도 에는 에서는 에서의 로 으로 로는 으로는 로의 와 과 와의 과의 랑 이랑 하고 도 만 만이
  까지 까지는 부터 마다 처럼 보다 이란 란 이라 라 라는 이라는 이라고 라고 이나 나 이든 든 요 이요 인가 인가요 인지 이에요 예요 이야 야 입니다 이다
  였다 이었다 인 들 들을 들이 들은 들의 들도 들에 들로 뿐 밖에 조차 대로 만큼 께 한테 이며 이고 이면 일 임 이어서 여서 였던 일까 일까요 인데 인데요
  이지만 별 별로 쪽 용`;
const VERBS = `다 하다 되다 시키다 한다 된다 하는 되는 시키는 할 될 한 된 함 됨 하고 되고 하며 되며 하면 되면 해서 돼서 되어서 하여 되어 했다 됐다
  되었다 했는데 됐는데 합니다 됩니다 합니까 됩니까 하나요 되나요 하나 되나 하는가 되는가 하려면 되려면 하려고 하려는 하기 되기 하지 되지 하지만 하도록
  되도록 할까 할까요 될까 될까요 해 해요 돼 돼요 되요 했나요 됐나요 하게 되게 해야 돼야 되어야 하니까 되니까 하니 되니 시킬 시켜 시키기 시키려면 시킨
  당한 받는 나요 까요 을까요 을까 는가 는가요 은가 은가요 는지 은지 는데 은데 는데요 네요 지요 죠 습니다 습니까 니다 니까 려면 으려면 려고 으려고 려는
  고 며 면 으면 으며 면서 으면서 지 지만 기 기가 기를 는 은 던 도록 게 게요 어 아 어요 아요 어서 아서 어야 아야 야 서 었다 았다 었는데 았는데 었나요
  았나요 었을 았을 더니 자 자마자 거나 든지 어도 아도 도 라고 라면 을 음 음을 싶다 싶어요 싶은데`;
const ENDINGS = new Map([
  ...VERBS.split(/\s+/).map((ending) => [ending, 0.85]), // what a form without it is worth
  ...PARTICLES.split(/\s+/).map((ending) => [ending, 1]),
]);
const LONGEST_ENDING = Math.max(...Array.from(ENDINGS.keys(), ({ length }) => length));

const FINAL = "\u11AB\u11AF\u11B7\u11B8\u11BB"; // ㄴ ㄹ ㅁ ㅂ ㅆ: what an ending leaves on a verb's last syllable
const CONTRACTED = { "\u1167": "\u1175", "\u116F": "\u116E", "\u116A": "\u1169", "\u116B": "\u116C" }; // ㅕ ㅝ ㅘ ㅙ -> ㅣ ㅜ ㅗ ㅚ

// A verb's stem before its last syllable changed: 얼린, 얼려, 얼렸 -> 얼리.
function unbent(word) {
  const found = [];
  let letters = jamo(word);
  if (FINAL.includes(letters.at(-1))) found.push((letters = letters.slice(0, -1)));
  if (CONTRACTED[letters.at(-1)]) found.push(letters.slice(0, -1) + CONTRACTED[letters.at(-1)]);
  if (letters.endsWith(jamo("해"))) found.push(letters.slice(0, -1) + "\u1161");
  return found.map((form) => form.normalize("NFC"));
}

const formsOf = new Map();

// A word's forms, with what each is worth. A single syllable is left by a particle alone: 값을, 층에서.
function forms(word) {
  if (formsOf.has(word)) return formsOf.get(word);
  const found = new Map([[word, 1]]);
  const add = (form, worth) => (form.length > 1 || worth === 1) && (found.get(form) || 0) < worth && found.set(form, worth);
  for (let length = 1; length <= Math.min(LONGEST_ENDING, word.length - 1); length++) {
    const worth = ENDINGS.get(word.slice(-length));
    if (!worth) continue;
    const rest = word.slice(0, -length);
    add(rest, worth);
    if (rest.length > 1) for (const form of unbent(rest)) add(form, 0.85);
    for (let more = 1; more < 3 && more < rest.length && worth === 1; more++) // 프로세스들마다
      if (ENDINGS.get(rest.slice(-more)) === 1) add(rest.slice(0, -more), 0.9);
  }
  if (word.length > 1) for (const form of unbent(word)) add(form, 0.85);
  formsOf.set(word, found);
  return found;
}
