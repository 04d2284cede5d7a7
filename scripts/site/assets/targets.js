// Narrows the table of all targets down; the choice lives in the address. Without it the whole table stands there.
// A line that begins with two slashes is left out of the built site (scripts/postbuild/).
(function () {
  "use strict";
  var _ = window._;
  var form = document.getElementById("filters");
  var shown = document.getElementById("shown");
  var rows = Array.prototype.slice.call(document.getElementById("all-targets").tBodies[0].rows);
  var selects = Array.prototype.slice.call(form.querySelectorAll("select"));

  function apply() {
    var chosen = selects.filter(function (select) { return select.value; });
    rows.forEach(function (row) {
      row.hidden = !chosen.every(function (select) {
        return (" " + row.dataset[select.name] + " ").indexOf(" " + select.value + " ") >= 0;
      });
    });
    var count = rows.filter(function (row) { return !row.hidden; }).length;
    shown.textContent = chosen.length ? _("显示 {n} 个目标，共 {all} 个", { n: count, all: rows.length }) : "";
  }

  // A value that no filter offers leaves the filter as it was: at 全部.
  function read() {
    var query = new URLSearchParams(location.search);
    selects.forEach(function (select) {
      select.value = query.get(select.name) || "";
      if (select.selectedIndex < 0) select.value = "";
    });
    apply();
  }

  function write() {
    var query = new URLSearchParams(location.search);
    selects.forEach(function (select) {
      if (select.value) query.set(select.name, select.value); else query.delete(select.name);
    });
    var text = query.toString();
    history.replaceState(null, "", location.pathname + (text ? "?" + text : "") + location.hash);
    apply();
  }

  form.hidden = false;
  form.addEventListener("change", write);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function (event) {
    event.preventDefault();
    selects.forEach(function (select) { select.value = ""; });
    write();
  });
  addEventListener("popstate", read);
  read();
})();
