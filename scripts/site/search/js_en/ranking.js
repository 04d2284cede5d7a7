// The answer to a query: `all`, pages that say everything asked; `part`, the best for the words that do stand somewhere;
// `none`, nothing of substance stands anywhere.
// Of a part, results that say nearly as much as the best, and no more than a reader looks through; a word that is not
// needed only orders, and an equal says a little less than the word as typed.
const NEARLY = 0.6, PARTS = 8, ASIDE_WEIGHT = 0.15, EQUAL = 0.8;
// What brings a result forward: each word that it has, once more where the words stand in one line (and next to one
// another), in its title; being named, or its title being all that is asked; the query as typed
// (by its stems); what the question asks for.
const POINTS = { word: 10, line: 12, again: 4, beside: 0.4, title: 8, named: 40, heading: 60, whole: 60, typed: 150, meaning: 900, page: 200, figure: 60, cities: 60, term: -30, chapter: -15 };
// Equal results stand by kind: a measure before a city, then indicators, departments, terms, pages of the site.
const BY_KIND = [20, 14, 12, 10, 8, 0];

function sum(words) {
  return words.reduce((total, word) => total + word.weight, 0);
}

function says(word, keys) {
  return word.forms.some((form) => keys.includes(" " + form + " ")) || Boolean(word.prefix && keys.includes(" " + word.prefix));
}

// Which entries have each word, and its weight: the rarer, the heavier.
function weigh(query, entries) {
  query.words.filter(({ kind }) => kind !== "stop").forEach((word) => {
    const department = word.of.some((i) => entries[i].kind === DEPARTMENT);
    word.held = entries.map((entry, i) => word.of.includes(i) || says(word, department ? entry.whole : entry.keys));
    const number = word.held.filter(Boolean).length || 0.5;
    word.weight = (query.needed.includes(word) ? 1 : ASIDE_WEIGHT) * Math.log(1 + entries.length / number);
  });
}

// Is an entry, or the part of it that comes later, a page of the site that the query names?
function isPage({ url }, query, entries) {
  return query.pages.some((word) => word.of.some((one) => entries[one].url === url));
}

// Does an entry say everything asked? Of two cities (indicators, departments, terms) each is an answer by itself. A definition
// answers for its own term, and for which city only what has the cities' figures.
function saysAll({ entry, i, held, typed }, query, entries) {
  if (typed) return true;
  const page = isPage(entry, query, entries), own = held.some((word) => word.of.includes(i));
  if (query.asks.has("city") && !query.plain && entry.kind !== CITY && entry.kind !== INDICATOR) return false;
  if (query.plain && query.pages.length) return page;
  const like = (word) => word.of.length && entry.kind && word.of.every((one) => entries[one].kind === entry.kind || entries[one].kind === TERM);
  const spared = own && entry.kind !== MEASURE ? query.needed.filter((word) => !held.includes(word) && like(word)) : [];
  return held.length > 0 && held.length + spared.length === query.needed.length && (entry.kind !== TERM || own);
}

// Points of a line for the words that stand in it, and for neighbours that stand side by side.
function linePoints(line, words, query) {
  const told = words.filter((word) => says(word, line.keys));
  const beside = told.filter((word, at) => at && word.forms.slice(0, 8).some((form) => told[at - 1].forms.slice(0, 8).some((before) => line.keys.includes(" " + before + " " + form + " "))));
  const typed = told.reduce((total, word) => total + word.weight * (line.keys.includes(" " + word.text + " ") ? 1 : EQUAL), 0);
  return typed + POINTS.beside * sum(beside) + (query.phrase.length > 2 && line.keys.includes(query.phrase) ? 3 : 0);
}

// What to quote of an entry: {line, value, points}.
function quotation(entry, i, query, engine) {
  const answer = figure(entry, i, query, engine), words = query.words.filter((word) => word.weight && says(word, entry.whole)), points = entry.lines.map((line) => linePoints(line, words, query));
  const from = entry.run ? 1 : 0, best = points.slice(from).reduce((at, value, j) => (value > points[at] ? j + from : at), from);
  const shown = (line) => (line && line.shows != null ? entry.lines[line.shows] : line), who = query.asks.has("who") && entry.lines.find((line) => line.anchor === "departments");
  return { line: shown(answer || who || entry.lines[best]), value: answer ? answer.value : "", points: Math.max(...points, 0) };
}

function quoted({ entry, i, held, typed }, query, engine) {
  const quote = quotation(entry, i, query, engine), named = held.filter((word) => word.of.includes(i)), titled = held.filter((word) => says(word, entry.called));
  const meaning = query.asks.has("meaning") || (!query.asks.size && query.needed.length === 1), heading = entry.head.trim().split(" ");
  const covered = heading.filter((key) => query.words.some((word) => word.forms.some((form) => (" " + form + " ").includes(" " + key + " ")))).length / heading.length;
  let points = POINTS.word * sum(held) + POINTS.line * quote.points + POINTS.title * sum(titled) + POINTS.named * named.length + BY_KIND[entry.kind];
  points += POINTS.heading * covered * covered + POINTS.again * Math.min(3, entry.lines.slice(0, entry.run).filter((line) => held.some((word) => says(word, line.keys))).length);
  if (titled.length && titled.length === query.needed.length) points += POINTS.whole;
  if (entry.kind === TERM) points += meaning && named.length === query.needed.length ? POINTS.meaning : POINTS.term;
  if (entry.kind === MEASURE && !entry.run) points += POINTS.chapter;
  if (typed) points += POINTS.typed;
  if (quote.value) points += POINTS.figure;
  if (isPage(entry, query, engine.entries)) points += POINTS.page;
  if (query.asks.has("city") && entry.kind === INDICATOR) points += POINTS.cities;
  // The counts of a department say what it does: they are quoted where none of them is the answer.
  const counts = entry.kind === DEPARTMENT && !quote.value && { anchor: "", text: entry.lines.map(({ value }) => value).join("; ") };
  return { line: counts || quote.line || { anchor: "", text: "" }, value: quote.value, points };
}

// The results for one reading: {query, kind, results}.
function search(engine, query) {
  const { entries } = engine, number = /^\s*(\d{1,2})\s*$/.exec(query.typed);
  query.phrase = keyed(query.words.filter(({ kind }) => kind !== "stop").map(({ word }) => word).join(" "));
  weigh(query, entries);
  const whole = " " + query.list.map(({ key }) => key).join(" ") + " ", phrase = query.list.length > 1 && query.needed.length;
  const results = entries.map((entry, i) => ({ entry, i, typed: Boolean(phrase) && (entry.called.includes(whole) || entry.lines.some(({ anchor, keys }) => anchor !== "departments" && keys.includes(whole))), held: query.needed.filter((word) => word.held[i]) }))
    .filter(({ held, typed }) => held.length || typed);
  if (number) entries.forEach((entry, i) => { if (entry.url === "measures/" + Number(number[1]) + "/") results.push({ entry, i, held: [{ ...query.needed[0], weight: 99, of: [i] }] }); });
  const every = query.asks.has("results") && !query.plain ? [] : results.filter((one) => saysAll(one, query, entries));
  const most = Math.max(...results.map(({ held }) => sum(held)), 0), some = results.filter(({ held }) => sum(held) > NEARLY * most && held.some(({ kind }) => kind !== "soft"));
  const seen = new Set(), ranked = (every.length ? every : some).map((one) => ({ ...one, ...quoted(one, query, engine) })).sort((a, b) => b.points - a.points)
    .filter(({ entry }) => !seen.has(entry.url) && seen.add(entry.url));
  if (every.length) return { query, kind: "all", results: ranked };
  return { query, kind: ranked.length ? "part" : "none", results: ranked.slice(0, PARTS) };
}

// A word that stands nowhere, as it is, as one being typed, or as one with a slip in it. In a short word only what a hand leaves
// out or turns round is a slip: with a letter changed it is often another word (peace, place).
function nearest(word, engine, last) {
  const { vocabulary, known, entries } = engine, all = Array.from(vocabulary.keys()), typed = word.word, named = (key) => (known.get(key) || { of: [] }).of.filter((i) => entries[i].kind !== DATA);
  const city = (one) => named(vocabulary.get(one)).some((i) => entries[i].kind === CITY);
  const open = last && typed.length >= PREFIX_OF_CITY ? all.filter((one) => one.startsWith(typed) && (typed.length >= PREFIX || city(one))) : [];
  if (open.length) return { ...word, prefix: typed, forms: Array.from(new Set(open.map((one) => vocabulary.get(one)))), of: Array.from(new Set(open.flatMap((one) => named(vocabulary.get(one))))) };
  if (typed.length < SLIP || /[\d ]/.test(typed)) return word;
  const limit = typed.length < SLIPS ? 1 : 2, letters = (text) => Array.from(text).sort().join("");
  const near = all.filter((one) => one[0] === typed[0] && one.length >= SLIP && (typed.length >= SURE || city(one) || one.length > typed.length || letters(one) === letters(typed)))
    .map((one) => ({ one, away: distance(typed, one, limit) })).filter(({ away }) => away <= limit).sort((a, b) => a.away - b.away);
  const closest = near.filter(({ away }) => away === near[0].away), keys = new Set(closest.map(({ one }) => vocabulary.get(one)));
  return keys.size === 1 ? { ...word, instead: closest[0].one } : word;
}

// What a reader gets. A slip is put right only where that leaves less missing; a Chinese query is the Chinese search's.
function find(engine, text) {
  if (HAN.test(text)) return engine.chinese ? engine.chinese(text) : { query: { words: [], needed: [], asks: new Set() }, kind: "none", results: [], missing: [], held: [], number: 0 };
  const query = read(text, engine), unknown = query.needed.filter((word) => !word.of.length && !says(word, engine.corpus));
  const tried = new Map(unknown.map((word) => [word, nearest(word, engine, word === query.words[query.words.length - 1] && !/\s$/.test(text))]));
  const slips = Array.from(tried.values()).filter(({ instead }) => instead);
  if (slips.length) {
    const put = slips.reduce((whole, { shown, instead }) => whole.replace(shown, instead), query.typed), found = search(engine, read(put, engine));
    // Where that leaves something else missing, a long word of which one letter is wrong is still no other word.
    const sure = found.kind === "part" && slips.every(({ word, instead }) => word.length >= SURE && distance(word, instead, 1) < 2);
    if (found.kind === "all" || sure) return told(engine, { ...found, instead: { of: slips[0].shown, word: slips[0].instead } });
  }
  ["words", "needed"].forEach((key) => { query[key] = query[key].map((word) => tried.get(word) || word); });
  // A page of the site that is named may have more lines than the first part of the index has.
  return { ...told(engine, search(engine, query)), wide: query.pages.length > 0 };
}

// With what is missing: words that stand nowhere; else those that do not stand together. `held`: the words of the best
// result; `number`: in how many entries they stand.
function told(engine, found) {
  const { query, results } = found;
  if (found.kind !== "part") return { ...found, missing: [], held: [], number: results.length };
  const missing = query.needed.filter((word) => !word.held.includes(true) && !says(word, engine.corpus)), { held } = results[0];
  return { ...found, missing, held, number: engine.entries.filter((entry, i) => held.every((word) => word.held[i])).length };
}

// Where a text answers the query: [from, to) in the text, in order, without overlap.
function ranges(query, text) {
  const list = tokens(text), forms = query.words.filter(({ kind, forms }) => kind !== "stop" && kind !== "ask" && forms).flatMap(({ forms }) => forms).map((form) => form.split(" "));
  const found = forms.flatMap((form) => list.map((_, at) => list.slice(at, at + form.length)).filter((run) => run.length === form.length && run.every(({ key }, j) => key === form[j])).map((run) => [run[0].from, run[run.length - 1].to]));
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  return found.filter(([from], i) => found.slice(0, i).every((other) => other[1] <= from));
}
