// Choices over the table of all figures: the table shrinks to them, a chart is drawn from them, the address keeps them.
// Vega is fetched after the page has come; its expressions are interpreted, not compiled, so that no policy is loosened.
(function () {
  "use strict";
  var $ = function (id) { return document.getElementById(id); };
  var all = function (selector, within) { return Array.prototype.slice.call((within || document).querySelectorAll(selector)); };
  var form = $("explore");
  var table = $("explore-table");
  var heads = all("thead tr:last-child th", table);
  var rows = all("tbody tr", table);
  var boxes = all("input[name=city]", form);
  var pick = { indicator: $("explore-indicator"), quantity: $("explore-quantity"), sort: $("explore-sort") };
  var drawn = null;

  function has(select, value) {
    return Array.prototype.some.call(select.options, function (option) { return option.value === value; });
  }

  // The quantities that the chosen indicator has; the one chosen before stays if it is among them.
  function offerQuantities(wanted) {
    var before = wanted || pick.quantity.value;
    pick.quantity.textContent = "";
    heads.forEach(function (head) {
      if (head.dataset.indicator !== pick.indicator.value) return;
      pick.quantity.add(new Option(head.dataset.label, head.dataset.quantity));
    });
    if (has(pick.quantity, before)) pick.quantity.value = before;
  }

  // Address → choices; what it does not say, or says wrongly, stays as the page has it.
  function read() {
    var asked = new URLSearchParams(location.search);
    ["indicator", "sort"].forEach(function (name) {
      if (has(pick[name], asked.get(name))) pick[name].value = asked.get(name);
    });
    offerQuantities(asked.get("quantity"));
    if (asked.has("cities")) {
      var chosen = asked.get("cities").split(",");
      boxes.forEach(function (box) { box.checked = chosen.indexOf(box.value) >= 0; });
    }
  }

  // Choices → address; all cities are the default and are left out.
  function write() {
    var asked = new URLSearchParams();
    ["indicator", "quantity", "sort"].forEach(function (name) { asked.set(name, pick[name].value); });
    var chosen = boxes.filter(function (box) { return box.checked; });
    var list = chosen.map(function (box) { return box.value; }).join(",");
    var query = "?" + asked + (chosen.length < boxes.length ? "&cities=" + list : "");
    history.replaceState(null, "", query + location.hash);
  }

  function column() {
    return heads.findIndex(function (head) {
      return head.dataset.indicator === pick.indicator.value && head.dataset.quantity === pick.quantity.value;
    });
  }

  // The table as chosen, and its rows as the chart wants them.
  function choose() {
    var at = column();
    var figures = [];
    all("thead [data-indicator]", table).forEach(function (head) {
      head.hidden = head.dataset.indicator !== pick.indicator.value;
      head.classList.toggle("chosen", head === heads[at]);
    });
    rows.forEach(function (row, place) {
      row.hidden = !boxes[place].checked;
      all("td", row).forEach(function (cell, index) {
        cell.hidden = heads[index].hidden;
        cell.classList.toggle("chosen", index === at);
      });
      var cell = all("td", row)[at];
      var text = cell.textContent.trim();
      var digits = text.replace(/,/g, ""); // as in the data: an English page sets thousands apart
      if (row.hidden || !text) return;
      figures.push({
        printed: place, city: row.dataset.city, name: row.dataset.name, value: Number(digits), digits: digits, text: text,
        unit: heads[at].dataset.unit, place: cell.dataset.place,
        share: cell.dataset.share ? cell.dataset.share + "%" : "—",
        basis: heads[at].dataset.basis, note: cell.dataset.note || ""
      });
    });
    var sign = { down: -1, up: 1, printed: 0 }[pick.sort.value];
    figures.sort(function (a, b) { return sign * (a.value - b.value) || a.printed - b.printed; });
    figures.forEach(function (figure, row) {
      figure.row = row;
      var line = rows[figure.printed];
      line.parentNode.appendChild(line);
    });
    return figures;
  }

  function caption(figures) {
    if (!figures.length) return _("请至少选一个市。");
    var head = heads[column()];
    var places = {
      indicator: pick.indicator.options[pick.indicator.selectedIndex].text,
      quantity: head.dataset.label, unit: head.dataset.unit, n: figures.length
    };
    return {
      down: _("{indicator}：{quantity}（{unit}），{n} 个市，从大到小。", places),
      up: _("{indicator}：{quantity}（{unit}），{n} 个市，从小到大。", places),
      printed: _("{indicator}：{quantity}（{unit}），{n} 个市，按附件的顺序。", places)
    }[pick.sort.value];
  }

  // What stands in a box by the pointer: words and figures as text, never as markup.
  var tip = document.createElement("div");
  tip.className = "vega-tip";
  tip.hidden = true;
  document.body.appendChild(tip);
  function tooltip(handler, event, item, value) {
    tip.hidden = !value;
    if (!value) return;
    tip.textContent = "";
    Object.keys(value).forEach(function (key) {
      var line = document.createElement("div");
      var figure = document.createElement("b");
      line.textContent = key;
      figure.textContent = value[key];
      line.appendChild(figure);
      tip.appendChild(line);
    });
    var room = document.documentElement.clientWidth - tip.offsetWidth - 8;
    tip.style.left = Math.max(8, Math.min(event.pageX + 14, room)) + "px";
    tip.style.top = event.pageY + 14 + "px";
  }

  // The specification with the reader's colours, as wide as there is room, with the chosen rows.
  function filled(template, figures, width) {
    var specification = JSON.parse(JSON.stringify(template));
    var bars = specification.layer[0].encoding.x;
    var longest = Math.max.apply(null, figures.map(function (figure) { return figure.text.length; }));
    specification.width = width - specification.padding.left;
    specification.data = { name: "figures", values: figures };
    specification.layer.forEach(function (layer) { delete layer.data; });
    bars.axis.title = _("{label}（{unit}）", heads[column()].dataset);
    bars.scale.range = [0, specification.width - 9 * longest - 12];
    bars.axis.tickCount = Math.max(1, Math.min(3, Math.floor(bars.scale.range[1] / specification.usermeta.tick)));
    return specification;
  }

  function coloured(specification) {
    var tokens = specification.usermeta.tokens;
    var style = getComputedStyle(document.documentElement);
    return JSON.parse(JSON.stringify(specification, function (key, value) {
      if (key === "values") return undefined;
      return typeof value === "string" && tokens[value] ? style.getPropertyValue(tokens[value]).trim() : value;
    }));
  }

  var vega = null;
  function fetchVega() {
    vega = vega || Promise.all([
      fetch(form.dataset.chart).then(function (answer) { return answer.json(); }),
      new Promise(function (done, failed) {
        var script = document.createElement("script");
        script.src = form.dataset.js;
        script.onload = done;
        script.onerror = failed;
        document.body.appendChild(script);
      })
    ]);
    return vega;
  }

  function draw(figures) {
    $("explore-caption").textContent = caption(figures);
    $("explore-tag").textContent = heads[column()].dataset.tag;
    tip.hidden = true;
    fetchVega().then(function (came) {
      if (figures !== drawn) return;
      $("explore-figure").hidden = false;
      $("explore-chart").hidden = !figures.length;
      if (!figures.length) return;
      var width = Math.max(300, Math.min(720, $("explore-figure").clientWidth));
      var specification = filled(came[0], figures, width);
      var shown = coloured(specification);
      shown.data = specification.data;
      window.vegaEmbed($("explore-chart").firstElementChild, shown, {
        ast: true, actions: false, defaultStyle: false, renderer: "svg", tooltip: tooltip
      }).then(function (result) {
        draw.view = result.view;
        draw.specification = specification;
        $("explore-chart").dataset.ready = figures.length;
      });
    }, function () {
      $("explore-caption").textContent = _("图没有取到，请看下面的表。");
      $("explore-figure").hidden = false;
    });
  }

  function update() {
    delete $("explore-chart").dataset.ready;
    drawn = choose();
    draw(drawn);
    dispatchEvent(new Event("resize"));
  }
  function changed() {
    write();
    update();
  }

  // Downloads of what is shown.
  function quoted(cell) { return /[",\n]/.test(cell) ? '"' + cell.replace(/"/g, '""') + '"' : cell; }
  function csv() {
    var head = ["city", "name", "indicator", "quantity", "value", "unit", "basis", "note"];
    var lines = [head].concat(drawn.map(function (figure) {
      return [
        figure.city, figure.name, pick.indicator.value, pick.quantity.value, figure.digits, figure.unit,
        figure.basis, figure.note
      ];
    }));
    return lines.map(function (line) { return line.map(quoted).join(","); }).join("\n") + "\n";
  }
  function save(kind) {
    var made = {
      svg: function () { return draw.view.toSVG(); },
      csv: function () { return Promise.resolve(csv()); },
      "vl.json": function () { return Promise.resolve(JSON.stringify(draw.specification, null, 1) + "\n"); }
    };
    made[kind]().then(function (text) {
      var link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([text], { type: "application/octet-stream" }));
      link.download = pick.indicator.value + "-" + pick.quantity.value + "." + kind;
      link.click();
      setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
    });
  }
  all("[data-save]").forEach(function (button) {
    button.addEventListener("click", function () { if (draw.view) save(button.dataset.save); });
  });

  pick.indicator.addEventListener("change", function () { offerQuantities(); changed(); });
  [pick.quantity, pick.sort].concat(boxes).forEach(function (field) { field.addEventListener("change", changed); });
  [["explore-all", true], ["explore-none", false]].forEach(function (pair) {
    $(pair[0]).addEventListener("click", function () {
      boxes.forEach(function (box) { box.checked = pair[1]; });
      changed();
    });
  });
  form.addEventListener("submit", function (event) { event.preventDefault(); });

  // Another theme, or another width: the same figures drawn again.
  var again = function () { if (draw.view) draw(drawn); };
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
  new MutationObserver(again).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  var last = document.documentElement.clientWidth;
  addEventListener("resize", function () {
    if (document.documentElement.clientWidth === last) return;
    last = document.documentElement.clientWidth;
    again();
  });

  form.hidden = false;
  read();
  if (document.readyState === "complete") update();
  else addEventListener("load", update);
})();
