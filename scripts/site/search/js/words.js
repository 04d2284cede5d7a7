// A query as words: names of entries, everyday words with their equals, numbers, and what the browser takes for a word.
// A word has `text`, `shown` (as typed), `kind`, `forms` (every way to write it, its own first), `of` (entries so called) and
// `within` (names of cities and departments that it is a part of: 葫芦 in 葫芦岛, 省电 in 省电力公司, which is another thing).
const LONGEST = 40, DATA = 5;
// What a piece of a query costs, so that the cheapest reading has few and known words: what is not known costs more than
// what is, a single character more than a word, a filler little; each character of a passage that only the text makes one
// piece of adds to it, and a filler at its edge (排得, 车和); of two words the longer is the cheaper.
const COST = { name: 1, same: 1, ask: 0.6, soft: 0.8, stop: 0.65, single: 1.2, solid: 1, word: 1.1, run: 0.7, char: 1.6, unknown: 1.5 };
const LETTER = 0.4, LONGER = 0.05, EDGE = 0.8;
const ASIDE = new Set(["ask", "soft", "stop"]), LOOSE = new Set(["run", "word", "unknown"]), STRANGE = new Set(["char", "unknown"]);

// What queries are read with; made once from the index.
function lexicon(index, entries, fold) {
  const bare = (word) => fold(word).bare, names = new Map(), same = new Map(), kinds = new Map(), asks = new Map();
  ["stop", "soft", "single"].forEach((kind) => index[kind].forEach((word) => kinds.set(bare(word), kind)));
  index.same.map((group) => group.map(bare)).forEach((forms) => forms.forEach((word) => {
    if (!kinds.has(word)) kinds.set(word, "same");
    same.set(word, (same.get(word) || [word]).concat(forms.filter((form) => form !== word && form.length > 1)));
  }));
  Object.keys(index.asks).forEach((asked) => index.asks[asked].map(bare).forEach((word) => {
    if (kinds.get(word) !== "same") kinds.set(word, "ask");
    asks.set(word, (asks.get(word) || []).concat(asked));
  }));
  // A number alone is the name of a measure only where it is the whole query.
  const numeral = /^[\d一二三四五六七八九十]+$/;
  entries.forEach((entry, i) => entry.names.filter((name) => !numeral.test(name)).forEach((name) => names.set(name, (names.get(name) || []).concat(i))));
  // 氮氧化物排放 is 氮氧化物 and a word of its own.
  const split = (of, name) => Array.from(name).some((_, at) => same.has(name.slice(at)) && of.some((i) => entries[i].names.includes(name.slice(0, at))));
  names.forEach((of, name) => { if (split(of, name)) names.delete(name); });
  names.forEach((of, name) => { if (!kinds.has(name) || of.some((i) => entries[i].kind !== DATA)) kinds.set(name, "name"); });
  const segmenter = window.Intl && Intl.Segmenter && new Intl.Segmenter("zh", { granularity: "word" });
  const proper = Array.from(names.keys()).filter((name) => names.get(name).some((i) => entries[i].kind === CITY || entries[i].kind === DEPARTMENT));
  return {
    names, same, kinds, asks, proper, corpus: entries.map((entry) => entry.bare).join("\n"),
    ends: (text) => segmenter && Array.from(segmenter.segment(text), ({ index, segment }) => index + segment.length),
  };
}

// The pieces that can begin at `i` in `bare`: [kind, length]. A reference (第50条, 附件6), a year, a number and a Latin word are
// not cut. Where the browser knows words, `ends` has where they end.
function pieces(bare, i, cuts, ends, { kinds, corpus }) {
  const solid = /^(第\d+(条|项|章|部分)|附件\d+|(19|20)\d\d年|十[一二三四五]五|\d+(\.\d+)?%?|[A-Za-z][a-z]*(\d+(\.\d+)?)?)/.exec(bare.slice(i, cuts.find((cut) => cut > i)));
  const least = solid ? solid[0].length : 1, found = [[solid ? "solid" : "char", least]];
  const word = ends ? ends.find((end) => end > i) - i : 0;
  let known = true;
  for (let length = least; length <= Math.min(LONGEST, bare.length - i); length++) {
    const piece = bare.slice(i, i + length), kind = kinds.get(piece);
    known = known && corpus.includes(piece);
    if (kind) found.push([kind, length]);
    if (solid || length < 2) continue;
    if (length === word) found.push([known ? "word" : "unknown", length]);
    if (known && cuts.every((cut) => cut <= i || cut >= i + length)) found.push(["run", length]);
  }
  return found;
}

// What a piece costs. A filler at its edge is no part of a word: a particle at its end (排得), or what the browser takes for a
// word of its own (车和).
function costs(kind, bare, from, to, ends, { kinds }) {
  if (!LOOSE.has(kind)) return COST[kind] - LONGER * (to - from);
  const apart = (at, border) => kinds.has(bare[at]) && (!ends || ends.includes(border));
  const fillers = Number(apart(from, from + 1)) + Number(kinds.get(bare[to - 1]) === "stop" || apart(to - 1, to - 1));
  return COST[kind] + (kind === "run" ? LETTER : -LONGER) * (to - from) + EDGE * fillers;
}

// The cheapest way through `bare` as [kind, from, to]. Characters side by side that make no known word are one unknown word.
function reading(bare, cuts, lex) {
  const best = [], ends = lex.ends(bare), made = [];
  best[bare.length] = { cost: 0 };
  for (let i = bare.length - 1; i >= 0; i--) {
    best[i] = pieces(bare, i, cuts, ends, lex)
      .map(([kind, length]) => ({ kind, to: i + length, cost: costs(kind, bare, i, i + length, ends, lex) + best[i + length].cost }))
      .reduce((a, b) => (b.cost < a.cost ? b : a));
  }
  for (let i = 0; i < bare.length; i = best[i].to) {
    const last = made[made.length - 1], { kind, to } = best[i];
    if (last && STRANGE.has(kind) && STRANGE.has(last[0]) && !cuts.includes(i)) made[made.length - 1] = ["unknown", last[1], to];
    else made.push([kind, i, to]);
  }
  return made;
}

// A query read: its words, those that an answer must have (`needed`) and a figure's clause (`content`), and what it asks for.
function read(text, { entries, fold, lex }) {
  const spaced = inDigits(text.slice(0, 200).normalize("NFKC")).trim(), { raw, bare, at } = fold(spaced), cuts = [];
  spaced.split(/[\s,，、;；?？!！。]+/).forEach((piece) => cuts.push((cuts[cuts.length - 1] || 0) + fold(piece).bare.length));
  const words = reading(bare, cuts, lex).map(([kind, from, to]) => {
    const word = bare.slice(from, to), of = kind === "stop" ? [] : lex.names.get(word) || [];
    const called = of.filter((i) => entries[i].kind !== DATA && entries[i].kind).flatMap((i) => entries[i].forms);
    const equals = lex.same.get(word) || [];
    // A single character stands in many words: where it has equals, they say what it means.
    const forms = Array.from(new Set([...(word.length > 1 || equals.length < 2 ? [word] : []), ...equals.filter((form) => form.length > 1 || equals.length < 2), ...called]));
    const within = lex.proper.filter((name) => name !== word && name.includes(word) && !called.includes(name));
    return { kind, from, to, text: word, within, shown: spaced.slice(at[from], at[to - 1] + 1), forms, of, asks: lex.asks.get(word) || [] };
  });
  const page = (word) => word.of.length > 0 && word.of.every((i) => entries[i].kind === DATA), named = (word) => word.kind === "name" && page(word);
  const said = words.filter((word) => !ASIDE.has(word.kind) && !named(word));
  // Without equals a single character is needed where nothing else is, or where it stands nowhere.
  const telling = said.filter((word) => word.kind !== "single" || word.forms[0] !== word.text || !lex.corpus.includes(word.text));
  const own = telling.length ? telling : said, content = own.concat(words.filter(named));
  // The name of a page of the site (下载, 引用) is what is asked for, unless a thing of the plan is named (沈阳数据下载).
  const pages = words.filter(page), soft = words.filter((word) => word.kind === "soft");
  const needed = !own.length ? (pages.length ? pages : soft) : own.some((word) => word.of.length) ? own : content;
  const asks = new Set(words.flatMap((word) => word.asks));
  const unit = /[多几][少]?万?吨|百分之|%|几成/.exec(bare);
  return { raw, bare, content, unit: unit && (/万吨/.test(unit[0]) ? "万吨" : /吨/.test(unit[0]) ? "吨" : "%"), words, needed, pages, asks, plain: !own.length, compares: words.some((word) => /^[多少大小高低]$/.test(word.text)) };
}
