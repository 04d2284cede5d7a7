// The box in the header: fetches the index on first use, shows results while typing below the box, or on the search
// page in the page. Arrows walk through the results, Escape shuts them, Enter in the box opens the search page.
const form = document.getElementById("search"), input = document.getElementById("q");
const base = form.dataset.base, page = document.getElementById("search-results"), intro = document.getElementById("search-intro");
const place = page || form.appendChild(element("div", { className: "search-panel" }));
const status = place.appendChild(element("p", { className: "found-status", role: "status" }));
const body = place.appendChild(element("div"));
const asked = new URLSearchParams(location.search), parts = {};
let engine = null, written = null, chosen = (page && asked.get("kind")) || "";

// A part of the index, fetched once; one that does not belong to this script is an error, not an answer.
function fetched(name, use) {
  parts[name] = parts[name] || fetch(base + "search/" + name + ".json?v=" + BUILD)
    .then((answer) => { if (!answer.ok) throw new Error(String(answer.status)); return answer.json(); })
    .then((part) => { if (part.build !== BUILD) throw new Error("build " + part.build); use(part); });
  return parts[name];
}

const load = () => fetched("index", (index) => { engine = begun(index); });
// What only a query needs that the first part does not answer. Without it there are fewer answers, and none is wrong.
const loadMore = () => fetched("more", (more) => completed(engine, more)).catch(() => {}).then(() => { engine.whole = true; });

function show(open, text, ...content) {
  body.textContent = "";
  body.append(...content);
  // Chinese words of a query within an English sentence are marked, so that a voice can read them.
  const said = document.documentElement.lang.startsWith("zh") ? [text] : text.split(/([\u3400-\u9fff]+)/);
  status.replaceChildren(...said.map((part, at) => (at % 2 ? element("span", { lang: "zh-CN", textContent: part }) : part)));
  place.classList.toggle("open", open);
  if (page && intro) intro.hidden = open;
  place.removeAttribute("data-answer");
}

function answer() {
  const text = input.value.trim();
  if (!text) return show(false, "");
  const found = find(engine, text), kinds = engine.index.kinds;
  const waits = (found.kind !== "all" || (found.wide && !engine.whole)) && (engine.whole ? engine.lacking(engine, text) : loadMore());
  if (waits) return waits.then(answer);
  const results = found.results.filter(({ entry }) => !chosen || kinds[entry.kind][0] === chosen);
  const bar = page ? filters(engine, found.results, chosen, (kind) => { chosen = kind; remember(); answer(); }) : [];
  const more = element("a", { className: "found-all", href: base + "search/?" + new URLSearchParams({ q: text }), textContent: _("在搜索页查看和筛选") });
  const content = found.kind === "none" ? offers(engine, base) : [...bar, ...list(found, results, engine, base), ...(page ? [] : [more])];
  show(true, summary(found, results.length, text), ...content);
  place.setAttribute("data-answer", found.kind);
}

function failed() {
  const link = element("a", { href: base + "search/all/", textContent: _("全站目录") });
  const [before, after] = _("也可以用浏览器的页内查找看{list}。").split("{list}");
  show(true, _("搜索数据没有载入，请刷新页面再试。"), element("p", {}, before, link, after));
}

// The query and the filters in the address of the search page.
function remember() {
  clearTimeout(written);
  written = setTimeout(() => {
    const address = new URLSearchParams();
    [["q", input.value.trim()], ["kind", chosen]].forEach(([key, value]) => { if (value) address.set(key, value); });
    history.replaceState(null, "", location.pathname + (String(address) ? "?" + address : ""));
  }, 300);
}

function typed(event) {
  if (event && event.isComposing) return;
  if (page) remember();
  if (engine) answer();
  else if (input.value.trim()) load().then(answer).catch(failed);
}

function walk(event) {
  const open = place.classList.contains("open");
  if (event.key === "Escape" && !page && open) {
    event.preventDefault();
    input.focus();
    show(false, "");
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !open || event.isComposing) return;
  const stops = [input, ...body.querySelectorAll("li a, .found-more, .found-all")];
  const next = stops[stops.indexOf(document.activeElement) + step];
  if (!stops.includes(document.activeElement) || !next) return;
  event.preventDefault();
  next.focus();
}

input.addEventListener("input", typed);
input.addEventListener("compositionend", () => typed());
form.addEventListener("keydown", walk);
if (page) {
  page.addEventListener("keydown", walk);
  form.addEventListener("submit", (event) => { event.preventDefault(); typed(); });
  input.value = asked.get("q") || "";
} else {
  load().catch(() => {});
  input.addEventListener("focus", () => { if (!place.classList.contains("open")) typed(); });
  place.addEventListener("click", (event) => { if (event.target.closest("a")) show(false, ""); });
  document.addEventListener("click", (event) => { if (!form.contains(event.target)) show(false, ""); });
  form.addEventListener("focusout", (event) => { if (event.relatedTarget && !form.contains(event.relatedTarget)) show(false, ""); });
}
typed();
