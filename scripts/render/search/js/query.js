// A query as units: names of entries, numbers, everyday words with their equals, runs of the index's own text.
// A unit has `text`, `kind` and `forms` (every way to write it); `soft` ones order results, the others must be there.
const COST = { name: 1, same: 1.05, number: 1, latin: 1.2, stop: 0.3, soft: 0.4, run: 1.2, char: 2.2, unknown: 4, across: 0.8, named: 1.3, chance: 0.8 };
const DATA = 5, LONGEST = 40, RUN = 16;
const FUNCTION_WORDS = new Set("的和与及或等在了");

// Everything the units are read with: names, words, all text.
function lexicon(index, entries, fold) {
  const names = new Map(), same = new Map();
  const words = (list) => new Set(list.map((word) => fold(word).bare));
  entries.forEach((entry, i) => {
    if (entry.kind) entry.names.forEach((name) => names.set(name, (names.get(name) || []).concat(i)));
    else entry.names.filter((name) => /^第\d/.test(name)).forEach((name) => names.set(name, [i]));
  });
  index.same.forEach((group) => {
    const forms = group.map((word) => fold(word).bare);
    forms.forEach((word) => same.set(word, forms));
  });
  const asking = words(index.asking), meaning = words(index.meaning), amount = words(index.amount), when = words(index.when);
  const soft = words(index.soft);
  same.forEach((forms, word) => { if (soft.has(forms[0])) soft.add(word); });
  return {
    names, same, soft, pages: new Set(entries.map((entry, i) => i).filter((i) => entries[i].kind === DATA)), asking, meaning, amount, when,
    stop: new Set([...words(index.stop), ...asking, ...meaning, ...when].filter((word) => !same.has(word))),
    corpus: entries.map((entry) => entry.bare).join("\n"),
  };
}

function hasAny(text, words) {
  for (const word of words) if (text.includes(word)) return true;
  return false;
}

// Where the names of entries (the site's own pages left out) stand in `bare`: [from, to).
function namesIn(bare, lex) {
  const found = [];
  for (let from = 0; from < bare.length; from++) {
    for (let to = from + 2; to <= Math.min(bare.length, from + LONGEST); to++) {
      if ((lex.names.get(bare.slice(from, to)) || []).some((i) => !lex.pages.has(i))) found.push([from, to]);
    }
  }
  return found;
}

// The pieces of `bare` from `i` on that a unit can be, with what each costs. Digits and Latin words are not cut, and a
// reference (第50条, 附件6) is a name or nothing.
function choices(bare, i, cuts, inside, asks, lex) {
  const found = [];
  const torn = (at) => !cuts.includes(at) && (/\d\d/.test(bare.slice(at - 1, at + 1)) || /[A-Za-z][a-z]/.test(bare.slice(at - 1, at + 1)));
  const add = (kind, length, extra) => found.push({ kind, start: i, end: i + length, cost: COST[kind] + (extra || 0) });
  const reference = /^(第\d+(条|项|章|部分)|附件\d+)/.exec(bare.slice(i));
  if (reference) add(lex.names.has(reference[0]) ? "name" : "unknown", reference[0].length, -COST.unknown);
  if (reference) return found;
  const solid = /^(?:\d+(?:\.\d+)?%?|[A-Za-z][a-z]*)/.exec(bare.slice(i, cuts.find((cut) => cut > i)));
  let known = !solid;
  for (let length = 1; length <= Math.min(LONGEST, bare.length - i); length++) {
    const word = bare.slice(i, i + length), end = i + length;
    const crossed = cuts.filter((cut) => cut > i && cut < end).length;
    known = known && length <= RUN && lex.corpus.includes(word);
    const named = inside.some(([from, to]) => from >= i && to <= end && to - from < length);
    const rare = asks && known && length > 1 && length < 5 && places(lex.corpus, word).length < 3;
    const edges = [word[0], word[length - 1]].filter((character) => lex.stop.has(character)).length;
    const chance = rare ? COST.chance * (1 + edges) : 0;
    if (known && length > 1) add("run", length, crossed * COST.across + (named ? COST.named : 0) + chance);
    if (torn(i) || torn(end)) continue;
    if (length > 1 && lex.names.has(word) && /[^\d%.]/.test(word)) add("name", length, crossed * 0.05);
    if (lex.same.has(word) && !lex.soft.has(word)) add("same", length, crossed);
    if (lex.soft.has(word)) add("soft", length, crossed);
    if (lex.stop.has(word) && (asks || length > 1 || FUNCTION_WORDS.has(word))) add("stop", length, crossed);
  }
  if (!solid) add(lex.corpus.includes(bare[i]) ? "char" : "unknown", 1);
  else if (/\d/.test(solid[0])) add("number", solid[0].length, torn(i) ? 9 : 0);
  else add(lex.corpus.includes(solid[0]) && solid[0].length > 1 ? "latin" : "unknown", solid[0].length, torn(i) ? 9 : 0);
  return found;
}

// The cheapest way through `bare`.
function tokens(bare, cuts, asks, lex) {
  const best = [{ cost: 0 }], inside = namesIn(bare, lex);
  for (let i = bare.length - 1, n = bare.length; i >= 0; i--) {
    best[n - i] = choices(bare, i, cuts, inside, asks, lex)
      .map((token) => ({ token, cost: token.cost + best[n - token.end].cost }))
      .reduce((a, b) => (b.cost < a.cost ? b : a));
  }
  const made = [];
  for (let i = 0; i < bare.length; i = made[made.length - 1].end) made.push(best[bare.length - i].token);
  return made;
}

// Characters that make no known word belong together: nothing matches a part of them. In a question single characters
// that are known may be words by themselves.
function joined(made, asks) {
  const odd = (token) => token && (token.kind === "char" || token.kind === "unknown");
  return made.reduce((list, token) => {
    const last = list[list.length - 1];
    if (odd(last) && odd(token) && !(asks && last.kind === "char" && token.kind === "char")) list[list.length - 1] = { kind: "unknown", start: last.start, end: token.end };
    else list.push(token);
    return list;
  }, []);
}

// What a question begins with, and whether it is known here: its first word, and more than half of it.
function subjectOf(units, cuts) {
  const from = units.findIndex((unit) => unit.kind !== "stop" && unit.kind !== "soft");
  const length = units.slice(from).findIndex((unit, i) => i && (unit.kind === "stop" || cuts.includes(unit.start)));
  const own = units.slice(from, length < 0 ? units.length : from + length);
  const size = (list) => list.reduce((sum, unit) => sum + unit.text.length, 0);
  const strange = (unit) => !unit || !STRONG.has(unit.kind);
  const lost = own[0] && (own[0].kind === "unknown" || (strange(own[0]) && strange(own[1])));
  return { units: own, known: !lost && size(own.filter((unit) => !strange(unit))) > size(own) / 2 };
}

function formsOf(token, text, entries, lex) {
  if (token.kind === "name") return lex.names.get(text).flatMap((i) => (entries[i].kind === DATA ? [] : entries[i].forms)).concat(text);
  if (token.kind === "same" || token.kind === "soft") return lex.same.get(text) || [text];
  return [text];
}

function parse(query, entries, fold, lex) {
  const spaced = inDigits(query.normalize("NFKC")).trim();
  const { raw, bare } = fold(spaced);
  const cuts = [];
  spaced.split(/[\s,，、;；]+/).reduce((length, piece) => {
    const end = length + fold(piece).bare.length;
    cuts.push(end);
    return end;
  }, 0);
  const asks = /[?？]\s*$/.test(query) || hasAny(bare, lex.asking);
  const units = joined(tokens(bare, cuts.slice(0, -1), asks, lex), asks).map((token) => {
    const text = bare.slice(token.start, token.end);
    return {
      text, kind: token.kind, start: token.start, end: token.end,
      soft: token.kind === "soft" || token.kind === "stop",
      of: (token.kind === "name" && lex.names.get(text)) || [],
      idle: token.kind === "run" ? Array.from(text, (character) => lex.stop.has(character) && (asks || FUNCTION_WORDS.has(character))) : [],
      forms: Array.from(new Set(formsOf(token, text, entries, lex))),
    };
  });
  const hard = units.filter((unit) => !unit.soft);
  return {
    raw, bare, asks, units, cuts,
    means: hasAny(bare, lex.meaning),
    amount: hasAny(bare, lex.amount),
    when: hasAny(bare, lex.when),
    subject: subjectOf(units, cuts),
    needed: hard.length ? hard : units.filter((unit) => unit.kind === "soft"),
    several: cuts.length > 1,
  };
}
