// A query as units: names of entries, numbers, everyday words with their equals, runs of the index's own text.
// A unit has `text`, `kind` and `forms` (every way to write it); `soft` ones order results, the others must be there;
// one that claims something (最高, 增长) has the forms of what says the contrary in `against`.
const COST = { name: 1, same: 1.05, number: 1, latin: 1.2, stop: 0.3, soft: 0.4, run: 1.2, char: 2.2, unknown: 4, across: 0.8, named: 1.3, page: 0.5, chance: 0.8 };
const RUN = 16, ABOUT = new Set(["about/", "method/", "corrections/", "rules/"]);
const FUNCTION_WORDS = new Set("的和与及或等在了要有是能会应将为对被把由从各");

// The pieces of `bare` from `i` on that a unit can be, with what each costs. Digits and Latin words (CO2 is one) are not cut, a
// reference (第50条, 附件6) is a name or nothing, and so is a year.
function choices(bare, i, cuts, inside, asks, lex) {
  const found = [];
  const torn = (at) => !cuts.includes(at) && (/\d\d/.test(bare.slice(at - 1, at + 1)) || /[A-Za-z][a-z]/.test(bare.slice(at - 1, at + 1)));
  const within = (at) => inside.some(([from, to]) => from < at && at < to) && !inside.some(([from, to]) => from === at || to === at);
  const add = (kind, length, extra) => found.push({ kind, start: i, end: i + length, cost: COST[kind] + (extra || 0) });
  const reference = /^(第\d+(条|项|章|部分)|附件\d+)/.exec(bare.slice(i));
  if (reference) add(lex.names.has(reference[0]) ? "name" : "unknown", reference[0].length, -COST.unknown);
  const year = /^(19|20)\d\d年/.exec(bare.slice(i));
  if (year && !lex.corpus.includes(year[0])) add("unknown", year[0].length, -COST.unknown);
  if (found.length) return found;
  const solid = /^(?:\d+(?:\.\d+)?%?|[A-Za-z][a-z]*(?:\d{1,2}(?![\d.]))?)/.exec(bare.slice(i, cuts.find((cut) => cut > i)));
  let known = !solid;
  const begins = within(i);
  for (let length = 1; length <= Math.min(LONGEST, bare.length - i); length++) {
    const word = bare.slice(i, i + length), end = i + length;
    const crossed = cuts.filter((cut) => cut > i && cut < end).length;
    known = known && length <= RUN && lex.corpus.includes(word);
    const named = begins || within(end) || inside.some(([from, to, own]) => own && from >= i && to <= end && to - from < length);
    const rare = asks && known && length > 1 && length < 5 && places(lex.corpus, word).length < 3;
    const edges = [word[0], word[length - 1]].filter((character) => lex.stop.has(character)).length;
    const chance = rare ? COST.chance * (1 + edges) : 0;
    if (known && length > 1) add("run", length, crossed * COST.across + (named ? COST.named : 0) + chance);
    if (torn(i) || torn(end)) continue;
    if (length > 1 && lex.names.has(word) && /[^\d%.]/.test(word)) add("name", length, crossed * 0.05 - length * 0.01 - (lex.names.get(word).every((one) => lex.pages.has(one)) ? COST.page : 0));
    if (lex.same.has(word) && !lex.soft.has(word)) add("same", length, crossed);
    if (lex.soft.has(word)) add("soft", length, crossed);
    if (lex.stop.has(word) && (asks || length > 1 || FUNCTION_WORDS.has(word) || /\d/.test(bare[i - 1]))) add("stop", length, crossed);
  }
  if (!solid) add(lex.corpus.includes(bare[i]) ? "char" : "unknown", 1);
  else if (/^\d/.test(solid[0])) add("number", solid[0].length, torn(i) ? 9 : 0);
  else add(lex.corpus.includes(solid[0]) && solid[0].length > 1 && latinWhole(solid[0], lex.corpus) ? "latin" : "unknown", solid[0].length, torn(i) ? 9 : 0);
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

// Characters that make no known word belong together, and nothing matches a part of them (核 of 核污染水 is not that of
// 审核). Single characters are words only where they stand alone, or in a question.
function joined(made, cuts, asks) {
  const alone = (token) => (token.start === 0 || cuts.includes(token.start)) && cuts.includes(token.end);
  made.forEach((token) => { if (token.kind === "char" && !asks && !alone(token)) token.kind = "unknown"; });
  const odd = (token) => token && (token.kind === "char" || token.kind === "unknown");
  return made.reduce((list, token) => {
    const last = list[list.length - 1];
    if (odd(last) && odd(token) && !(asks && last.kind === "char" && token.kind === "char")) list[list.length - 1] = { kind: "unknown", start: last.start, end: token.end };
    else list.push(token);
    return list;
  }, []);
}

// What a question begins with (a lone character before a filler left out), and whether it is known here: nothing but
// words of this site and, to more than three letters of them, one odd character.
function subjectOf(units, cuts) {
  const from = units.findIndex((unit, i) => !unit.soft && !(unit.kind === "char" && i + 1 < units.length && units[i + 1].kind === "stop"));
  if (from < 0) return { units, known: true };
  const ends = (unit) => (unit.kind === "stop" && unit.text !== "的") || cuts.includes(unit.start);
  const length = units.slice(from).findIndex((unit, i) => i && ends(unit));
  const own = units.slice(from, length < 0 ? units.length : from + length).filter((unit) => unit.kind !== "stop");
  const odd = own.filter((unit) => !STRONG.has(unit.kind)), letters = (list) => list.reduce((sum, unit) => sum + unit.text.length, 0);
  return { units: own, known: odd.every((unit) => unit.kind === "char") && letters(own) > 3 * odd.length };
}

function formsOf(token, text, entries, lex) {
  if (token.kind === "name") return lex.names.get(text).flatMap((i) => (entries[i].kind === DATA ? [] : entries[i].forms)).concat(text);
  if (token.kind === "unknown") return [];
  if (token.kind === "same" || token.kind === "soft") return lex.same.get(text) || [text];
  return token.kind === "run" && text.length > 2 && text[0] === "的" ? [text, text.slice(1)] : [text];
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
  const units = joined(tokens(bare, cuts.slice(0, -1), asks, lex), cuts, asks).map((token) => {
    const text = bare.slice(token.start, token.end);
    return {
      text, kind: token.kind, start: token.start, end: token.end,
      soft: token.kind === "soft" || token.kind === "stop", against: lex.claims.get(text),
      of: token.kind === "name" || token.kind === "soft" ? lex.names.get(text) || [] : [],
      idle: token.kind === "run" ? Array.from(text, (character) => lex.stop.has(character) && (asks || FUNCTION_WORDS.has(character))) : [],
      forms: Array.from(new Set(formsOf(token, text, entries, lex))),
    };
  });
  const overview = (unit) => unit.of.length > 0 && unit.of.every((i) => lex.pages.has(i));
  const vague = asks && units.some(overview) ? ["char"] : [];
  const plain = units.every((unit) => unit.soft || overview(unit) || vague.includes(unit.kind));
  const general = (unit) => overview(unit) && !unit.of.every((i) => ABOUT.has(entries[i].url));
  units.forEach((unit) => { unit.soft = unit.soft || (general(unit) && !plain); });
  const hard = units.filter((unit) => !unit.soft && !(plain && vague.includes(unit.kind)));
  return {
    raw, bare, asks, units, cuts, plain,
    kinds: units.filter(overview).flatMap((unit) => unit.of.map((i) => entries[i].url)),
    called: units.some((unit) => unit.kind === "name" && !overview(unit)),
    core: units.filter((unit) => unit.kind !== "stop").map((unit) => unit.text).join(""),
    means: hasAny(bare, lex.meaning),
    amount: hasAny(bare, lex.amount),
    when: hasAny(bare, lex.when),
    subject: subjectOf(units, cuts),
    needed: hard.length ? hard : units.filter((unit) => unit.kind === "soft"),
    several: cuts.length > 1,
  };
}
