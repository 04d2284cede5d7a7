// The search page's filters by kind and chapter; like the query they live in the address.
function filters(engine, chosen, change) {
  const kinds = engine.index.kinds;
  const buttons = [["", _("全部")], ...kinds].map(([kind, name]) => {
    const button = element("button", { type: "button", className: "found-filter" });
    button.addEventListener("click", () => { chosen.kind = kind; chosen.chapter = ""; change(); });
    return { kind, name, button };
  });
  const chapter = element("select", { id: "found-chapter" }, element("option", { value: "", textContent: _("全部章") }));
  engine.index.chapters.forEach((title, i) => chapter.append(element("option", { value: String(i + 1), textContent: title })));
  chapter.addEventListener("change", () => { chosen.chapter = chapter.value; chosen.kind = chapter.value ? kinds[0][0] : ""; change(); });
  const box = element("div", { className: "found-filters" },
    element("div", {}, ...buttons.map(({ button }) => button)),
    element("label", { htmlFor: chapter.id, textContent: _("章") + " " }), chapter);
  box.firstChild.setAttribute("role", "group");
  box.firstChild.setAttribute("aria-label", _("按种类筛选"));
  return {
    box,
    narrow: (results) => results.filter(({ entry }) =>
      (!chosen.kind || kinds[entry.kind][0] === chosen.kind) && (!chosen.chapter || entry.chapter === Number(chosen.chapter))),
    update: (results) => {
      chapter.value = chosen.chapter;
      buttons.forEach(({ kind, name, button }) => {
        const number = results.filter(({ entry }) => !kind || kinds[entry.kind][0] === kind).length;
        button.textContent = _("{kind} {n}", { kind: name, n: number });
        button.disabled = !number && chosen.kind !== kind;
        button.setAttribute("aria-pressed", String(chosen.kind === kind));
      });
    },
  };
}
