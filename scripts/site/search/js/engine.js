// What the box asks of a language: an engine begun with the first part of the index, completed with the second, and what a query
// lacks beyond both, as a promise.
function begun(index) {
  const fold = folding(["", ""]), entries = laid(index).map((entry) => prepare(entry, fold));
  return { index, fold, entries, lex: lexicon(index, entries, fold) };
}

function completed(engine, more) {
  engine.fold = folding(more.traditional);
  engine.entries.push(...more.entries.map((entry) => prepare(entry, engine.fold)));
  engine.lex = lexicon(engine.index, engine.entries, engine.fold);
  engine.ear = hearing(engine, more);
}

function lacking() {
  return null;
}

// How much of a long text a result quotes, and how much of it before the first answering word; between any two characters.
const LENGTH = 90, BEFORE = 24;

function wordEnd(text, at) {
  return at;
}
