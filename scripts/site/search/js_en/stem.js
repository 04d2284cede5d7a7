// English words as the search compares them: in small letters, in one spelling, without the endings that grammar and
// derivation put on them. A stem is no word; it only has to be the same for words of one family.
const TOKEN = /[A-Za-z]*\d+(?:[.,]\d+)*[A-Za-z\d]*%?|[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu;
// British and American spelling, irregular pairs: what is found here → how it is written for the comparison.
const SPELLING = [
  [/i(z)(e|ed|es|er|ers|ing|ation|ations)$/, "is$2"], [/yz(e|ed|es|ing)$/, "ys$1"], [/sulph/, "sulf"], [/([bdlmnpv])our(s|ed|ing|able|al|er)?$/, "$1or$2"],
  [/([tb])re(s?)$/, "$1er$2"], [/ogue(s?)$/, "og$1"], [/amme(s?)$/, "am$1"], [/ll(ed|ing|er|ers|ation|s)?$/, "l$1"], [/^aluminium/, "aluminum"],
  [/^tyre/, "tire"], [/^licenc/, "licens"], [/^(bought|buys|buying)$/, "buy"], [/^(built|builds)$/, "build"], [/^industrial(ly)?$/, "industry"], [/^(kept|keeps)$/, "keep"],
  [/^(fell|fallen)$/, "fall"], [/^(rose|risen)$/, "rise"], [/^(grew|grown)$/, "grow"], [/^(paid|pays)$/, "pay"], [/^women$/, "woman"], [/^people$/, "person"],
];
// Endings of derivation, the longer first, each with the least number of letters that must be left before it.
const ENDINGS = [
  [4, "ification"], [4, "isations?|ising|ise"], [4, "ational|ations?|ators?|atory|atives?|ates?"], [5, "ions?"], [4, "ments?"], [5, "ancy|ency|ances?|ences?|ants?|ents?"],
  [4, "icity|ical|ably|ibly|ables?|ibles?"], [5, "ivity|ives?"], [4, "ial|als?|ities|ity"], [4, "ery|ers?|ors?"], [5, "ly|ic"], [3, "e"],
].map(([least, ending]) => new RegExp("^(.{" + least + ",}?)(?:" + ending + ")$"));
const stems = new Map(), apart = new Set();

function singular(word) {
  if (/ies$/.test(word) && word.length > 4) return word.slice(0, -3) + "y";
  if (/(ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  return word.length > 3 && /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
}

function stemmed(word) {
  const spelled = SPELLING.reduce((text, [found, written]) => text.replace(found, written), word);
  if (/\d/.test(word)) return word.replace(/s$/, "");
  if (apart.has(word)) return singular(word);
  let stem = singular(spelled);
  const inflected = /^(.*[aeiouy].*?)(?:ed|ing)$/.exec(stem);
  if (inflected && inflected[1].length > 2) stem = inflected[1].replace(/([bdgmnprt])\1$/, "$1").replace(/(.{4})at$/, "$1");
  for (let turn = 0; turn < 3; turn++) stem = ENDINGS.reduce((text, ending) => text.replace(ending, "$1"), stem);
  return stem.replace(/umpt$/, "um").replace(/ct$/, "c").replace(/([^aeiou])y$/, "$1i");
}

// The words of a text: {key, word, from, to}.
function tokens(text) {
  return Array.from(text.matchAll(TOKEN), (match) => {
    const word = match[0].normalize("NFKC").toLowerCase().replace(/['’]s$|['’]/g, "").replace(/(\d),(?=\d{3})/g, "$1");
    if (!stems.has(word)) stems.set(word, stemmed(word));
    return { key: stems.get(word), word, from: match.index, to: match.index + match[0].length };
  });
}

// A text by its stems, with spaces around each, so that whole words are found by `includes`.
function keyed(text) {
  return " " + tokens(text).map(({ key }) => key).join(" ") + " ";
}

// How much of a long text a result quotes, and how much of it before the first answering word.
const LENGTH = 150, BEFORE = 50;
