// Whether a figure of an entry is the answer: shown in bold only where the query names whom it is of, what it is of and which
// quantity it is, says nothing else, and asks for an amount, a date, a rank or a share. In doubt there is none: the sentence is
// shown all the same.
const CUT = /\b(cut|cuts|cutting|reduc\w*|decreas\w*|lower|fall|falls|drop|declin\w*|curb|slash)\b/, HOW_FAR = /\b(down|reduced|cut|fall|drop|lowered|rise|raised) to\b/;
const LIMIT = /\b(limit|limits|cap|ceiling|maximum|at most|no more than|permitted|upper bound)\b/, TONNES = /\b(tonnes?|tons?|t|tce)\b/, PERCENT = /%|\b(percent|percentage|per cent|proportion)\b/;
const EMIT = /\b(emissions?|emits?|emitted|discharges?|discharged|released?|pollution|level|baseline|base)\b/, PROJECTS = /\bkey projects?\b/, RATIO = /\b(share|rates?|proportion|percentage|percent|ratio)\b|%/;
const NATION = /\b(national|nationwide|nation|country|countrywide|china|chinas)\b(?! level)/, MOST = /\b(highest|most|largest|biggest|greatest|top)\b/, LEAST = /\b(lowest|least|smallest)\b/;
// No single figure answers yes or no, why and how, one or the other.
const NO_FIGURE = /^ ?(is|are|was|were|do|does|did|can|could|will|would|should|shall|has|have|had|may|must|why)\b|\b(or|vs|versus|why|than)\b|\bhow (?!much|many|big|large|high|low|far|soon|long|does \w+ rank)/;
// Words that tell the quantities apart, and are no subject.
const QUANTITY = new RegExp([CUT, LIMIT, TONNES, PERCENT, EMIT, PROJECTS, /\b(total|projects?|share|target|goal|increase|growth|amount|required|derived|calculated|allowance|2015|rise|rank|ranking|figure|cities|city)\b/].map(({ source }) => source).join("|"));

// What a query asks of a figure, besides its words.
function asking(query) {
  const text = " " + query.list.map(({ word }) => word).join(" ") + " ", years = query.list.map(({ word }) => word).filter((word) => /^(19|20)\d\d$/.test(word));
  const change = CUT.test(text) && !HOW_FAR.test(text), asks = (kind) => query.asks.has(kind);
  return {
    text, change, tonnes: TONNES.test(text), percent: PERCENT.test(text), nation: NATION.test(text), ratio: RATIO.test(text), limit: LIMIT.test(text),
    own: change || /\b(targets?|goals?|objectives?)\b/.test(text), placed: /\b(rank|ranks|ranking|ranked|position|league)\b/.test(text), dated: years.length > 0, base: years.includes("2015") && !change, date: asks("date"), rank: asks("rank"), share: asks("share"), amount: asks("amount"),
    none: asks("results") || asks("turned") || asks("who") || NO_FIGURE.test(text) || years.some((year) => year !== "2015" && year !== "2020"),
  };
}

// Which quantity of the annexes is asked for, as the package calls it; "" in doubt.
function quantity({ text, change, own, rank, dated, tonnes, percent, base, limit }, energy, increment) {
  if (increment) return change || base ? "" : "increment_limit";
  if (PROJECTS.test(text)) return energy || base ? "" : "key_project_reduction";
  if (energy) return limit || base || tonnes || ((rank || dated) && !own) ? "" : "reduction_pct";
  if (base) return "emissions_2015";
  if (change) return tonnes || (/\bhow much\b/.test(text) && !percent) ? "required_reduction" : "reduction_pct";
  if (limit || HOW_FAR.test(text)) return "emissions_2020_limit";
  if (EMIT.test(text)) return /\b(2020|target|goal|objective)/.test(text) || percent ? "" : "emissions_2015";
  return tonnes ? "" : "reduction_pct";
}

// The figure of a city and an indicator, its rank or share; or, where no city is named, of the city that has the most or the least.
function ofAnnex(entry, i, query, asked, { entries, index }) {
  const of = (kind) => Array.from(new Set(query.needed.flatMap((word) => word.of.filter((one) => entries[one].kind === kind))));
  const cities = of(CITY), indicators = of(INDICATOR), subject = (word) => word.of.some((one) => entries[one].kind === CITY || entries[one].kind === INDICATOR);
  if (indicators.length !== 1 || asked.date || asked.nation || !query.needed.every((word) => subject(word) || QUANTITY.test(word.word))) return [];
  const { url } = entries[indicators[0]], wanted = quantity(asked, /energy/.test(url), /increment/.test(url)), kind = asked.rank ? "rank" : asked.share ? "share" : "amount";
  const lines = entry.lines.filter((line) => line.value && index.cells.quantities[line.label] === wanted && line.answers === kind);
  if (cities.length && asked.rank && !asked.placed) return [];
  if (cities.length && cities.length + Number(entry.kind === INDICATOR) < 3) {
    const pair = entry.kind === CITY ? indicators[0] : cities[0];
    return (cities.includes(i) || indicators.includes(i)) && !(entry.kind === CITY && cities.length > 1 && asked.rank) ? lines.filter((line) => line.other === pair) : [];
  }
  if (cities.length || entry.kind !== INDICATOR || !indicators.includes(i) || !asked.rank || MOST.test(asked.text) === LEAST.test(asked.text)) return [];
  if (asked.change && !asked.tonnes && !asked.percent) return [];
  return lines.filter((line) => line.other == null && (MOST.test(asked.text) ? MOST : LEAST).test(line.text.toLowerCase().split(":")[0]));
}

// A target of the province or of one item: its whole scope is named, and the clause has every word of the query.
function ofTarget(entry, i, query, asked, { entries, known }) {
  const cities = query.needed.some((word) => word.of.some((one) => entries[one].kind === CITY)), all = query.words.filter(({ kind }) => kind !== "stop");
  if (cities || asked.rank || asked.share || !(asked.date || asked.amount || asked.ratio || asked.limit)) return [];
  return entry.lines.filter((line) => line.value && line.label == null && line.answers === (asked.date ? "date" : "amount")).filter((line) => {
    const [scope] = line.text.split(": "), keys = tokens(scope).map(({ key }) => key), changes = /\b(fall|rise|growth)\b/.test(line.value), nation = line.anchor === "cities";
    const indicator = (word) => word.of.some((one) => entries[one].kind === INDICATOR) && (word.of.includes(i) || says(word, line.clause));
    const wide = nation || (known.get(keys.join(" ")) || {}).kind === "soft", whole = wide ? query.needed.some(indicator) : keys.every((key) => (known.get(key) || {}).kind === "stop" || all.some((word) => word.forms.some((form) => (" " + form + " ").includes(" " + key + " "))));
    if (!whole || nation !== asked.nation || (!asked.date && (asked.change ? !changes : changes && !nation && !/target|goal/.test(asked.text)))) return false;
    if (wide && !changes && EMIT.test(asked.text) && !(asked.limit || asked.own || asked.dated || HOW_FAR.test(asked.text))) return false;
    if ((asked.percent && !/%|percent/.test(line.value)) || (asked.tonnes && /%/.test(line.value)) || asked.base) return false;
    if (/\b(share|rate)\b/i.test(line.text) && !asked.ratio) return false;
    return query.needed.every((word) => word.of.includes(i) || says(word, line.clause) || (wide && indicator(word)) || CUT.test(word.word) || LIMIT.test(word.word) || TONNES.test(word.word));
  });
}

// How many items a department leads, how many targets there are.
function ofCount(entry, i, query, asked) {
  const named = query.needed[entry.kind === DATA ? "some" : "every"]((word) => word.of.includes(i)), many = /\bhow many\b/.test(asked.text);
  if (entry.kind === DATA) return named && query.plain ? entry.lines.filter((line) => line.value && (line.answers === "amount" ? many : asked.rank && /\bleads?\b/.test(asked.text))) : [];
  if (!named || !many) return [];
  return /\bleads?\b/.test(asked.text) ? entry.lines.slice(0, 1) : /\b(part|participat\w*)\b/.test(asked.text) ? entry.lines.slice(1, 2) : [];
}

// The line whose figure answers, or null: two that answer equally well are no answer.
function figure(entry, i, query, engine) {
  const asked = asking(query), { kind } = entry;
  if (asked.none && !(query.asks.has("who") && (kind === DEPARTMENT || kind === DATA) && !NO_FIGURE.test(asked.text))) return null;
  const found = kind === DEPARTMENT || kind === DATA ? ofCount(entry, i, query, asked) : kind === TERM ? [] : [...(kind === MEASURE ? [] : ofAnnex(entry, i, query, asked, engine)), ...(kind === CITY ? [] : ofTarget(entry, i, query, asked, engine))];
  return new Set(found.map(({ value }) => value)).size === 1 ? found[0] : null;
}
