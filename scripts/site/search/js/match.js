// How far an entry answers a query: whole words first, then how many of the units it has, and in which line.
const THING = new Set(["name", "same"]), INDICATOR = 2, CITIES = "cities/", DEPARTMENTS = "departments", PIECED = 4, STRONG = new Set(["name", "run", "number", "latin", "same", "soft"]);

// An entry of the index, ready to be compared.
function prepare(entry, fold) {
  const lines = (entry.lines || []).map(([anchor, text, value, shows]) => {
    const folded = fold(value ? text + "：" + value : text);
    return { anchor, text, value, shows, deadline: /^到/.test(value || ""), raw: folded.raw, bare: folded.bare };
  });
  const run = entry.run || 0, title = fold(entry.title).bare;
  const names = Array.from(new Set((entry.names || []).map((name) => fold(name).bare)));
  const joint = (key) => lines.slice(0, run).map((line) => line[key]).join("");
  const rest = (key) => lines.slice(run).map((line) => line[key]);
  let at = 0;
  lines.slice(0, run).forEach((line) => { line.rawAt = at; at += line.raw.length; });
  at = 0;
  lines.slice(0, run).forEach((line) => { line.bareAt = at; at += line.bare.length; });
  const numeral = /^[\d零一二三四五六七八九十]+$/;
  return {
    ...entry, lines, run, names, titleBare: title,
    forms: names.filter((name) => name.length > 1 && !numeral.test(name)),
    raw: [joint("raw"), ...rest("raw")].join("\n"),
    bare: [joint("bare"), ...rest("bare"), title, ...names].join("\n"),
    told: lines.filter((line) => line.anchor !== DEPARTMENTS).map((line) => line.bare).concat(title, names).join("\n"),
  };
}

// How much of a unit stands in a text: 1, or for a run the share of its characters that stand in pieces of two or more.
function share(unit, text) {
  if (unit.kind === "number") return places(text, unit.text).some((i) => whole(text, i, i + unit.text.length)) ? 1 : 0;
  if (unit.forms.some((form) => text.includes(form))) return 1;
  if (unit.kind !== "run" || unit.text.length < PIECED) return 0;
  const here = pieces(unit.text, text);
  const there = (i) => here.some(([from, to]) => from <= i && i < to);
  return here.length ? unit.idle.filter((idle, i) => idle || there(i)).length / unit.text.length : 0;
}

// The longest pieces (two characters or more) of `part` that stand in `text`.
function pieces(part, text) {
  const found = [];
  for (let from = 0; from < part.length - 1;) {
    let to = from + 1;
    while (to < part.length && text.includes(part.slice(from, to + 1))) to++;
    if (to - from > 1) found.push([from, to]);
    from = to - from > 1 ? to : from + 1;
  }
  return found;
}

// Weight of each unit: the rarer, the heavier. A soft one that stands nowhere is not needed. In a phrase a word is no part
// of the name of a department that takes part (海洋 of 海洋污染 is not that of 省海洋渔业厅).
function weigh(query, entries) {
  query.units.forEach((unit) => {
    if (unit.kind === "stop") return;
    unit.shares = entries.map((entry, i) => (unit.of.includes(i) ? 1 : share(unit, unit.kind === "name" || query.several ? entry.bare : entry.told)));
    const number = unit.shares.filter((part) => part === 1).length;
    const factor = unit.soft ? 0.4 : unit.kind === "char" ? 0.5 : 1;
    unit.weight = factor * Math.log(1 + entries.length / (number || 0.5));
  });
  const standing = query.needed.filter((unit) => !unit.soft || unit.shares.some(Boolean));
  if (standing.length) query.needed = standing;
}

// Does the query ask for nothing but this overview page?
function overviewed(query, i) {
  return query.plain && query.units.some((unit) => unit.of.includes(i));
}

// Is the entry of the kind that the query names (环保部门)? All cities (各市) stand on the page of an indicator.
function ofKind(query, entry) {
  return query.kinds.some((url) => (url === CITIES ? entry.kind === INDICATOR : !query.called && entry.url.startsWith(url)));
}

// How well entry `i` answers: 1, every needed unit is there. Less, where most is there: of a long passage all but a slip,
// of a question more than half, what it begins with (its subject) being known here at all, and there if it is a thing with
// a name (光伏 of 光伏补贴多少钱). 0, not at all.
function answers(query, i) {
  if (overviewed(query, i)) return 1;
  const strong = query.needed.filter((unit) => STRONG.has(unit.kind) && unit.shares[i] > 0.6);
  if (!strong.length) return 0;
  if (query.needed.every((unit) => unit.shares[i] === 1)) return query.asks && !query.subject.known ? 0 : 1;
  const sum = (value) => query.needed.reduce((total, unit) => total + (unit.kind === "char" ? 0.5 : 1) * value(unit), 0);
  const part = sum((unit) => unit.text.length * unit.shares[i]) / sum((unit) => unit.text.length);
  const topic = (unit) => unit.kind === "name" || query.subject.units.includes(unit);
  const about = query.subject.units[0];
  if (query.asks && about && THING.has(about.kind) && !about.shares[i]) return 0;
  const enough = query.asks
    ? query.subject.known && (strong.length > 1 ? part >= 0.6 : topic(strong[0]) && part > 0.5)
    : query.bare.length >= 12 && strong.length > 1 && part >= 0.85;
  return enough ? Math.min(part, 0.99) : 0;
}

// Does the entry say of all the rest what the query claims of it (最多, 增长), or give it a figure, where nothing says the contrary?
function claimed(query, entry, i) {
  const claims = query.plain ? [] : query.units.filter((unit) => unit.against);
  const about = claims.length ? entry.lines.filter((line) => together(query, line, i)) : [];
  const ofCities = claims.length && query.kinds.includes(CITIES);
  return !(ofCities && entry.kind !== INDICATOR) && claims.every((unit) => about.some(({ bare, value }) => (value || share(unit, bare)) && !hasAny(bare, unit.against)));
}

// Points for the query as it was typed: the entry's name, its title, its text.
function literal(query, entry) {
  const text = query.bare || query.raw, body = query.bare ? entry.bare : entry.raw;
  if (!text || !body.includes(text) || !latinWhole(text, body)) return 0;
  const figure = /^\d/.test(text) || /\d$/.test(text);
  const stands = !figure || places(body, text).some((i) => whole(body, i, i + text.length));
  if (!stands && !entry.run) return 0;
  let points = stands && !(entry.run && !entry.raw.includes(query.raw)) ? 400 : 250;
  if (entry.names.includes(text) || entry.titleBare === text) points += entry.kind > 3 ? 250 : 1000;
  if (entry.names.some((name) => name.includes(text)) || entry.titleBare.includes(text)) points += 150;
  return points + Math.min(places(body, text).length, 9);
}

// Points of each line for the units that it has; among equals the one that states a figure, then the first.
function linePoints(query, entry, i) {
  const own = (unit) => unit.of.includes(i);
  return entry.lines.map((line) => {
    let points = query.bare && line.bare.includes(query.bare) ? 100 : 0, meant = query.amount;
    points += pieces(query.core, line.bare).reduce((sum, [from, to]) => sum + to - from, 0) / (query.core.length || 1);
    query.units.filter((unit) => unit.kind !== "stop").forEach((unit) => {
      const part = own(unit) ? 1 : share(unit, line.bare);
      points += unit.weight * part * (line.bare.includes(unit.text) ? 10 : 9);
      meant = meant || (part > 0 && !own(unit));
    });
    const asked = line.deadline ? query.when : query.amount;
    return points + (line.value && points > 0 && meant ? (asked ? 8 : 0.5) : 0);
  });
}

// What to quote: {line, value, points}. An item's heading counts, but its title is shown anyway; a target is quoted by
// its sentence, and a sentence shows the target that answers nearly as well as itself.
function quotation(query, entry, i) {
  const points = linePoints(query, entry, i), best = Math.max(...points);
  const from = entry.run ? 1 : 0;
  const top = points.slice(from).reduce((at, value, j) => (value > points[at] ? j + from : at), from);
  const asked = query.amount || query.when;
  const stating = (at) => entry.lines[at].value && (!entry.lines[at].deadline || query.when);
  const shown = entry.lines[top].shows === undefined ? top : entry.lines[top].shows;
  const targets = entry.lines.map((line, at) => at).filter((at) => entry.lines[at].shows === shown && stating(at));
  const target = targets.reduce((a, b) => (a < 0 || points[b] > points[a] ? b : a), -1);
  const near = target >= 0 && points[target] >= points[top] * (asked ? 0.4 : 0.9);
  const at = stating(top) ? top : near && points[target] > 0 ? target : -1;
  return { line: entry.lines[shown], value: at < 0 ? "" : entry.lines[at].value, points: best, quoted: points[top] };
}

// Has the line all that the query needs?
function together(query, line, i) {
  return query.needed.every((unit) => unit.of.includes(i) || share(unit, line.bare) > 0.6);
}

// Where a query that goes over the end of a sentence begins.
function runLine(query, entry) {
  const key = query.bare && entry.bare.includes(query.bare) ? "bare" : "raw";
  const position = entry[key].indexOf(query[key]);
  const begun = entry.lines.slice(0, entry.run).filter((line) => line[key + "At"] <= position);
  return position >= 0 && begun.length > 1 ? begun[begun.length - 1] : null;
}
