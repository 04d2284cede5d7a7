// Whether a figure of an entry is the answer: shown in bold only where its own clause has every word of the query, by name or
// alias, and it is of the kind that is asked for. In doubt there is none: the sentence is shown all the same.
const SAME = 1e-9, RATIO = /比重|比例/, PROVINCE = "全省", NATION = "全国";
// A level and a change are told apart by the words of the plan: 下降到 58.6% is a level.
const REACHED = /(降|减|减少|下降|压|提高|上升|增加|升)[到至]|达到|控制在|不超过|上限|以内|不低于/, CHANGED = ["下降", "提高", "应减排量"];

// What a query asks of a figure, besides its words: of which kind it is (a city and an indicator side by side ask for an amount),
// level or change, and where.
function asking({ bare, asks, words, pair, compares }, entry) {
  const kind = ["date", "rank", "share"].find((one) => asks.has(one)) || (asks.has("amount") || (pair && !compares) ? "amount" : ""), plain = bare.replace(/多少/g, "几");
  const amount = /几|什么时候|啥时候|何时|哪年|期限/.test(plain), own = /目标|指标|任务|比例|幅度|%|百分/.test(bare);
  const change = words.some((word) => word.kind !== "stop" && CHANGED.some((form) => word.forms.includes(form)));
  const level = REACHED.test(bare) || (plain !== bare && !change && !own);
  return {
    kind: kind === "share" && entry.kind === MEASURE ? "amount" : kind, change: change && !REACHED.test(bare), level, nation: /国家(?!级)|我国|全国|中央/.test(bare),
    years: words.map((word) => word.text).filter((text) => /^(19|20)\d\d年$/.test(text)),
    // What is no single figure of the plan: a difference, yes or no, all but one, each year, the other way round.
    none: asks.has("results") || asks.has("turned") || /比(?!重|例|率).*[多少高低大小]|差几|相差|差距|[多少高低]几/.test(plain) ||
      (asks.has("yesno") && !amount) || (asks.has("city") && !asks.has("rank")) || (asks.has("share") && asks.has("rank")),
  };
}

// Is what a line is about named in the query? 电煤占煤炭消费量比重 is no answer on 煤炭, nor is a city's on the province.
function named(line, entry, i, { needed, bare, words }) {
  const own = needed.some((word) => word.of.includes(i)), before = bare.indexOf("占");
  const whole = before > 0 && RATIO.test(line.clause) ? needed.filter((word) => word.to <= before) : needed;
  const called = (head) => whole.some((word) => word.forms.some((form) => head.startsWith(form) || form.startsWith(head)));
  if (entry.kind === CITY) return own && needed.some((word) => word.forms.includes(line.heads[0]));
  if (entry.kind === INDICATOR) return own && (!line.anchor || line.heads[0].startsWith("各市") || line.heads[0] === NATION || called(line.heads[0]));
  // The province's subjects are named whole: 能耗 is no 能源消费增量.
  const province = line.heads[0] === PROVINCE, exact = (head) => whole.some((word) => word.forms.some((form) => form === head || form + "总量" === head || form + "排放总量" === head));
  if (entry.kind === MEASURE) return line.heads.some((head) => head && head !== PROVINCE && (province ? exact(head) : called(head)));
  return own || words.some((word) => word.of.includes(i));
}

// Does a line say what the query does: level or change, the nation or not, the year, the unit, the bound, a share only where
// one is asked for, and every word?
function fits(line, entry, i, query, asked) {
  const { clause, value } = line, changes = /下降|减排|提高|零增长/.test(clause.replace(/(下降|提高)到/g, ""));
  if (line.answers === "rank" ? changes !== asked.change : (asked.level && changes) || (asked.change && !changes)) return false;
  if ((line.heads[0] === NATION) !== asked.nation || (asked.nation && /全省|辽宁|省里/.test(query.bare))) return false;
  if (asked.years.some((year) => /\d{4}年/.test(clause) && !clause.includes(year))) return false;
  if (query.unit && (!value.includes(query.unit) || (query.unit === "吨" && value.includes("万吨")))) return false;
  if (/^≤/.test(value) ? /不低于|至少|不少于/.test(query.bare) : /^≥/.test(value) && /不超过|至多|不多于|不高于/.test(query.bare)) return false;
  const share = query.asks.has("share") || query.unit === "%" || query.words.some((word) => word.forms.some((form) => RATIO.test(form)));
  if (entry.kind === MEASURE && RATIO.test(clause) && !share) return false;
  const done = query.words.filter((word) => line.answers === "date" && /^(完成|实现)/.test(word.text)), total = /总量/.test(query.bare) ? [{ forms: ["总量"], within: [] }] : [];
  return done.concat(total).every((word) => says(word, clause)) &&
    (query.plain ? query.needed : query.content).every((word) => word.of.includes(i) || says(word, clause));
}

// The line whose figure answers, or null: two that answer equally well and are about different things are no answer.
function figure(entry, i, query) {
  const asked = asking(query, entry);
  if (!asked.kind || asked.none) return null;
  const found = entry.lines.filter((line) => line.value && line.answers === asked.kind && named(line, entry, i, query) && fits(line, entry, i, query, asked));
  const points = found.map((line) => linePoints(line, query, i)), best = found.filter((line, at) => points[at] > Math.max(...points) - SAME);
  const about = ({ heads }) => (entry.kind === MEASURE ? heads.join() : heads[0].replace(/^各市.*/, "各市"));
  return best.some((line) => line.value !== best[0].value && about(line) !== about(best[0])) ? null : best[0];
}
