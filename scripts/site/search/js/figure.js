// Whether a figure of an entry is the answer: shown in bold only where its own clause has every word of the query, by name or
// alias, and it is of the kind that is asked for.
const RATIO = /比重|比例/, SAME = 1e-9;

// What kind of figure the query asks for; a city and an indicator side by side ask for an amount.
function askedKind({ asks, pair, compares }, entry) {
  if (asks.has("results")) return "";
  const first = ["date", "rank"].find((kind) => asks.has(kind));
  if (first) return first;
  if (asks.has("share")) return entry.kind === MEASURE ? "amount" : "share";
  return asks.has("amount") || (pair && !compares) ? "amount" : "";
}

// Is what a line is about named in the query? 电煤占煤炭消费量比重 is no answer on 煤炭, nor is a city's on the province.
function named(line, entry, i, { needed }) {
  const own = needed.some((word) => word.of.includes(i));
  if ([CITY, INDICATOR, DEPARTMENT].includes(entry.kind) && !own) return false;
  if (!line.anchor || line.heads[0] === "全省" || line.heads[0].startsWith("各市")) return true;
  const called = (head) => needed.some((word) => word.forms.some((form) => head.startsWith(form) || form.startsWith(head)));
  return line.heads.some((head) => head && called(head));
}

// Does the clause of a line say what the query does: every word, the highest or the lowest, a share only where one is asked for?
function fits(line, entry, i, query) {
  const extreme = line.clause.includes("最") ? query.words.filter((word) => word.asks.includes("extreme")) : [];
  const ratio = entry.kind === MEASURE && RATIO.test(line.clause);
  const share = query.asks.has("share") || query.unit === "%" || query.words.some((word) => word.forms.some((form) => RATIO.test(form)));
  return (share || !ratio) && (!query.unit || line.value.includes(query.unit)) && extreme.every((word) => says(word, line.clause)) &&
    (query.plain ? query.needed : query.content).every((word) => word.of.includes(i) || says(word, line.clause));
}

// The line whose figure answers, or null: two that answer equally well and are about different things are no answer.
function figure(entry, i, query) {
  const kind = askedKind(query, entry);
  const found = entry.lines.filter((line) => kind && line.value && line.answers === kind && named(line, entry, i, query) && fits(line, entry, i, query));
  if (!found.length) return null;
  const points = new Map(found.map((line) => [line, linePoints(line, query, i)]));
  const best = found.reduce((a, b) => (points.get(b) > points.get(a) + SAME ? b : a));
  const about = (line) => (entry.kind === MEASURE ? line.heads.join() : line.heads[0]);
  const rivals = found.filter((line) => points.get(line) > points.get(best) - SAME && line.value !== best.value);
  return rivals.some((line) => about(line) !== about(best)) ? null : best;
}
