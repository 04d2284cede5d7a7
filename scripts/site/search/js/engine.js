// What the box asks of a language: an engine begun with the first part of the index, completed with the second; `lacking`: what a
// query lacks beyond both, as a promise.
function begun(index) {
  const fold = folding(["", ""]), entries = laid(index).map((entry) => prepare(entry, fold));
  return { index, fold, entries, lex: lexicon(index, entries, fold), lacking: () => null };
}

function completed(engine, more) {
  engine.fold = folding(more.traditional);
  engine.entries.push(...more.entries.map((entry) => prepare(entry, engine.fold)));
  engine.lex = lexicon(engine.index, engine.entries, engine.fold);
  engine.ear = hearing(engine, more);
}

// How much of a long text a result quotes, and how much of it before the first answering word.
const LENGTH = 90, BEFORE = 24;
