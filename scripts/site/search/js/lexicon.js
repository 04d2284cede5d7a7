// What a query is read with: names of entries, groups of words, all text; made once from the index.
const DATA = 5, LONGEST = 40;

function lexicon(index, entries, fold) {
  const names = new Map(), same = new Map();
  const words = (list) => new Set(list.map((word) => fold(word).bare));
  entries.forEach((entry, i) => {
    if (entry.kind) entry.names.forEach((name) => names.set(name, (names.get(name) || []).concat(i)));
    else entry.names.filter((name) => /^第\d/.test(name)).forEach((name) => names.set(name, [i]));
  });
  index.same.forEach((group) => {
    const forms = group.map((word) => fold(word).bare);
    forms.forEach((word) => same.set(word, (same.get(word) || []).concat(forms.filter((form) => form.length > 1 || form === word))));
  });
  const asking = words(index.asking), meaning = words(index.meaning), amount = words(index.amount), when = words(index.when);
  const soft = words(index.soft);
  same.forEach((forms, word) => { if (soft.has(forms[0])) soft.add(word); });
  const equals = (word) => same.get(fold(word).bare), claims = new Map();
  index.claim.forEach(([word, against]) => equals(word).forEach((form) => claims.set(form, against ? equals(against) : [])));
  return {
    names, same, soft, claims, pages: new Set(entries.map((entry, i) => i).filter((i) => entries[i].kind === DATA)), asking, meaning, amount, when,
    stop: new Set([...words(index.stop), ...asking, ...meaning, ...when].filter((word) => !same.has(word))),
    corpus: entries.map((entry) => entry.bare).join("\n"),
  };
}

function hasAny(text, words) {
  for (const word of words) if (text.includes(word)) return true;
  return false;
}

// Where the names of entries stand in `bare`: [from, to, is it an entry other than one of the site's own pages?].
function namesIn(bare, lex) {
  const found = [];
  for (let from = 0; from < bare.length; from++) {
    for (let to = from + 2; to <= Math.min(bare.length, from + LONGEST); to++) {
      const of = lex.names.get(bare.slice(from, to));
      if (of) found.push([from, to, of.some((i) => !lex.pages.has(i))]);
    }
  }
  return found;
}
