"""Charts on a phone whose reader sets letters and words apart (WCAG 1.4.12): no label runs into another."""

import pytest

#: Set as the criterion says; a sheet made by script, since the pages' policy lets no other style in.
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { letter-spacing: .12em !important; word-spacing: .16em !important; }");
  document.adoptedStyleSheets = [sheet];
}"""
#: Pairs of labels of one picture that overlap by more than a line's own slack, and labels cut by the screen's edge.
COLLIDING = """() => [...document.querySelectorAll("figure.chart svg")].flatMap(picture => {
  const labels = [...picture.querySelectorAll("text")].filter(text => text.textContent.trim());
  const boxes = labels.map(text => [text.textContent, text.getBoundingClientRect()]);
  const wide = document.documentElement.clientWidth;
  const cut = boxes.filter(([, box]) => box.left < 0 || box.right > wide).map(([words]) => [words]);
  const over = boxes.flatMap(([words, a], at) => boxes.slice(at + 1)
    .filter(([, b]) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5
      && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4)
    .map(([others]) => [words, others]));
  return [...cut, ...over];
})"""


PAGES = ["cities/huludao/", "cities/shenyang/", "indicators/cod/", "reconciliation/"]
#: English names are longer: every indicator's figures meet them in another way.
ENGLISH = ["indicators/ammonia_nitrogen/", "indicators/energy_increment/", "indicators/sulfur_dioxide/"]


@pytest.mark.parametrize("width", [320, 360])
@pytest.mark.parametrize("path", [*PAGES, *(f"en/{path}" for path in PAGES + ENGLISH)])
def test_labels_of_a_chart_do_not_collide(tab, path, width):
    page = tab(width=width).goto(path)
    assert page.locator("figure.chart svg text").count() > 15
    before = page.locator("figure.chart svg text").first.bounding_box()
    assert page.evaluate(COLLIDING) == []
    page.evaluate(SPACED)
    assert page.locator("figure.chart svg text").first.bounding_box()["width"] > before["width"]
    assert page.evaluate(COLLIDING) == []
