// All results of a query, best first, and what was understood by it.
const OWN = [20, 14, 12, 10, 8, 0], TERM = 4, NEAREST = 5;

function search(engine, text) {
  const query = parse(text.slice(0, 200), engine.entries, engine.fold, engine.lex);
  if (!query.raw) return { query, results: [] };
  weigh(query, engine.entries);
  const typed = engine.entries.map((entry) => literal(query, entry));
  const exact = engine.entries.map((entry) => entry.run > 0 && entry.raw.includes(query.raw));
  const marked = query.raw !== query.bare;
  const items = engine.entries.map((entry, i) => i).filter((i) => engine.entries[i].run && (exact.includes(true) ? exact[i] : typed[i]));
  const spread = !typed.some(Boolean) || query.several || query.units.some((unit) => unit.kind === "name" || unit.kind === "same");
  const degrees = engine.entries.map((entry, i) => (typed[i] || exact[i] ? 1 : spread && claimed(query, entry, i) ? answers(query, i) : 0));
  const least = 0.9 * Math.max(...degrees);
  const results = engine.entries
    .map((entry, i) => ({ entry, i }))
    .filter(({ i }) => degrees[i] && degrees[i] >= least)
    .map(({ entry, i }) => {
      const single = items.length === 1 && items[0] === i;
      return result(query, entry, i, typed[i] + (marked && exact[i] ? 1200 : 0) + (single ? 500 : 0));
    });
  return { query, results: results.sort((a, b) => b.points - a.points) };
}

// One result: what to quote, and its points: as typed, by its lines, by its units, by what the question asks for.
function result(query, entry, i, typed) {
  const { line, value, points, quoted } = quotation(query, entry, i);
  const crossing = typed && entry.run && quoted < 100 ? runLine(query, entry) : null;
  const named = query.units.filter((unit) => unit.of.includes(i)).length;
  const units = query.units.reduce((sum, unit) => sum + (unit.shares ? unit.weight * unit.shares[i] * 10 : 0), 0);
  return {
    entry, value, line: crossing || (quoted ? line : { anchor: "", text: line.text }),
    points: typed + points + units + OWN[entry.kind] + named * 40 + wanted(query, entry, i, line, value),
    share: (unit) => unit.shares[i],
  };
}

// Points for what the question asks for: a meaning, an overview, a kind of page, an item of that title, a figure.
function wanted(query, entry, i, line, value) {
  const titled = query.needed.filter((unit) => (unit.kind !== "name" || entry.run) && STRONG.has(unit.kind) && entry.titleBare.includes(unit.text));
  const meant = query.needed.some((unit) => unit.text.length > 1 && entry.names.some((name) => name.includes(unit.text)));
  let points = titled.reduce((sum, unit) => sum + unit.weight * 2, 0);
  if (entry.kind === TERM) points += query.means ? meant && 600 : -60;
  if (overviewed(query, i)) points += 300;
  if (ofKind(query, entry)) points += 60;
  if (query.plain && entry.names.includes(query.core)) points += 400;
  if ((query.amount || query.when) && value) points += together(query, line, i) ? 60 : 20;
  return points;
}

// What a reader gets: results; or those of the query put right; or none, and what comes nearest.
function find(engine, text) {
  const found = search(engine, text);
  if (found.results.length || !found.query.bare) return { ...found, near: [] };
  const put = corrected(engine, found.query);
  return put ? { ...put, near: [] } : { ...found, near: nearest(engine, found.query) };
}

// Results with a part of the query or a similar name; only ever offered, never counted as found.
function nearest(engine, query) {
  const part = (entry, i) => query.needed.reduce((sum, unit) => sum + (STRONG.has(unit.kind) ? unit.weight * unit.shares[i] : 0), 0);
  const alike = (entry) => {
    const shared = (name) => Array.from(new Set(query.bare)).filter((character) => name.includes(character)).length;
    return Math.max(0, ...entry.names.map((name) => (2 * shared(name)) / (name.length + query.bare.length)));
  };
  return engine.entries
    .map((entry, i) => ({ entry, i, points: part(entry, i) + alike(entry) }))
    .filter(({ points }) => points >= 0.4)
    .sort((a, b) => b.points - a.points)
    .slice(0, NEAREST)
    .map(({ entry, i }) => result(query, entry, i, 0));
}
