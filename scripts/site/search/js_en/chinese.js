// A query in Chinese is read by the Chinese search, which is fetched for the first of them. Its results are shown as the English
// pages and sentences that stand at the same places; where the two have not the same lines, the page's own first.
let fetching = null;

function lacking(engine, text) {
  if (!HAN.test(text) || engine.chinese || engine.refused) return null;
  fetching = fetching || chineseEngine().then((chinese) => {
    engine.chinese = (query) => inEnglish(engine, chinese.find(chinese.engine, query), chinese.engine);
  }).catch(() => { engine.refused = true; });
  return fetching;
}

function chineseEngine() {
  const { base, chinese } = document.getElementById("search").dataset;
  const json = (name, build) => fetch(base + "../search/" + name + ".json?v=" + build).then((answer) => answer.json());
  return new Promise((give, refuse) => {
    window.chineseSearch = give;
    document.head.appendChild(Object.assign(document.createElement("script"), { src: chinese, onerror: refuse }));
  }).then(({ BUILD, begun, completed, find }) => Promise.all([json("index", BUILD), json("more", BUILD)]).then(([index, more]) => {
    if (index.build !== BUILD || more.build !== BUILD) throw new Error("build " + index.build);
    const engine = begun(index);
    completed(engine, more);
    return { engine, find };
  }));
}

function inEnglish(engine, found, chinese) {
  const own = new Map(engine.entries.map((entry) => [entry.url + (entry.run ? 1 : 0), entry]));
  const results = found.results.map(({ entry, line, value }) => {
    const twin = own.get(entry.url + (entry.run ? 1 : 0)), at = entry.lines.indexOf(line) >= 0 ? entry.lines.indexOf(line) : entry.lines.findIndex(({ text }) => text === line.text);
    if (!twin) return null;
    const same = twin.lines.length === entry.lines.length, told = (same && twin.lines[at]) || twin.lines[0] || { text: "" };
    const stated = value && entry.lines.findIndex((one) => one.value === value);
    return { entry: twin, line: { ...told, anchor: line.anchor }, value: value && same ? twin.lines[stated].value : "" };
  }).filter(Boolean);
  return { ...found, kind: results.length ? found.kind : "none", results };
}
