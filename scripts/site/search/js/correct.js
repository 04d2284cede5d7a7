// Slips of the keyboard, looked for only where a query finds nothing: characters that sound alike, pinyin, one letter off.

// How far a slip may reach beyond what is not known, how many ways to put it right are tried, and how often two characters
// stand together if they are a word.
const AROUND = 4, TRIES = 8, OFTEN = 5;

// Names that sound like `part`.
function soundsNamed(part, { ear }) {
  const heard = sounds(part, ear);
  return ear.names.filter(({ name, sound }) => heard.includes(sound) && name !== part).map(({ name }) => name);
}

// Runs of the index's text that sound like `part`; for two characters only where no other run here sounds so, and often
// enough to be a word.
function soundsLike(part, { ear, lex }) {
  for (const sound of sounds(part, ear)) {
    const found = new Map();
    places(ear.corpus, sound).forEach((at) => {
      const word = lex.corpus.slice(at, at + sound.length);
      if (/[^A-Za-z]/.test(word)) found.set(word, (found.get(word) || 0) + 1);
    });
    if (found.size && (sound.length > 2 || LATIN.test(part) || (found.size === 1 && found.values().next().value >= OFTEN))) return Array.from(found.keys()).sort((a, b) => found.get(b) - found.get(a));
  }
  return [];
}

// Names that sound nearly like `part` (zh and z, ang and an are taken for each other), or a city, indicator or department
// by its initials (hld: 葫芦岛); two different entries are no answer.
function soundsNear(part, { ear, lex }) {
  const blurred = sounds(part, ear).map(ear.blur), letters = part.toLowerCase();
  return onlyOne(ear.names.filter((one) => blurred.includes(one.blurred) || (letters.length > 1 && one.initials === letters)).map(({ name }) => name), lex);
}

// The names, if one entry has them all.
function onlyOne(names, lex) {
  const owners = names.map((name) => lex.names.get(name) || []);
  return names.length && owners[0].some((i) => owners.every((of) => of.includes(i))) ? names : [];
}

// Names one slip away. What merely adds to a name is no slip, nor is another last word: it says what the thing is (碳排放税 is
// no 碳排放权).
function looksLike(part, { lex }) {
  const latin = LATIN.test(part), names = Array.from(lex.names.keys());
  if (/\d/.test(part) || part.length < (latin ? 5 : 4)) return [];
  const another = (name) => part.slice(0, -1) === name.slice(0, -1) && names.some((other) => other.endsWith(part.slice(-1)));
  const added = (name) => part.includes(name) || name.includes(part);
  return onlyOne(names.filter((name) => LATIN.test(name) === latin && !added(name) && (latin || !another(name)) &&
    distance(part.toLowerCase(), name.toLowerCase(), 1) < 2), lex);
}

// The stretches of a query that hold all that is not known, then those that hold one unknown word; the longest first.
function suspects(query) {
  const odd = query.needed.filter((word) => word.kind === "char" || !word.held.includes(true)), windows = [];
  const around = (first, last) => {
    for (let from = Math.max(0, first - AROUND); from <= first; from++) {
      for (let to = Math.max(from + 2, last); to <= Math.min(query.bare.length, last + AROUND); to++) windows.push([from, to]);
    }
  };
  if (odd.length) around(Math.min(...odd.map((word) => word.from)), Math.max(...odd.map((word) => word.to)));
  odd.forEach((word) => around(word.from, word.to));
  return windows.sort((a, b) => b[1] - b[0] - (a[1] - a[0]));
}

// The query with one stretch put right, or null: so that all of it is found, or, for what sounds just like a name, so that
// less is missing.
function corrected(engine, query) {
  if (!engine.ear) return null;
  let tries = 0;
  const lacks = (one) => one.needed.filter((word) => !word.held.includes(true)).length, windows = suspects(query);
  for (const like of [soundsNamed, soundsLike, soundsNear, looksLike]) {
    for (const [from, to] of windows) {
      const part = query.bare.slice(from, to);
      for (const word of like(part, engine).slice(0, 3)) {
        if (++tries > TRIES) return null;
        const text = [query.bare.slice(0, from), word, query.bare.slice(to)].join(" "), found = united(engine, text, search(engine, text));
        if (found.kind === "all" || (like === soundsNamed && lacks(found.query) < lacks(query))) return { ...found, instead: { of: part, word } };
      }
    }
  }
  return null;
}
