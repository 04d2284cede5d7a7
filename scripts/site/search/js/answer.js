// The answer to a query: `all`, pages that say everything asked; `part`, the best for the words that do stand somewhere;
// `none`, nothing of substance stands anywhere.
// Of a part, results that say nearly as much as the best, and no more than a reader looks through.
const NEARLY = 0.6, PARTS = 8;
// A word that is not needed only orders; a single character says less than a word.
const ASIDE_WEIGHT = 0.2, CHARACTER = 0.5;
// What brings a result forward: each word that it has, once more where the words stand in one line or name the entry, less
// in its title; being named; a measure that alone has the query as typed; what the question asks for: a meaning, a page of
// the site, the figure. A term is not what a question about something else is after.
const POINTS = { word: 10, line: 10, title: 3, named: 40, alone: 500, meaning: 900, page: 200, figure: 60, term: -60 };
// Equal results stand by kind: a measure before a city, then indicators, departments, terms, pages of the site.
const BY_KIND = [20, 14, 12, 10, 8, 0];

function sum(words) {
  return words.reduce((total, word) => total + word.weight, 0);
}

// Which entries have each word, and its weight: the rarer, the heavier.
function weigh(query, entries) {
  query.pair = [CITY, INDICATOR].every((kind) => query.needed.some((word) => word.of.some((i) => entries[i].kind === kind)));
  query.words.filter((word) => word.kind !== "stop").forEach((word) => {
    word.held = entries.map((entry, i) => holds(word, entry, i, query, entries));
    const number = word.held.filter(Boolean).length || 0.5, factor = !query.needed.includes(word) ? ASIDE_WEIGHT : word.text.length < 2 ? CHARACTER : 1;
    word.weight = factor * Math.log(1 + entries.length / number);
  });
}

// Does an entry say everything asked? Its name or text has the query as typed, or every word that is needed; of a page of the
// site one name is enough. A definition answers for its own term, and for which city only what has the cities' figures.
function saysAll({ entry, i, typed, held }, query) {
  const named = held.some((word) => word.of.includes(i)), page = query.pages.some((word) => word.of.includes(i));
  if (query.asks.has("city") && !query.plain && !page && entry.kind !== CITY && entry.kind !== INDICATOR) return false;
  if (typed) return true;
  if (query.plain && query.pages.length) return page;
  return held.length > 0 && held.length === query.needed.length && (entry.kind !== TERM || named);
}

// The results for one reading: {query, kind, results}; `without`: words left out, of which the other is asked for.
function search(engine, text, without) {
  const query = read(text, engine);
  if (without) ["needed", "content"].forEach((key) => { query[key] = query[key].filter((word) => !without.includes(word.text)); });
  weigh(query, engine.entries);
  const results = engine.entries
    .map((entry, i) => ({ entry, i, typed: without ? 0 : literal(query, entry), held: query.needed.filter((word) => word.held[i]) }))
    .filter(({ typed, held }) => typed || held.length);
  const alone = results.filter(({ typed, entry }) => typed && entry.run && entry.raw.includes(query.raw)), isName = query.words.some((word) => word.text === query.bare && word.of.length);
  if (alone.length === 1 && !isName) alone[0].typed += POINTS.alone;
  const every = query.asks.has("results") && !results.some(({ typed }) => typed) ? [] : results.filter((one) => saysAll(one, query));
  const most = Math.max(...results.map(({ held }) => sum(held)), 0), substance = (word) => word.kind !== "char" && word.kind !== "single" && !word.asks.length;
  const some = results.filter(({ held }) => sum(held) > NEARLY * most && held.some(substance));
  const ranked = (every.length ? every : some).map((one) => ({ ...one, ...quoted(one, query) })).sort((a, b) => b.points - a.points);
  if (every.length) return { query, kind: "all", results: ranked };
  return { query, kind: ranked.length ? "part" : "none", results: ranked.slice(0, PARTS) };
}

// A result with what to quote and its points.
function quoted({ entry, i, typed, held }, query) {
  const quote = quotation(entry, i, query), named = held.filter((word) => word.of.includes(i));
  const meaning = query.asks.has("meaning") || (!query.asks.size && query.needed.length === 1);
  let points = typed + POINTS.word * sum(held) + POINTS.line * (quote.points + sum(named)) + POINTS.named * named.length + BY_KIND[entry.kind];
  points += POINTS.title * sum(held.filter((word) => says(word, entry.bareTitle)));
  if (entry.kind === TERM) points += meaning && named.length ? POINTS.meaning : POINTS.term;
  if (quote.value) points += POINTS.figure;
  if (query.pages.some((word) => word.of.includes(i))) points += POINTS.page;
  return { line: quote.line, value: quote.value, points };
}

// Things of one kind named together (沈阳和大连, 用能权和排污权): each with the rest of the query, side by side. Two terms or
// departments in a longer question are its words, not things to set side by side.
function united(engine, text, found) {
  const { needed } = found.query, kind = (word) => Math.min(...word.of.map((i) => engine.entries[i].kind));
  const group = [CITY, INDICATOR, DEPARTMENT, TERM].map((one) => needed.filter((word) => kind(word) === one))
    .find((some, at) => some.length > 1 && (at < 2 || some.length === needed.length));
  if (!group) return found;
  const each = group.map((word) => search(engine, text, group.filter((other) => other !== word).map((other) => other.text)));
  if (each.some(({ kind }) => kind !== "all")) return found;
  const best = each.map(({ results }) => results.find(({ entry }) => entry.kind === CITY) || results[0]);
  const side = new Map(best.map((one) => [one.entry.url + one.line.anchor + one.line.text, one]));
  const rest = new Map(each.flatMap(({ results }) => results).map((one) => [one.entry.url, one]));
  best.forEach(({ entry }) => rest.delete(entry.url));
  return { ...found, kind: "all", results: [...side.values(), ...rest.values()] };
}

// What a reader gets. A slip is put right only where nothing says all, and only if all is said then.
function find(engine, text) {
  const found = united(engine, text, search(engine, text));
  return told(engine, (found.kind !== "all" && corrected(engine, found.query)) || found);
}

// With what is missing: words that stand nowhere; else those that do not stand together. `held`: the words of the best
// result; `number`: in how many entries they stand.
function told(engine, found) {
  const { query, results } = found;
  if (found.kind !== "part") return { ...found, missing: [], held: [], number: results.length };
  const missing = query.needed.filter((word) => !word.held.includes(true) && !engine.lex.corpus.includes(word.text)), { held } = results[0];
  return { ...found, missing, held, number: engine.entries.filter((entry, i) => held.every((word) => word.held[i])).length };
}
