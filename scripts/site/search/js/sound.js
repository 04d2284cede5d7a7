// How words sound: a syllable for each character, from a list of syllables and the browser's own character table.
const SOUND = 0xe000, LATIN = /^[A-Za-z]+$/, CALLED = new Set([1, 2, 3]);

// GB 2312 in the order of pinyin: every character of its first level to one code for its syllable.
function soundTable(syllables) {
  const starts = new Map(Array.from(syllables.matchAll(/([a-z]+)(.)/gu), ([, syllable, character]) => [character, syllable]));
  const code = new Map(), spelled = new Map();
  let now = "";
  const cells = Uint8Array.from({ length: 40 * 188 }, (_, i) => (i % 2 ? 0xa1 + ((i % 188) >> 1) : 0xb0 + Math.floor(i / 188)));
  for (const character of new TextDecoder("gbk").decode(cells)) {
    now = starts.get(character) || now;
    if (!spelled.has(now)) spelled.set(now, String.fromCharCode(SOUND + spelled.size));
    code.set(character, spelled.get(now));
  }
  return { code, spelled };
}

// Names and all text by their sound, made once.
function hearing(engine, more) {
  const { code, spelled } = soundTable(more.syllables);
  const readings = Object.entries(more.readings).map(([word, sound]) => [word, sound.split(" ").map((part) => spelled.get(part)).join("")]);
  const hear = (text) => {
    const heard = Array.from(text, (character) => code.get(character) || character);
    readings.forEach(([word, sound]) => places(text, word).forEach((at) => heard.splice(at, word.length, ...sound)));
    return heard.join("");
  };
  const syllable = new Map(Array.from(spelled, ([written, sound]) => [sound, written]));
  const written = (sound) => Array.from(sound, (part) => syllable.get(part) || part);
  const blur = (sound) => written(sound).map((part) => part.replace(/^([zcs])h/, "$1").replace(/ng$/, "n")).join(" ");
  const entity = (name) => CALLED.has(engine.entries[(engine.lex.names.get(name) || [0])[0]].kind);
  return {
    spelled, hear, blur, corpus: hear(engine.lex.corpus),
    names: Array.from(new Set([...engine.lex.names.keys(), ...engine.lex.same.keys()]), (name) => {
      const sound = hear(name);
      return { name, sound, blurred: blur(sound), initials: entity(name) ? written(sound).map((part) => part[0]).join("") : "" };
    }),
  };
}

// Every way to read Latin letters as syllables, as sounds.
function syllabled(letters, spelled) {
  const ways = [[""]];
  for (let end = 1; end <= letters.length; end++) {
    ways.push(ways.flatMap((some, start) => {
      const sound = spelled.get(letters.slice(start, end));
      return sound ? some.map((way) => way + sound) : [];
    }).slice(0, 16));
  }
  return ways[letters.length].sort((a, b) => a.length - b.length);
}

// Every way to hear `part`, as sounds.
function sounds(part, { hear, spelled }) {
  return LATIN.test(part) ? syllabled(part.toLowerCase(), spelled) : [hear(part)];
}
