// Results as elements. Every text goes in as text, never as HTML, so that nothing in the data or the query is run.
const AT_FIRST = 20;

function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  ["role", "aria-label", "aria-pressed"].forEach((name) => { if (name in properties) made.setAttribute(name, properties[name]); });
  made.append(...children);
  return made;
}

// The text with the answering words marked; a long one from shortly before the first of them.
function marked(query, text, fold, limit) {
  const found = ranges(query, text, fold);
  const near = limit && text.length > limit && found.length ? Math.max(0, found[0][0] - BEFORE) : 0;
  // Not within a word or a number.
  const apart = (at) => at + text.slice(at).search(/[\s\u0080-\uffff]|$/);
  const begin = near && apart(Math.max(near, text.slice(0, found[0][0]).search(/[，、；：][^，、；：]*$/) + 1));
  const end = limit && begin + limit < text.length ? apart(begin + limit) : text.length;
  const parts = [begin ? "…" : ""];
  let from = begin;
  found.filter(([start, stop]) => start >= begin && stop <= end).forEach(([start, stop]) => {
    parts.push(text.slice(from, start), element("mark", { textContent: text.slice(start, stop) }));
    from = stop;
  });
  return parts.concat(text.slice(from, end), end < text.length ? "…" : "");
}

// One result: its kind, title, figure, sentence.
function item({ query }, { entry, line, value }, engine, base) {
  const link = element("a", { href: base + entry.url + (line && line.anchor ? "#" + line.anchor : "") });
  link.append(element("small", { textContent: engine.index.kinds[entry.kind][2] }), " ", element("b", {}, ...marked(query, entry.title, engine.fold)));
  if (value) link.append(" ", element("strong", { textContent: value }));
  if (line) link.append(" ", element("span", {}, ...marked(query, line.text, engine.fold, LENGTH)));
  return element("li", {}, link);
}

// The results as a list: the first of them at once, the others when asked for.
function list(found, results, engine, base) {
  const items = (some) => some.map((result) => item(found, result, engine, base));
  const made = element("ul", { className: "found" }, ...items(results.slice(0, AT_FIRST))), rest = results.slice(AT_FIRST);
  if (!rest.length) return [made];
  const more = element("button", { type: "button", className: "found-more", textContent: _("再看其余 {n} 条", { n: rest.length }) });
  more.addEventListener("click", () => { more.hidden = true; made.append(...items(rest)); made.children[AT_FIRST].firstChild.focus(); });
  return [made, more];
}

function inQuotes(words) {
  return Array.from(new Set(words.map((word) => word.shown)), (word) => _("“{word}”", { word })).join("");
}

// What was found, in sentences. What only the text makes one piece of may be no word, and is not shown as one.
function summary(found, number, text) {
  const { query, kind, results, missing, held, instead } = found, said = [];
  const real = (words) => words.filter((word) => word.kind !== "run" && word.kind !== "char"), told = inQuotes(real(held)), all = real(query.needed);
  if (query.asks.has("results") && kind !== "none") said.push(_("本站只有当年定下的目标，没有完成情况；下面是问到的目标。"));
  if (instead) said.push(_("没有“{typed}”，按“{word}”查找。", { typed: instead.of.toLowerCase(), word: instead.word }));
  if (kind === "none") said.push(_("没有找到“{text}”。", { text }));
  else if (number < results.length) said.push(_("在所选的种类里有 {n} 条，一共 {all} 条。", { n: number, all: results.length }));
  else if (kind === "all") said.push(_("找到 {n} 条。", { n: number }));
  else if (missing.length || held.length < query.needed.length) {
    const places = { missing: inQuotes(missing), words: inQuotes(all), held: told, n: found.number };
    if (missing.length) said.push(told ? _("没有一处写到{missing}；写到{held}的有 {n} 处。", places) : _("没有一处写到{missing}；下面的只写到一部分。", places));
    else said.push(told && all.some((word) => !held.includes(word)) ? _("没有一处同时写到{words}；写到{held}的有 {n} 处。", places) : _("没有一处写到全部；下面的只写到一部分。"));
  }
  if (!said.length) said.push(_("没有一处专门写到“{text}”；下面的只是提到。", { text }));
  return said.join("");
}

// For a query without an answer: where everything is listed.
function offers(engine, base) {
  const links = engine.index.overview.map(([url, title]) => element("li", {}, element("a", { href: base + url, textContent: title })));
  return [element("p", { textContent: _("可以从这里找：") }), element("ul", { className: "offers" }, ...links)];
}

// Buttons for the kinds of the results, where there is more than one.
function filters(engine, results, chosen, change) {
  const kinds = engine.index.kinds.map(([kind, name], i) => ({ kind, name, n: results.filter(({ entry }) => entry.kind === i).length })).filter(({ n }) => n);
  if (kinds.length < 2 && !chosen) return [];
  const buttons = [{ kind: "", name: _("全部"), n: results.length }, ...kinds].map(({ kind, name, n }) => element("button", {
    type: "button", className: "found-filter", textContent: _("{kind} {n}", { kind: name, n }), "aria-pressed": chosen === kind, onclick: () => change(kind),
  }));
  return [element("div", { className: "found-filters", role: "group", "aria-label": _("按种类筛选") }, ...buttons)];
}
