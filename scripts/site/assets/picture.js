// A chart as a picture to keep: with its title, finding, tag and source, in the reader's colours and fonts. Fetched when
// the first picture is asked for (site.js). A line that begins with two slashes is left out of the built site.
window.drawPicture = function (button) {
  "use strict";
  var SCALE = 3;
  var MARGIN = 16;
  var WIDTH = 344;
  var figure = button.closest(".chart");
  var svg = figure.querySelector("svg");
  var caption = figure.querySelector("figcaption");
  var title = svg.querySelector("title");
  var box = svg.viewBox.baseVal;
  var high = WIDTH * box.height / box.width;
  var canvas = document.createElement("canvas");
  var pen = canvas.getContext("2d");

  function style(element) { return getComputedStyle(element); }

  // In an image there is no style sheet: variables and currentColor would be black.
  function resolved() {
    var copy = svg.cloneNode(true);
    var own = svg.querySelectorAll("*");
    Array.prototype.forEach.call(copy.querySelectorAll("*"), function (element, at) {
      ["fill", "stroke"].forEach(function (paint) {
        if (element.hasAttribute(paint)) element.setAttribute(paint, style(own[at])[paint]);
      });
    });
    copy.setAttribute("width", WIDTH * SCALE);
    copy.setAttribute("height", high * SCALE);
    copy.setAttribute("font-family", style(svg).fontFamily);
    return "data:image/svg+xml," + encodeURIComponent(new XMLSerializer().serializeToString(copy));
  }

  // Numbers and Latin words stay whole; closing marks end a line, opening ones begin it.
  function lines(block) {
    var found = [""];
    pen.font = block.font;
    (block.text.match(/[\u201c\uff08]*(?:[!-~\u00a0]+|[^!-~])[\uff0c\u3002\u3001\uff1b\uff1a\uff09\u201d]*/g) || []).forEach(function (piece) {
      var line = found[found.length - 1] + piece;
      if (pen.measureText(line).width <= WIDTH) found[found.length - 1] = line;
      else found.push(piece.trim());
    });
    return found;
  }

  function blocks() {
    var words = caption.cloneNode(true);
    words.removeChild(words.querySelector("small"));
    var tag = caption.querySelector("small");
    var family = style(caption).fontFamily;
    var cite = document.getElementById("cite-gbt");
    // What follows the version is the day of access, which is left blank there, and the address.
    var cited = cite ? cite.textContent.replace(/\[[^\]A-Z]*\]\. .*$/, "") : document.title;
    var source = _("出处：{source}", { source: cited });
    var address = /^http/.test(location.protocol) ? location.href.split("#")[0] : "";
    var muted = style(button.parentNode).color;
    function block(text, size, color, weight, back) {
      return { text: text.trim(), high: size * 1.5, font: weight + " " + size + "px " + family, color: color, back: back };
    }
    return {
      above: [
        block(title ? title.textContent : "", 17, style(caption).color, "700"),
        block(words.textContent, 14, style(caption).color, "400"),
        block(tag.textContent, 14, style(tag).color, "400", style(tag).backgroundColor)
      ],
      below: [block(source, 11, muted, "400"), block(address, 11, muted, "400")]
    };
  }

  // Sets the blocks from `top` down and says where they end; without `draw` it only measures.
  function set(all, top, draw) {
    all.forEach(function (block) {
      if (!block.text) return;
      lines(block).forEach(function (line) {
        if (draw && block.back) {
          pen.fillStyle = block.back;
          pen.fillRect(MARGIN, top, pen.measureText(line).width, block.high);
        }
        pen.fillStyle = block.color;
        if (draw) pen.fillText(line, MARGIN, top + block.high / 2);
        top += block.high;
      });
      top += 6;
    });
    return top;
  }

  function show() {
    var kept = figure.querySelector(".kept") || figure.appendChild(document.createElement("p"));
    var name = (title || caption).textContent.trim();
    var picture = document.createElement("img");
    var link = document.createElement("a");
    kept.className = "kept no-print";
    kept.tabIndex = -1;
    kept.textContent = "";
    picture.alt = name;
    picture.src = link.href = canvas.toDataURL("image/png");
    link.download = name + ".png";
    link.textContent = _("保存为 PNG 文件，或者长按图片保存");
    kept.appendChild(link);
    kept.appendChild(picture);
    kept.focus();
  }

  var image = new Image();
  image.onload = function () {
    var text = blocks();
    var middle = set(text.above, MARGIN) + 6;
    var below = middle + high + 12;
    canvas.width = (WIDTH + 2 * MARGIN) * SCALE;
    canvas.height = Math.ceil(set(text.below, below) + MARGIN - 6) * SCALE;
    pen.scale(SCALE, SCALE);
    pen.textBaseline = "middle";
    pen.fillStyle = style(document.body).backgroundColor;
    pen.fillRect(0, 0, canvas.width, canvas.height);
    set(text.above, MARGIN, true);
    pen.drawImage(image, MARGIN, middle, WIDTH, high);
    set(text.below, below, true);
    show();
  };
  image.src = resolved();
};
