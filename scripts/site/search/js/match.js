// Which words of a query an entry has, and which line of it says most of them.
const INDICATOR = 2, CITY = 1, MEASURE = 0, TERM = 4, DEPARTMENT = 3;

// The entries, each cell of the annexes a line of its city and of its indicator.
function laid({ entries, cells }) {
  const [cities, indicators] = [CITY, INDICATOR].map((kind) => entries.filter((entry) => entry.kind === kind));
  cells.rows.forEach(([city, indicator, label, value, answers, note]) => {
    const line = (anchor, name) => [anchor, _("{name} {quantity}", { name, quantity: cells.labels[label] }), value, answers, null, note];
    cities[city].lines.push(line("figures", indicators[indicator].names[0]));
    indicators[indicator].lines.push(line("cities", cities[city].names[0]));
  });
  return entries;
}

// An entry of the index, ready to be compared; its `forms` are the names that say what it is, and the number of an annex is none. What is told in `note` is shown, and not searched; `heads` of a line: what it
// is about, of a target whom and what (电煤：电煤占煤炭消费量比重), else its first word (氨氮 2015 年排放量).
function prepare(entry, fold) {
  const run = entry.run || 0;
  const lines = (entry.lines || []).map(([anchor, text, value, answers, shows, note]) => {
    const { raw, bare } = fold(value ? text + "：" + value : text);
    const heads = text.includes("：") ? text.split(/[：，]/).slice(0, 2) : text.split(/\s/).slice(0, 1);
    return { anchor, text: text + (note || ""), value, answers, shows, raw, bare, clause: fold(text).bare, heads: heads.map((head) => fold(head).bare) };
  });
  const joined = (key) => lines.map((line, at) => line[key] + (at + 1 < run ? "" : "\n")).join("");
  const names = Array.from(new Set((entry.names || []).map((name) => fold(name).bare)));
  const title = fold(entry.title).bare;
  const told = lines.filter((line) => line.anchor !== "departments").map((line) => line.bare);
  return {
    ...entry, lines, run, names, bareTitle: title, forms: names.filter((name) => name.length > 1 && !/^附件\d/.test(name)),
    raw: joined("raw"), bare: joined("bare") + title, text: told.concat(title).join("\n"),
  };
}

// Does a form stand in a text: not as digits of a longer number, though its decimals may follow; one or two Latin letters as a
// whole word (CO is no part of COD); all else as part of it?
function stands(form, text) {
  if (!/^[\dA-Za-z]/.test(form)) return text.includes(form);
  const longer = /^[A-Za-z]{1,2}$/.test(form) ? /^[a-z]/ : /^[^.]*\d$/.test(form) ? /^\d/ : /^$/;
  return places(text, form).some((at) => !(/\d/.test(form[0]) && /[\d.]/.test(text[at - 1] || "")) && !longer.test(text[at + form.length] || "-"));
}

function says(word, text) {
  if (word.within.some((name) => text.includes(name))) text = word.within.reduce((rest, name) => rest.split(name).join("\n"), text);
  return word.forms.some((form) => stands(form, text));
}

// Has entry `i` a word: as its name, as part of its name where another word names it (央行 沈阳), or in its text; the name of
// a department in its list of them, too.
function holds(word, entry, i, query, entries) {
  if (word.of.includes(i) || (query.needed.some((other) => other.of.includes(i)) && entry.names.some((name) => name.includes(word.text)))) return true;
  return says(word, word.of.some((one) => entries[one].kind === DEPARTMENT) ? entry.bare : entry.text);
}

// Points of a line for the words that stand in it; as typed counts a little more than by an equal.
function linePoints(line, query, i) {
  const whole = query.bare && line.bare.includes(query.bare) ? 50 : 0;
  return query.words.reduce((sum, word) => {
    if (!word.weight || word.of.includes(i)) return sum;
    const at = word.forms.findIndex((form) => stands(form, line.bare));
    return at < 0 ? sum : sum + word.weight * (1 - Math.min(at, 3) / 20);
  }, whole);
}

// What to quote of an entry: {line, value, points}.
function quotation(entry, i, query) {
  const answer = figure(entry, i, query), points = entry.lines.map((line) => linePoints(line, query, i));
  const from = entry.run ? 1 : 0, best = points.slice(from).reduce((at, value, j) => (value > points[at] ? j + from : at), from);
  const shown = (line) => (line.shows == null ? line : entry.lines[line.shows]);
  const who = query.asks.has("who") && entry.lines.find((line) => line.anchor === "departments");
  const line = answer ? shown(answer) : who || shown(entry.lines[best]);
  return { line: points[best] || answer || who ? line : { ...line, anchor: "" }, value: answer ? answer.value : "", points: Math.max(...points, 0) };
}

// Points for the query as it was typed: the entry's name, its title, its text, of a measure also with its punctuation or in the
// middle of a number. An everyday word is looked for in the text alone: 省电 is no part of 省电力公司.
function literal(query, entry) {
  const text = query.bare || query.raw, everyday = query.words.length === 1 && query.words[0].kind === "same", body = entry[query.bare ? "bare" : "raw"];
  const named = entry.names.includes(text), within = everyday ? says(query.words[0], entry.text) : Boolean(text) && body.includes(text);
  if (!named && !(within && (everyday || entry.run || stands(text, body)))) return 0;
  const exact = query.raw !== query.bare && entry.run && entry.raw.includes(query.raw);
  return (named ? (entry.kind > DEPARTMENT ? 600 : 1200) : stands(text, body) ? 400 : 250) +
    (entry.bareTitle.includes(text) ? 150 : 0) + (exact ? 1200 : 0) + Math.min(places(body, text).length, 9);
}

// Where a text answers the query: [from, to) in the text, in order, without overlap.
function ranges(query, text, fold) {
  const { bare, at } = fold(text), whole = query.bare && bare.includes(query.bare);
  const forms = whole ? [query.bare] : query.words.filter((word) => word.kind !== "stop").flatMap((word) => word.forms.filter((form) => stands(form, bare)));
  const found = forms.flatMap((form) => places(bare, form).map((from) => [at[from], at[from + form.length - 1] + 1]));
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  return found.filter(([from], i) => found.slice(0, i).every((other) => other[1] <= from));
}
