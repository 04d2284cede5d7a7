// For the site on a disk: a page opened from a file may run scripts but fetch nothing, and no server adds index.html to
// an address (scripts/postbuild/offline.py). On a server it does nothing.
(function () {
  "use strict";
  if (location.protocol !== "file:") return;

  // What scripts fetch lies beside as a script that leaves it in `fromDisk`; its load event follows at once.
  window.fetch = function (address) {
    return new Promise(function (done, failed) {
      var script = document.createElement("script");
      script.src = address.split("?")[0] + ".js";
      script.onload = function () {
        var data = window.fromDisk;
        done({ ok: true, json: function () { return data; } });
      };
      script.onerror = failed;
      document.head.appendChild(script);
    });
  };

  // Links that scripts make: results of the search.
  new MutationObserver(function () {
    Array.prototype.forEach.call(document.querySelectorAll("a[href$='/'], a[href*='/#'], a[href*='/?']"), function (link) {
      if (link.protocol === "file:" && /\/$/.test(link.pathname)) link.pathname += "index.html";
    });
  }).observe(document.body, { childList: true, subtree: true });

  // Paper keeps the address of the page, not the place of this copy, which site.js would print.
  var address = document.getElementById("address");
  if (address) address.removeAttribute("id");
})();
