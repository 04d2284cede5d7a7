// Slips of the keyboard, looked for only where a query finds nothing: characters that sound alike, pinyin, one letter off.
const SOUND = 0xe000, LATIN = /^[A-Za-z]+$/, CALLED = new Set([1, 2, 3]);

// GB 2312 in the order of pinyin: every character of its first level to one code for its syllable.
function soundTable(syllables) {
  const starts = new Map(Array.from(syllables.matchAll(/([a-z]+)(.)/gu), ([, syllable, character]) => [character, syllable]));
  const code = new Map(), spelled = new Map();
  let now = "";
  for (let row = 0xb0; row <= 0xd7; row++) {
    const cells = Uint8Array.from({ length: 188 }, (_, i) => (i % 2 ? 0xa1 + (i >> 1) : row));
    for (const character of new TextDecoder("gbk").decode(cells)) {
      now = starts.get(character) || now;
      const usual = now.replace("v", "u");
      if (!spelled.has(usual)) spelled.set(usual, String.fromCharCode(SOUND + spelled.size));
      spelled.set(now, spelled.get(usual));
      code.set(character, spelled.get(usual));
    }
  }
  return { code, spelled };
}

// Names and all text by their sound, made once, when the first query finds nothing.
function hearing(engine) {
  const { code, spelled } = soundTable(engine.index.syllables);
  const readings = Object.entries(engine.index.readings).map(([word, sound]) => [word, sound.split(" ").map((part) => spelled.get(part)).join("")]);
  const hear = (text) => {
    const heard = Array.from(text, (character) => code.get(character) || character);
    readings.forEach(([word, sound]) => places(text, word).forEach((at) => {
      for (let i = 0; i < word.length; i++) heard[at + i] = sound[i];
    }));
    return heard.join("");
  };
  const names = Array.from(engine.lex.names.keys()).concat(engine.entries.filter((entry) => entry.kind === 0).map((entry) => entry.names[0]));
  const syllable = new Map(Array.from(spelled, ([written, sound]) => [sound, written]));
  const written = (sound) => Array.from(sound, (part) => syllable.get(part) || part);
  const blur = (sound) => written(sound).map((part) => part.replace(/^([zcs])h/, "$1").replace(/ng$/, "n")).join(" ");
  const entity = (name) => CALLED.has(engine.entries[(engine.lex.names.get(name) || [0])[0]].kind);
  return {
    spelled, hear, blur, corpus: hear(engine.lex.corpus),
    names: names.map((name) => {
      const sound = hear(name);
      return { name, sound, blurred: blur(sound), initials: entity(name) ? written(sound).map((part) => part[0]).join("") : "" };
    }),
  };
}

// Every way to read Latin letters as syllables, as sounds.
function syllabled(letters, spelled) {
  const ways = [[""]];
  for (let end = 1; end <= letters.length; end++) {
    ways[end] = [];
    for (let start = Math.max(0, end - 6); start < end; start++) {
      const sound = spelled.get(letters.slice(start, end));
      if (sound) ways[end].push(...ways[start].map((way) => way + sound));
    }
    ways[end].splice(16);
  }
  return ways[letters.length].sort((a, b) => a.length - b.length);
}

// Changes of one character (exchange of neighbours counts as one) from `a` to `b`, given up beyond `limit`.
function distance(a, b, limit) {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let last = [], row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], last[j - 2] + 1);
    }
    last = row;
    row = next;
  }
  return row[b.length];
}

// Every way to hear `part`, as sounds.
function sounds(part, { hear, spelled }) {
  return LATIN.test(part) ? syllabled(part.toLowerCase(), spelled) : [hear(part)];
}

// Names that sound like `part`.
function soundsNamed(part, { ear }) {
  const heard = sounds(part, ear);
  return ear.names.filter(({ name, sound }) => heard.includes(sound) && name !== part).map(({ name }) => name);
}

// Runs of the index's text (three characters and more; in Latin letters two syllables) that sound like `part`.
function soundsLike(part, { ear, lex }) {
  for (const sound of sounds(part, ear)) {
    if (sound.length < (LATIN.test(part) ? 2 : 3)) continue;
    const found = new Map();
    places(ear.corpus, sound).forEach((at) => {
      const word = lex.corpus.slice(at, at + sound.length);
      if (/[^A-Za-z]/.test(word)) found.set(word, (found.get(word) || 0) + 1);
    });
    if (found.size) return Array.from(found.keys()).sort((a, b) => found.get(b) - found.get(a));
  }
  return [];
}

// Names that sound nearly like `part` (zh and z, ang and an are taken for each other), or a city, indicator or department
// by its initials (hld: 葫芦岛); two different entries are no answer.
function soundsNear(part, { ear, lex }) {
  const blurred = sounds(part, ear).map(ear.blur), letters = part.toLowerCase();
  const near = ear.names.filter((one) => blurred.includes(one.blurred) || (letters.length > 1 && one.initials === letters));
  return onlyOne(near.map(({ name }) => ({ name, of: lex.names.get(name) })));
}

// The names, if one entry has them all.
function onlyOne(near) {
  const shared = near.length ? near[0].of.filter((i) => near.every(({ of }) => of.includes(i))) : [];
  return shared.length ? near.map(({ name }) => name) : [];
}

// Names one slip away (two in long Latin ones). What merely adds to a name is no slip, nor is another last word: it says
// what the thing is (碳排放税 is no 碳排放权).
function looksLike(part, engine) {
  const latin = LATIN.test(part);
  if (/\d/.test(part) || part.length < (latin ? 5 : 3)) return [];
  const limit = latin && part.length > 9 ? 2 : 1;
  const names = Array.from(engine.lex.names.keys()), means = (character) => names.some((name) => name.endsWith(character));
  const near = [];
  engine.lex.names.forEach((of, name) => {
    if (LATIN.test(name) !== latin || name.length < 3 || part.includes(name) || name.includes(part)) return;
    if (!latin && engine.entries[of[0]].kind === 1 && name.endsWith("市")) return;
    if (!latin && part.length === name.length && part.slice(0, -1) === name.slice(0, -1) && means(part.slice(-1))) return;
    const away = distance(part.toLowerCase(), name.toLowerCase(), limit);
    if (away <= limit) near.push({ name, of, away });
  });
  near.sort((a, b) => a.away - b.away);
  return onlyOne(near.filter((one) => one.away === near[0].away));
}

// The stretches of a query that hold all of what is not known, longest first; without such a part, the whole.
function suspects(query) {
  const odd = query.units.filter((unit) => unit.kind === "char" || unit.kind === "unknown");
  const stops = query.units.filter((unit) => unit.kind === "stop");
  const first = Math.min(...odd.map((unit) => unit.start)), last = Math.max(...odd.map((unit) => unit.end));
  const windows = [];
  for (let from = 0; from < query.bare.length - 1; from++) {
    for (let to = from + 2; to <= Math.min(query.bare.length, from + 40); to++) {
      const holds = odd.length ? from <= first && to >= last : to - from === query.bare.length;
      if (holds && !stops.some((unit) => unit.start < to && unit.end > from)) windows.push([from, to]);
    }
  }
  return windows.sort((a, b) => b[1] - b[0] - (a[1] - a[0]));
}

// The query with one stretch put right so that all of it is found: {query, results, instead}, or null.
function corrected(engine, query) {
  engine.ear = engine.ear || hearing(engine);
  for (const like of [soundsNamed, soundsLike, soundsNear, looksLike]) {
    for (const [from, to] of suspects(query)) {
      const part = query.bare.slice(from, to);
      for (const word of like(part, engine).slice(0, 3)) {
        const found = search(engine, [query.bare.slice(0, from), word, query.bare.slice(to)].join(" "));
        const odd = found.query.units.some((unit) => unit.kind === "char" || unit.kind === "unknown");
        if (found.results.length && !odd) return { ...found, instead: { of: part, word } };
      }
    }
  }
  return null;
}
