// A query as words: names, what people say for what the plan says, numbers, and what is in no list. A word has `shown` (as
// typed), `kind`, `forms` (every way to write it, by stems), `of` (entries so called) and `asks` (what a question asks for).
const MEASURE = 0, CITY = 1, INDICATOR = 2, DEPARTMENT = 3, TERM = 4, DATA = 5;
const LONGEST = 9, HAN = /[\u3400-\u9fff]/, ASIDE = new Set(["ask", "soft", "page", "stop"]);
// Letters from which on the last word may be one still being typed, of a city or of any word; from which on a word may have one
// slip, or two, or one of any kind and even where not all is found.
const PREFIX = 5, PREFIX_OF_CITY = 3, SLIP = 5, SLIPS = 10, SURE = 7;

// An entry of the index, ready to be compared; of a line, what it says and its figure; the departments of an item apart.
function prepare(entry, cells) {
  const lines = (entry.lines || []).map(([anchor, text, value, answers, shows, note, label, other]) => ({
    anchor, text: text + (note || ""), value, answers, shows, other, clause: keyed(text), keys: keyed(value ? text + " " + value : text),
    label: label == null && answers === "rank" ? cells.labels.findIndex((one) => text.startsWith(one)) : label,
  }));
  const title = keyed(entry.title), names = (entry.names || []).map(keyed), own = lines.filter((line) => line.anchor !== "departments");
  const all = title + names.filter((name) => name.length > 4).join("") + own.map(({ keys }) => keys).join("");
  return { ...entry, lines, called: title, head: keyed(entry.title.replace(/^(Item|Chapter) \d+: /, "")), keys: all, whole: all + lines.map(({ keys }) => keys).join("") };
}

// Each figure of the annexes as a line of its city and of its indicator: `label` says which quantity, `other` of whom.
function laid({ entries, cells }) {
  const [cities, indicators] = [CITY, INDICATOR].map((kind) => entries.filter((entry) => entry.kind === kind));
  cells.rows.forEach(([city, indicator, label, value, answers, note]) => {
    const put = (entry, anchor, other) => entry.lines.push([anchor, _("{name} {quantity}", { name: other.title, quantity: cells.labels[label] }), value, answers, null, note, label, entries.indexOf(other)]);
    put(cities[city], "figures", indicators[indicator]);
    put(indicators[indicator], "cities", cities[city]);
  });
  return entries;
}

// The engine: the entries and what queries are read with.
function begun(index) {
  index.apart.forEach((word) => apart.add(word));
  const engine = { index, lacking, entries: laid(index).map((entry) => prepare(entry, index.cells)) };
  return lexicon(engine);
}

function completed(engine, more) {
  engine.entries.push(...more.entries.map((entry) => prepare(entry, engine.index.cells)));
  return lexicon(engine);
}

function lexicon(engine) {
  const { index, entries } = engine, known = new Map(), key = (text) => keyed(text).trim();
  const put = (text, kind, more) => {
    const word = known.get(key(text)) || { kind, forms: [], of: [], asks: [] };
    known.set(key(text), { kind: word.kind === "stop" || word.kind === "soft" ? word.kind : kind, forms: word.forms.concat(more.forms || []), of: word.of.concat(more.of || []), asks: word.asks.concat(more.asks || []) });
  };
  index.stop.forEach((text) => put(text, "stop", {}));
  index.soft.forEach((text) => put(text, "soft", {}));
  entries.forEach((entry, i) => {
    const names = (entry.names || []).concat(entry.title.replace(/^(Item|Chapter) \d+: /, "")), called = names.filter((name) => !/^\d+$/.test(name));
    // A number (annex 1) is no other way to say a name.
    const forms = entry.kind && entry.kind !== DATA ? called.filter((name) => !/\s\d+$/.test(name)).map(key) : [];
    called.forEach((name) => put(name, entry.kind === DATA ? "page" : "name", { of: [i], forms: [key(name), ...forms] }));
  });
  // A phrase for a name is as good as the name, and a word for a page of the site; a single word may mean another thing.
  const called = (form, page) => (known.get(key(form)) || { of: [] }).of.filter((i) => entries[i].kind && (entries[i].kind === DATA ? page : form.includes(" ")));
  index.same.forEach(([said, plan]) => said.forEach((text) => {
    const page = text.includes(" ") && (known.get(key(plan[0])) || {}).kind === "page";
    put(text, page ? "page" : "same", { forms: [text, ...plan].map(key), of: plan.concat(text).flatMap((form) => called(form, page)) });
  }));
  Object.keys(index.asks).forEach((asked) => index.asks[asked].forEach((text) => put(text, (known.get(key(text)) || { kind: "ask" }).kind, { asks: [asked] })));
  index.same.forEach(([, plan]) => plan.filter((text) => text.includes(" ") && !known.has(key(text))).forEach((text) => put(text, "same", { forms: [key(text)] })));
  index.inside.forEach((text) => known.set(key(text), { kind: "word", forms: [key(text) + " alone"], of: [], asks: [] }));
  const vocabulary = new Map();
  entries.forEach((entry) => [entry.title, ...(entry.names || []), ...entry.lines.map(({ text }) => text)].forEach((text) => tokens(text).forEach(({ word, key }) => vocabulary.set(word, key))));
  index.same.forEach(([said]) => said.forEach((text) => tokens(text).forEach(({ word, key }) => vocabulary.set(word, key))));
  return Object.assign(engine, { known, vocabulary, stemsKnown: new Set(vocabulary.values()), corpus: entries.map(({ whole }) => whole).join("\n") });
}

// Two words that the plan writes as one (bio gas), or one that it writes as two (airpollution), are put as the plan has them.
function joined(list, { vocabulary, stemsKnown, known, corpus }) {
  const familiar = ({ word, key }) => vocabulary.has(word) || stemsKnown.has(key) || known.has(key);
  const made = [];
  list.forEach((token) => {
    const last = made[made.length - 1], whole = last && last.word + token.word;
    const parts = familiar(token) || token.word.length < 9 ? [] : Array.from(token.word, (_, at) => [token.word.slice(0, at), token.word.slice(at)])
      .find((pair) => pair.every((part) => part.length > 2 && vocabulary.has(part))) || [];
    if (last && vocabulary.has(whole) && !corpus.includes(" " + last.key + " " + token.key + " ")) made[made.length - 1] = { ...last, word: whole, key: vocabulary.get(whole), to: token.to };
    else if (parts.length) parts.forEach((word) => made.push({ ...token, word, key: vocabulary.get(word) }));
    else made.push(token);
  });
  return made;
}

// A query read: its words, those that an answer must have (`needed`), the pages of the site that it names, what it asks for.
function read(text, engine) {
  const spaced = text.slice(0, 200).replace(/(\d)\s*(?:%|per\s?cent\b)/gi, "$1%").replace(/r\s?&\s?d\b/gi, "research and development")
    .replace(/^\s*(?:article|clause|point|no\.?|paragraph|measure|item|section)\s*(\d+)\s*$/i, "item $1").replace(/\b(?:appendix|annexe?)\s*(\d)/gi, "annex $1");
  const list = joined(tokens(spaced), engine), words = [];
  for (let i = 0; i < list.length;) {
    let length = Math.min(LONGEST, list.length - i);
    const phrase = () => list.slice(i, i + length).map(({ key }) => key).join(" ");
    while (length > 1 && !engine.known.has(phrase())) length--;
    const found = engine.known.get(phrase()), own = phrase(), shown = spaced.slice(list[i].from, list[i + length - 1].to);
    const forms = found && found.forms.length ? Array.from(new Set(found.forms)) : /^\d+(\.\d+)?$/.test(own) ? [own, own + "%"] : [own];
    const word = { kind: "word", asks: [], of: [], ...found, forms, text: own, word: list.slice(i, i + length).map(({ word }) => word).join(" "), shown };
    words.push({ ...word, of: Array.from(new Set(word.of)) });
    i += length;
  }
  const own = words.filter(({ kind }) => !ASIDE.has(kind)), pages = words.filter(({ kind }) => kind === "page"), soft = words.filter(({ kind }) => kind === "soft");
  const needed = own.length ? own : pages.length ? pages : soft;
  return { typed: spaced, list, words, needed, pages, plain: !own.length, asks: new Set(words.flatMap(({ asks }) => asks)) };
}
