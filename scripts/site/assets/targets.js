// Narrows the table of all targets down; the choice lives in the address. Without it the whole table stands there.
// A line that begins with two slashes is left out of the built site (scripts/postbuild/).
(function () {
  "use strict";
  var form = document.getElementById("filters");
  var shown = document.getElementById("shown");
  var table = document.getElementById("all-targets");
  var rows = Array.prototype.slice.call(table.querySelectorAll("tr[data-kind]"));
  var selects = Array.prototype.slice.call(form.querySelectorAll("select"));

  var department = form.elements.department;
  var role = form.elements.role;

  function holds(row, name, value) {
    return (" " + row.dataset[name] + " ").indexOf(" " + value + " ") >= 0;
  }

  function fits(row, select) {
    if (select === role) return holds(row, role.value, department.value);
    if (select !== department) return holds(row, select.name, select.value);
    return holds(row, "lead", department.value) || holds(row, "participating", department.value);
  }

  // A role is one of the department chosen: of none there is none to choose.
  function bind() {
    role.disabled = !department.value;
    if (role.disabled) role.value = "";
  }

  function apply() {
    var chosen = selects.filter(function (select) { return select.value; });
    rows.forEach(function (row) {
      row.hidden = !chosen.every(function (select) { return fits(row, select); });
    });
    // The words that several targets share go with the last of these.
    Array.prototype.forEach.call(table.tBodies, function (group) {
      group.hidden = !group.querySelector("tr[data-kind]:not([hidden])");
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
    bind();
    apply();
  }

  function write() {
    bind();
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
