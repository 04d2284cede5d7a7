// The answer to a query: `all`, pages that say everything asked; `part`, the best for the words that do stand somewhere;
// `none`, nothing of substance stands anywhere.
const OWN = [20, 14, 12, 10, 8, 0], PARTS = 8, ALONE = 500;

// The results for one reading: {query, kind, results, missing, found, number}.
function search(engine, text, without) {
  const query = read(text, engine);
  if (without) ["needed", "content"].forEach((key) => { query[key] = query[key].filter((word) => !without.includes(word.text)); });
  weigh(query, engine.entries);
  const results = engine.entries.map((entry, i) => ({ entry, i, typed: without ? 0 : literal(query, entry) }))
    .map((one) => ({ ...one, held: query.needed.filter((word) => word.held[one.i]) }))
    .filter(({ typed, held }) => typed || held.length);
  const runs = results.filter(({ typed, entry }) => typed && entry.run), exact = runs.filter(({ entry }) => entry.raw.includes(query.raw));
  if ((exact.length || runs.length) === 1 && !query.words.some((word) => word.text === query.bare && word.of.length)) (exact[0] || runs[0]).typed += ALONE;
  const every = results.filter(({ typed, held, i }) => typed || (query.needed.length && (query.plain && query.pages.length ? held.some((word) => word.of.includes(i)) : held.length === query.needed.length)));
  const named = ({ i }) => query.needed.some((word) => word.of.includes(i));
  const whole = query.asks.has("results") && !results.some(({ typed }) => typed) ? [] : every.filter((one) => one.typed || one.entry.kind !== TERM || named(one)).filter(({ entry, i }) => !query.asks.has("city") || entry.kind === CITY || entry.kind === INDICATOR || query.pages.some((word) => word.of.includes(i)) || query.plain);
  const weight = ({ held }) => held.reduce((sum, word) => sum + word.weight, 0), most = Math.max(...results.map(weight), 0);
  const chosen = whole.length ? whole : results.filter((one) => weight(one) > 0.6 * most && one.held.some((word) => word.kind !== "char" && word.kind !== "single"));
  const ranked = chosen.map((one) => ({ ...one, ...quoted(one, query) })).sort((a, b) => b.points - a.points);
  return { query, kind: whole.length ? "all" : ranked.length ? "part" : "none", results: whole.length ? ranked : ranked.slice(0, PARTS) };
}

// Which entries have each word, and its weight: the rarer, the heavier; what is not needed only orders.
function weigh(query, entries) {
  query.pair = [CITY, INDICATOR].every((kind) => query.needed.some((word) => word.of.some((i) => entries[i].kind === kind)));
  query.words.filter((word) => word.kind !== "stop").forEach((word) => {
    word.held = entries.map((entry, i) => holds(word, entry, i, query, entries));
    const number = word.held.filter(Boolean).length;
    word.weight = (!query.needed.includes(word) ? 0.2 : word.text.length < 2 ? 0.5 : 1) * Math.log(1 + entries.length / (number || 0.5));
  });
}

// A result with what to quote and its points: as typed, by its words, by the words in one line and in its title, by what
// the question asks for.
function quoted({ entry, i, typed, held }, query) {
  const quote = quotation(entry, i, query), sum = (words) => words.reduce((total, word) => total + word.weight, 0);
  const named = held.filter((word) => word.of.includes(i)), titled = held.filter((word) => says(word, entry.bareTitle));
  const meaning = query.asks.has("meaning") || (!query.asks.size && query.needed.length === 1);
  let points = typed + 10 * sum(held) + 10 * (quote.points + sum(named)) + 3 * sum(titled) + 40 * named.length + OWN[entry.kind];
  if (entry.kind === TERM) points += meaning && named.length ? 900 : query.asks.has("meaning") ? 0 : -60;
  if (quote.value) points += entry.kind === CITY ? 80 : 60;
  if (query.pages.some((word) => word.of.includes(i))) points += query.plain ? 300 : 200;
  if (query.asks.has("city") && entry.kind === INDICATOR) points += 60;
  return { line: quote.line, value: quote.value, points };
}

// Things of one kind named together (沈阳和大连, 用能权和排污权): the words that name them, if they are two or more.
function alternatives({ query, results }, entries) {
  const kind = (word) => Math.min(...word.of.map((i) => entries[i].kind));
  const things = query.needed.filter((word) => word.of.length && [CITY, INDICATOR, DEPARTMENT, TERM].includes(kind(word)));
  const groups = [CITY, INDICATOR, DEPARTMENT, TERM].map((one) => things.filter((word) => kind(word) === one && !things.some((other) => other !== word && other.from < word.from && other.of.join() === word.of.join())));
  return groups.find((group) => group.length > 1) || [];
}

// Each of the alternatives with the rest of the query, side by side; what holds them all comes after.
function united(engine, text, found) {
  const group = alternatives(found, engine.entries);
  if (!group.length) return found;
  const each = group.map((word) => search(engine, text, group.filter((other) => other !== word).map((other) => other.text)));
  if (each.some(({ kind }) => kind !== "all")) return found;
  const best = each.flatMap(({ results }) => results.slice(0, 1)), rest = (found.kind === "all" ? found.results : []).concat(...each.map(({ results }) => results.slice(1)));
  const key = ({ entry, line }, named) => entry.url + (named ? line.anchor + line.text : "");
  const side = best.filter((one, at) => best.findIndex((other) => key(other, true) === key(one, true)) === at);
  const shown = new Set(side.map((one) => key(one)));
  return { ...found, kind: "all", results: side.concat(rest.filter((one) => !shown.has(key(one)) && shown.add(key(one)))) };
}

// What a reader gets. A slip is put right only where nothing says all, and only if all is said then.
function find(engine, text) {
  const found = united(engine, text, search(engine, text));
  if (found.kind === "all" || !found.query.bare) return told(engine, found);
  const put = corrected(engine, found.query);
  return told(engine, put || found);
}

// With what is missing: words that stand nowhere; else those that do not stand together. `held`: the words of the best
// result; `number`: in how many entries they stand.
function told(engine, found) {
  const { query, results } = found;
  if (found.kind !== "part") return { ...found, missing: [], held: [], number: results.length };
  const missing = query.needed.filter((word) => !word.held.includes(true) && !engine.lex.corpus.includes(word.text)), { held } = results[0];
  return { ...found, missing, held, number: engine.entries.filter((entry, i) => held.every((word) => word.held[i])).length };
}
