"""What a reader copies out of a page: words, without the marks that lead to them."""

import re

import pytest

MAY_COPY = ["clipboard-read", "clipboard-write"]
#: an anchor, the way back from a note, the mark of a note
MARKS = re.compile(r"[¶↑]|(?<!编者)注\d")
SELECT = """element => {
  const range = document.createRange();
  range.selectNodeContents(element);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


def copied(page, selector: str) -> str:
    """What the clipboard holds after the element was selected and copied with the keyboard."""
    page.evaluate("navigator.clipboard.writeText('')")
    page.locator(selector).evaluate(SELECT)
    page.keyboard.press("Control+c")
    return page.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize("address", ["/measures/17/", "/measures/37/", "/source/", "/chapters/4/"])
def test_anchors_and_marks_of_notes_are_not_copied(tab, address):
    page = tab(permissions=MAY_COPY).goto(address)
    text = copied(page, "article")
    assert len(text) > 200
    assert not MARKS.findall(text)


def test_a_sentence_with_a_mark_in_it_is_copied_as_printed(tab):
    page = tab(permissions=MAY_COPY).goto("/measures/37/")
    sentence = page.locator(".s", has=page.locator("sup.ref")).first
    identifier = sentence.get_attribute("id")
    assert MARKS.search(sentence.text_content())
    printed = page.evaluate(
        """async id => (await (await fetch("../37.json")).json()).facts.sentences[id.slice(1) - 1].text""", identifier
    )
    assert copied(page, f"#{identifier}").strip() == printed


def test_lines_of_the_source_are_copied_without_their_numbers(tab):
    page = tab(permissions=MAY_COPY).goto("/source/")
    paragraph = page.locator("p[id^=p]:has(> a.anchor)").nth(8)
    number, whole = paragraph.locator("a.anchor").inner_text(), paragraph.text_content().strip()
    text = copied(page, f"[id='{paragraph.get_attribute('id')}']").strip()
    assert whole.startswith(number)
    assert whole.removeprefix(number).strip() == text


def test_the_list_of_what_a_department_leads_is_copied_as_plain_text(tab):
    page = tab(permissions=MAY_COPY, width=360).goto("/departments/quality-and-technical-supervision-bureau/")
    page.get_by_role("button", name="复制牵头清单").click()
    page.wait_for_function("document.querySelector('.md-dialog__inner').textContent === '已复制'")
    text = page.evaluate("navigator.clipboard.readText()")
    assert text == page.locator("#led").text_content()
    assert len(re.findall(r"^第 \d+ 条 ", text, re.M)) == 6
    assert not MARKS.search(text)


def test_without_scripts_the_list_can_be_opened_and_selected(tab):
    page = tab(java_script_enabled=False).goto("/departments/quality-and-technical-supervision-bureau/")
    assert not page.get_by_role("button", name="复制牵头清单").is_visible()
    page.locator("summary", has_text="牵头清单").click()
    assert page.locator("#led").is_visible()
    assert "目标：" in page.locator("#led").inner_text()


def test_a_table_that_scrolls_is_not_named_after_its_files(tab):
    region = tab(width=360).goto("/indicators/cod/").locator(".table-wrap[role=region]").first
    assert region.get_attribute("aria-label") == "各市化学需氧量（附件 2）（可左右滚动）"
