// Narrows the glossary down to the entries that have the words typed. Without it the whole glossary stands there.
(function () {
  "use strict";
  var form = document.getElementById("filter");
  var input = document.getElementById("find");
  var shown = document.getElementById("shown");
  // An entry is a heading and all that follows it up to the next.
  var entries = Array.prototype.map.call(document.querySelectorAll("article h2"), function (head) {
    var entry = [head];
    for (var next = head.nextElementSibling; next && next.tagName === "P"; next = next.nextElementSibling) entry.push(next);
    return entry;
  });

  function apply() {
    var words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    var count = entries.filter(function (entry) {
      var text = entry.map(function (part) { return part.textContent; }).join(" ").toLowerCase();
      var has = words.every(function (word) { return text.indexOf(word) >= 0; });
      entry.forEach(function (part) { part.hidden = !has; });
      return has;
    }).length;
    shown.textContent = words.length ? _("显示 {n} 个词，共 {all} 个", { n: count, all: entries.length }) : "";
  }

  form.hidden = false;
  form.addEventListener("input", apply);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
})();
