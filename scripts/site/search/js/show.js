// Results as elements. Every text goes in as text, never as HTML, so that nothing in the data or the query is run.
const FIRST = 3, LENGTH = 90;

function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

// Where a text answers the query: [from, to) in the text, in order, without overlap.
function ranges(query, text, fold) {
  const { bare, at } = fold(text);
  const found = [];
  const add = (from, length) => found.push([at[from], at[from + length - 1] + 1]);
  const whole = query.bare && places(bare, query.bare);
  if (whole && whole.length) whole.forEach((from) => add(from, query.bare.length));
  else {
    query.units.filter((unit) => unit.kind !== "stop").forEach((unit) => {
      const standing = unit.forms.filter((form) => bare.includes(form));
      standing.forEach((form) => places(bare, form).forEach((from) => add(from, form.length)));
      if (!standing.length) pieces(unit.text, bare).forEach(([from, to]) => places(bare, unit.text.slice(from, to)).forEach((i) => add(i, to - from)));
    });
  }
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  return found.filter(([from], i) => found.slice(0, i).every((other) => other[1] <= from));
}

// The text with the answering words marked; a long one from shortly before the first of them.
function marked(query, text, fold, limit) {
  const found = ranges(query, text, fold);
  const near = limit && text.length > limit && found.length ? Math.max(0, found[0][0] - 24) : 0;
  const begin = near && Math.max(near, text.slice(0, found[0][0]).search(/[，、；：][^，、；：]*$/) + 1);
  const end = limit ? Math.min(text.length, begin + limit) : text.length;
  const parts = [begin ? "…" : ""];
  let from = begin;
  found.filter(([start, stop]) => start >= begin && stop <= end).forEach(([start, stop]) => {
    parts.push(text.slice(from, start), element("mark", { textContent: text.slice(start, stop) }));
    from = stop;
  });
  return parts.concat(text.slice(from, end), end < text.length ? "…" : "");
}

// One result: title, figure, sentence.
function item(found, result, engine, base) {
  const { entry, line, value } = result;
  const link = element("a", { href: base + entry.url + (line && line.anchor ? "#" + line.anchor : "") });
  link.append(element("b", {}, ...marked(found.query, entry.title, engine.fold)));
  if (value) link.append(" ", element("strong", { textContent: value }));
  if (line) link.append(" ", element("span", {}, ...marked(found.query, line.text, engine.fold, LENGTH)));
  return element("li", {}, link);
}

// Results by kind, the kind of the best first: three of each, then the rest of each.
function grouped(results) {
  const kinds = new Map();
  results.forEach((result) => kinds.set(result.entry.kind, (kinds.get(result.entry.kind) || []).concat(result)));
  const all = Array.from(kinds, ([kind, list]) => ({ kind, list, total: list.length, more: false }));
  if (all.length < 2) return all;
  const rest = all.filter(({ list }) => list.length > FIRST).map((group) => ({ ...group, list: group.list.slice(FIRST), more: true }));
  return all.map((group) => ({ ...group, list: group.list.slice(0, FIRST) })).concat(rest);
}

function lists(found, results, engine, base, heading) {
  return grouped(results).map(({ kind, list, total, more }, i) => {
    const name = engine.index.kinds[kind][1];
    const head = element(heading, { id: "found-" + i, className: "found-kind", textContent: more ? _("其余{kind}", { kind: name }) : name });
    head.append(" ", element("small", { textContent: _("{n} 条", { n: more ? list.length : total }) }));
    const group = element("ul", { className: "found" }, ...list.map((result) => item(found, result, engine, base)));
    group.setAttribute("aria-labelledby", head.id);
    return element("div", {}, head, group);
  });
}

// What was found, in a sentence.
function summary(found, number, text, corpus) {
  if (!number && found.results.length) return _("在所选的范围里没有找到“{text}”，别处有 {n} 条。", { text, n: found.results.length });
  if (!number) return nothing(found, text, corpus);
  const best = found.query.needed.filter((unit) => unit.shares && found.results[0].share(unit) < 0.6);
  const places = { n: number, missing: quoted(best) };
  if (!found.instead) return best.length ? _("找到 {n} 条，其中没有{missing}。", places) : _("找到 {n} 条。", places);
  Object.assign(places, { typed: found.instead.of.toLowerCase(), word: found.instead.word });
  return best.length ? _("没有“{typed}”，按“{word}”查找：找到 {n} 条，其中没有{missing}。", places)
    : _("没有“{typed}”，按“{word}”查找：找到 {n} 条。", places);
}

// That nothing was found, and which words of the query the plan does not have at all.
function nothing(found, text, corpus) {
  const unknown = found.query.units.filter((unit) => unit.kind === "unknown" && unit.text !== found.query.bare && !corpus.includes(unit.text));
  const places = { text, unknown: quoted(unknown) };
  return unknown.length ? _("没有找到“{text}”。已试过原文、名称、简称、同音字和拼音。方案里没有{unknown}。", places)
    : _("没有找到“{text}”。已试过原文、名称、简称、同音字和拼音。", places);
}

function quoted(units) {
  return units.map((unit) => _("“{word}”", { word: unit.text })).join(_("、"));
}

// For a query without an answer: what comes nearest, and where everything is listed.
function offers(found, engine, base) {
  const link = ({ url, title }) => element("li", {}, element("a", { href: base + url, textContent: title }));
  const overview = engine.index.overview.map(([url, title]) => ({ url, title }));
  const made = [];
  const near = found.near.map((one) => item(found, one, engine, base));
  if (near.length) made.push(element("p", { textContent: _("最接近的（只有一部分相符，不是结果）：") }), element("ul", { className: "found-near" }, ...near));
  return made.concat(element("p", { textContent: _("也可以从这里找：") }), element("ul", { className: "offers" }, ...overview.map(link)));
}
