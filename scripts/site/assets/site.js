// The few things every page does with scripts: words in its language, theme, openers, table of contents, tables, links
// to copy, terms, and fetching the search on its first use. Without it every text and link of the page is there and works.
// A line that begins with two slashes is left out of the built site (scripts/postbuild/).
// For all scripts: a message in the page's language (a Chinese page has no table), its places filled by name.
window._ = function (message, places) {
  "use strict";
  var text = (window.scriptTexts || {})[message] || message;
  return places ? text.replace(/\{(\w+)\}/g, function (place, name) { return places[name]; }) : text;
};
(function () {
  "use strict";
  var root = document.documentElement;
  var $ = function (id) { return document.getElementById(id); };
  var each = function (selector, act, within) {
    Array.prototype.forEach.call((within || document).querySelectorAll(selector), act);
  };

  // What happened, for eyes and screen readers.
  var told = document.querySelector(".md-dialog__inner");
  told.setAttribute("role", "status");
  function say(text) {
    told.textContent = text;
    clearTimeout(say.timer);
    say.timer = setTimeout(function () { told.textContent = ""; }, 2500);
  }

  // Theme: the reader's choice, kept in this browser only; otherwise the system's.
  var theme = $("theme");
  var system = matchMedia("(prefers-color-scheme: dark)");
  function isDark() { return root.dataset.theme ? root.dataset.theme === "dark" : system.matches; }
  function nameTheme() {
    var name = isDark() ? _("切换到浅色主题") : _("切换到深色主题");
    theme.setAttribute("aria-label", name);
    theme.title = name;
  }
  theme.hidden = false;
  nameTheme();
  theme.addEventListener("click", function () {
    root.dataset.theme = isDark() ? "light" : "dark";
    try { localStorage.setItem("liaoning-13fyp.theme", root.dataset.theme); } catch (e) { /* private mode: for this page only */ }
    nameTheme();
  });

  // The other language: the same place of the page, with the same choices.
  $("language").onclick = function () {
    this.search = location.search;
    this.hash = location.hash;
  };

  // Openers: a link to a part of the page that CSS opens by :target becomes a button that opens and shuts it.
  var openers = [];
  each("a[data-opens]", function (link) {
    var part = $(link.dataset.opens);
    var button = document.createElement("button");
    button.type = "button";
    button.className = link.className;
    button.textContent = link.textContent;
    button.setAttribute("aria-controls", part.id);
    function open(yes) {
      part.classList.toggle("open", yes);
      button.setAttribute("aria-expanded", String(yes));
    }
    open(location.hash === "#" + part.id);
    button.addEventListener("click", function () { open(!part.classList.contains("open")); });
    link.parentNode.replaceChild(button, link);
    openers.push({ part: part, button: button, open: open });
    each("a", function (inner) { inner.addEventListener("click", function () { open(false); }); }, part);
  });

  // Table of contents: mark the part that is being read.
  var entries = [];
  each(".toc a[href^='#']", function (link) {
    var heading = $(decodeURIComponent(link.hash.slice(1)));
    if (heading) entries.push({ link: link, heading: heading });
  });
  var asked = false;
  function follow() {
    asked = false;
    var current = null;
    entries.forEach(function (entry) {
      entry.link.removeAttribute("aria-current");
      if (entry.heading.getBoundingClientRect().top < innerHeight * 0.3) current = entry;
    });
    if (current) current.link.setAttribute("aria-current", "true");
  }
  if (entries.length) {
    addEventListener("scroll", function () {
      if (!asked) requestAnimationFrame(follow);
      asked = true;
    }, { passive: true });
    follow();
  }

  // Tables and code wider than the screen can be scrolled by keyboard, and say what they are. A table comes to rest with
  // whole columns beside its fixed one; at the right its edge is marked while there is more. For that its last column is
  // widened, so that the first column that brings the last one in can begin beside the fixed one.
  function edge(wrap) {
    wrap.classList.toggle("cut", wrap.scrollLeft + wrap.clientWidth < wrap.scrollWidth - 1);
  }
  function settle(wrap, table) {
    var box = table.getBoundingClientRect();
    var first = table.rows[0].cells[0];
    var fixed = getComputedStyle(first).position.indexOf("sticky") < 0 ? 0 : first.getBoundingClientRect().width;
    var start = Infinity;
    var end;
    each("thead tr:last-child th", function (head) {
      var left = head.getBoundingClientRect().left - box.left - fixed;
      if (left > box.width - wrap.clientWidth - 1) start = Math.min(start, left);
      if (head.offsetWidth) end = head;
    }, table);
    wrap.style.setProperty("--fixed", fixed + "px");
    if (isFinite(start)) {
      end.classList.add("last");
      wrap.style.setProperty("--wide", end.offsetWidth + start + wrap.clientWidth - box.width + "px");
    }
  }
  function reach() {
    var used = {};
    each(".table-wrap, pre", function (wrap) {
      wrap.style.removeProperty("--wide");
      var wide = wrap.scrollWidth > wrap.clientWidth + 1;
      var caption = wrap.querySelector("caption");
      edge(wrap);
      if (!wide) return ["tabindex", "role", "aria-label"].forEach(function (name) { wrap.removeAttribute(name); });
      if (caption) caption.dataset.more = _("可左右滑动");
      wrap.tabIndex = 0;
      wrap.setAttribute("role", "region");
      var files = wrap.querySelector("caption .files");
      var name = caption ? caption.textContent.replace(files ? files.textContent : "", "").trim() : wrap.tagName === "PRE" ? _("代码") : _("表格");
      used[name] = (used[name] || 0) + 1; // no two regions of a page have the same name
      var places = { name: name, n: used[name] };
      wrap.setAttribute("aria-label", places.n > 1 ? _("{name} {n}（可左右滚动）", places) : _("{name}（可左右滚动）", places));
      if (wrap.tagName !== "PRE") settle(wrap, wrap.querySelector("table"));
    });
  }
  each(".table-wrap", function (wrap) {
    wrap.addEventListener("scroll", function () { edge(wrap); }, { passive: true });
  });
  // Sorting: three states a column; the third is the order printed in the plan.
  each("table[data-sort]", function (table) {
    var body = table.tBodies[0];
    var printed = Array.prototype.slice.call(body.rows);
    var heads = Array.prototype.slice.call(table.tHead.rows[table.tHead.rows.length - 1].cells);
    function key(row, column) {
      var text = row.cells[column].textContent.trim();
      var number = parseFloat(text.replace(/[,%\s]/g, ""));
      return isNaN(number) ? text : number;
    }
    function compare(a, b) {
      if (typeof a === typeof b) return typeof a === "number" ? a - b : a.localeCompare(b, "zh-CN");
      return typeof a === "number" ? -1 : 1;
    }
    heads.forEach(function (head, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "sorter";
      while (head.firstChild) button.appendChild(head.firstChild);
      head.appendChild(button);
      button.addEventListener("click", function () {
        var now = head.getAttribute("aria-sort");
        var next = now === "descending" ? "ascending" : now ? "" : "descending";
        heads.forEach(function (other) { other.removeAttribute("aria-sort"); });
        if (next) head.setAttribute("aria-sort", next);
        var sign = next === "descending" ? -1 : 1;
        var loose = printed.filter(function (row) { return !row.classList.contains("sum"); });
        if (next) loose.sort(function (a, b) { return sign * compare(key(a, column), key(b, column)); });
        loose.concat(printed.filter(function (row) { return row.classList.contains("sum"); }))
          .forEach(function (row) { body.appendChild(row); });
        var places = { column: button.textContent.trim() };
        say(!next ? _("已恢复原文顺序") : sign < 0 ? _("已按“{column}”降序排列", places) : _("已按“{column}”升序排列", places));
      });
    });
  });

  // Once the heads of columns are as wide as they will be.
  reach();
  addEventListener("resize", reach);
  addEventListener("toggle", reach, true);

  // Links and texts to copy.
  function copy(text, done) {
    if (!navigator.clipboard) return false;
    navigator.clipboard.writeText(text).then(function () { say(done); }, function () { say(_("无法复制，请手动选取")); });
    return true;
  }
  each("button.copy", function (button) {
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", function () { copy($(button.dataset.copy).textContent.trim(), _("已复制")); });
  });

  // Sharing: as the device does it, otherwise title and address to paste.
  each(".share", function (part) {
    if (!navigator.share && !navigator.clipboard) return;
    var page = { title: document.title, url: location.href.split("#")[0] };
    function paste() { copy(page.title + "\n" + page.url, _("已复制标题和网址")); }
    part.hidden = false;
    part.querySelector("button").addEventListener("click", function () {
      if (!navigator.share) return paste();
      navigator.share(page).catch(function (error) { if (error.name !== "AbortError") paste(); });
    });
  });

  // Terms: the first tap shows the explanation, the second follows the link.
  function shut(except) {
    each(".term", function (term) { if (term !== except) term.classList.add("shut"); });
  }
  each(".term", function (term) {
    var tip = term.querySelector(".tip");
    function show() {
      term.classList.remove("shut");
      tip.classList.toggle("flip", term.getBoundingClientRect().left + 340 > root.clientWidth);
    }
    term.addEventListener("mouseenter", show);
    term.addEventListener("focusin", show);
    term.querySelector("a").addEventListener("touchend", function (event) {
      if (document.activeElement === event.currentTarget && !term.classList.contains("shut")) return;
      event.preventDefault();
      shut(term);
      event.currentTarget.focus();
    });
  });

  document.addEventListener("click", function (event) {
    var anchor = event.target.closest ? event.target.closest("a.anchor") : null;
    if (anchor) copy(anchor.href, _("已复制链接"));
    openers.forEach(function (opener) {
      if (!opener.part.contains(event.target) && !opener.button.contains(event.target)) opener.open(false);
    });
  });

  function fetchScript(address, done) {
    var script = document.createElement("script");
    script.src = address;
    script.onload = done;
    document.body.appendChild(script);
  }

  // Pictures of charts: what draws them is fetched when the first is asked for.
  each("button.picture", function (button) {
    button.hidden = false;
    button.addEventListener("click", function draw() {
      if (window.drawPicture) window.drawPicture(button);
      else fetchScript(button.dataset.js, draw);
    });
  });

  // Search: one script and one style sheet, fetched when the box is first used.
  var form = $("search");
  var field = $("q");
  function fetchSearch() {
    field.removeEventListener("focus", fetchSearch);
    if (document.querySelector("script[src='" + form.dataset.js + "']")) return;
    var style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = form.dataset.css;
    document.head.appendChild(style);
    fetchScript(form.dataset.js);
  }
  field.addEventListener("focus", fetchSearch);

  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    shut();
    openers.forEach(function (opener) {
      if (!opener.part.classList.contains("open")) return;
      opener.open(false);
      opener.button.focus();
    });
  });

  // Paper: the page's address, and nothing folded away but the other language.
  addEventListener("beforeprint", function () {
    if ($("address")) $("address").textContent = location.href.split("#")[0];
    each("details:not(.twin)", function (part) { part.open = true; });
  });
})();
