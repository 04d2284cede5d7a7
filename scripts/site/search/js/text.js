// Text as the search compares it. `raw` keeps punctuation, `bare` only letters, digits, % and decimal points; both
// are half width, without white space and in lower case, but for the first letter of a Latin word: so "andan" is not
// found in "land and". `at[i]` is where the i-th character of `bare` stands in the text.
const WORD = /[\p{L}\p{N}%]/u;

function folding(traditional) {
  const simple = new Map(Array.from(traditional[0], (character, i) => [character, traditional[1][i]]));
  const plain = (character) => simple.get(character) || character.normalize("NFKC").toLowerCase();
  return (text) => {
    let raw = "", bare = "";
    const at = [];
    for (let i = 0; i < text.length; i++) {
      let same = plain(text[i]).replace(/\s/g, "");
      if (/^[a-z]/.test(same) && !/[\w-]/.test(text[i - 1] || "")) same = same[0].toUpperCase() + same.slice(1);
      raw += same;
      for (const part of same) {
        const point = part === "." && /[\d０-９]/.test(text[i - 1]) && /[\d０-９]/.test(text[i + 1]);
        if (!point && !WORD.test(part)) continue;
        bare += part;
        at.push(i);
      }
    }
    return { raw, bare, at };
  };
}

// 十二 → 12, 四十四 → 44, 一百 → 100, 二〇二〇 → 2020.
function arabic(written) {
  let sum = 0, digits = "";
  for (const character of written.replace(/〇/g, "零").replace(/两/g, "二")) {
    const unit = { "十": 10, "百": 100, "千": 1000 }[character], digit = "零一二三四五六七八九".indexOf(character);
    if (unit) sum += Number(digits || 1) * unit;
    digits = unit ? "" : digits + (digit < 0 ? character : digit);
  }
  return String(sum + Number(digits));
}

// References and quantities of a query in digits: 第十二条 → 第12条, 附件一 → 附件1, 百分之十五 → 15%, 二十吨 → 20吨.
function inDigits(query) {
  const numeral = "零〇一二两三四五六七八九十百千", number = "([" + numeral + "\\d]+)";
  return query
    .replace(new RegExp("第\\s*" + number + "\\s*(条|项|章|部分)", "g"), (_, n, unit) => "第" + arabic(n) + unit)
    .replace(new RegExp("^\\s*" + number + "\\s*(条|项|章)\\s*$"), (_, n, unit) => "第" + arabic(n) + unit)
    .replace(new RegExp("^\\s*(?:措施|条目|item|measure)\\s*" + number + "\\s*$", "i"), (_, n) => "第" + arabic(n) + "条")
    .replace(new RegExp("附[件表]\\s*" + number, "g"), (_, n) => "附件" + arabic(n))
    .replace(/百分之([零〇一二两三四五六七八九十百\d.]+)/g, (_, n) => arabic(n) + "%")
    .replace(/([一二三四五六七八九])成(?=$|[\s以左多的？?])/g, (_, n) => arabic(n) + "0%")
    .replace(new RegExp("([" + numeral + "]{2,})(?=个|万?吨|年)|([" + numeral + "])(?=个百分点|万吨|吨)", "g"), arabic);
}

// Every place where `part` begins in `text`.
function places(text, part) {
  const found = [];
  for (let i = text.indexOf(part); i >= 0; i = text.indexOf(part, i + 1)) found.push(i);
  return found;
}
