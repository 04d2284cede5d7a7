// All results of a query, best first, and what was understood by it.
const OWN = [20, 14, 12, 10, 8, 0];

function search(engine, text) {
  const query = parse(text, engine.entries, engine.fold, engine.lex);
  if (!query.raw) return { query, results: [] };
  weigh(query, engine.entries);
  const typed = engine.entries.map((entry) => literal(query, entry));
  const exact = engine.entries.map((entry) => entry.run > 0 && entry.raw.includes(query.raw));
  const marked = query.raw !== query.bare;
  const items = engine.entries.map((entry, i) => i).filter((i) => engine.entries[i].run && (exact.includes(true) ? exact[i] : typed[i]));
  const results = [];
  engine.entries.forEach((entry, i) => {
    const whole = typed[i] || exact[i];
    const spread = !typed.some(Boolean) || query.several || query.units.some((unit) => unit.kind === "name");
    if (!whole && !(spread && answers(query, i))) return;
    results.push(result(query, entry, i, typed[i] + (marked && exact[i] ? 1200 : 0) + (items.length === 1 && items[0] === i ? 500 : 0)));
  });
  results.sort((a, b) => b.points - a.points);
  return { query, results };
}

function result(query, entry, i, points) {
  const best = bestLine(query, entry, i);
  let line = best.line;
  if (points && entry.run && best.points < 100) line = runLine(query, entry) || line;
  const named = query.units.filter((unit) => unit.of.includes(i)).length;
  const total = points + best.points + OWN[entry.kind] + named * 40 +
    query.units.reduce((sum, unit) => sum + (unit.weight || 0) * (unit.shares ? unit.shares[i] : 0) * 10, 0) +
    (query.means && entry.kind === 4 && named ? 600 : 0) + (query.amount && line && line.value ? 60 : 0);
  const shown = line && line.shows !== undefined ? entry.lines[line.shows] : line;
  return { entry, line: shown, value: line && line.value, points: total, share: (unit) => unit.shares[i] };
}

// What a reader gets: results; or those of the query put right; or none, and what comes nearest.
function find(engine, text) {
  const found = search(engine, text);
  if (found.results.length || !found.query.bare) return { ...found, near: [] };
  return corrected(engine, found.query) || { ...found, near: nearest(engine, found.query) };
}

// Entries that have a part of the query or a similar name; only ever offered, never counted as found.
function nearest(engine, query) {
  const part = (entry, i) => query.needed.reduce((sum, unit) => sum + (STRONG.has(unit.kind) ? unit.weight * unit.shares[i] : 0), 0);
  const alike = (entry) => {
    const shared = (name) => Array.from(new Set(query.bare)).filter((character) => name.includes(character)).length;
    return Math.max(0, ...entry.names.map((name) => (2 * shared(name)) / (name.length + query.bare.length)));
  };
  return engine.entries
    .map((entry, i) => ({ entry, points: part(entry, i) + alike(entry) }))
    .filter(({ points }) => points >= 0.4)
    .sort((a, b) => b.points - a.points)
    .slice(0, 3)
    .map(({ entry }) => entry);
}
