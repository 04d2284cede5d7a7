"""The table of all targets in a browser: narrowed down by choice or by address, whole without scripts."""

EVERY = "#all-targets tr[data-kind]"
VISIBLE = f"{EVERY}:not([hidden])"


def test_a_choice_narrows_the_table_and_stands_in_the_address(page):
    targets = page.goto("/targets/")
    every = targets.locator(VISIBLE).count()
    targets.select_option("#by-chapter", "4")
    targets.select_option("#by-kind", "numeric")
    left = targets.locator(VISIBLE)
    assert 0 < left.count() < every
    assert all(row.get_attribute("data-chapter") == "4" for row in left.all())
    assert all(row.get_attribute("data-kind") == "numeric" for row in left.all())
    assert targets.url.endswith("/targets/?chapter=4&kind=numeric")
    assert f"显示 {left.count()} 个目标，共 {every} 个" in targets.inner_text("#shown")
    targets.click("#filters button")
    assert targets.locator(VISIBLE).count() == every
    assert targets.url.endswith("/targets/")


def test_an_address_brings_its_choice(page):
    targets = page.goto("/targets/?department=price-bureau&x=1")
    rows = targets.locator(VISIBLE).all()
    assert rows
    assert all({"price-bureau"} & {*named(row, "lead"), *named(row, "participating")} for row in rows)
    assert targets.input_value("#by-department") == "price-bureau"


def named(row, role):
    return row.get_attribute(f"data-{role}").split()


def test_what_a_department_leads_is_told_from_what_it_takes_part_in(page):
    bureau = "quality-and-technical-supervision-bureau"
    targets = page.goto("/targets/")
    assert targets.is_disabled("#by-role")
    targets.select_option("#by-department", bureau)
    assert targets.locator(VISIBLE).count() == 20
    targets.select_option("#by-role", "lead")
    assert targets.url.endswith(f"/targets/?department={bureau}&role=lead")
    assert targets.locator(VISIBLE).count() == 11
    assert all(bureau in named(row, "lead") for row in targets.locator(VISIBLE).all())
    again = page.goto(f"/targets/?department={bureau}&role=participating")
    assert again.locator(VISIBLE).count() == 9
    assert all(bureau in named(row, "participating") for row in again.locator(VISIBLE).all())
    again.select_option("#by-department", "")
    assert (again.is_disabled("#by-role"), again.input_value("#by-role")) == (True, "")
    assert again.url.endswith("/targets/")


def test_a_role_of_no_department_narrows_nothing(page):
    targets = page.goto("/targets/?role=lead")
    assert targets.locator(VISIBLE).count() == targets.locator(EVERY).count()
    assert targets.input_value("#by-role") == ""


def test_a_choice_that_there_is_not_shows_everything(page):
    targets = page.goto("/targets/?chapter=99&kind=%3Cscript%3E")
    assert targets.locator(VISIBLE).count() == targets.locator(EVERY).count()
    assert targets.input_value("#by-chapter") == ""


def test_a_quote_leads_to_its_words(page):
    targets = page.goto("/targets/")
    link = targets.locator("#all-targets tbody:not([hidden])").nth(10).locator("a").last
    quote = link.inner_text()
    link.click()
    words = page.page.locator(":target")
    assert words.inner_text() == quote
    assert words.evaluate("element => getComputedStyle(element).backgroundColor") != "rgba(0, 0, 0, 0)"


def test_words_that_targets_share_are_shown_with_any_of_them(page):
    targets = page.goto("/targets/")
    words = targets.get_by_text("下面几个目标写在同一句里").first
    assert words.is_visible()
    targets.select_option("#by-chapter", "4")
    assert not words.is_visible()
    assert targets.get_by_text("污水处理率分别达到95%、85%左右").is_visible()
    targets.select_option("#by-chapter", "")
    words.evaluate("cell => { cell.closest('tbody').rows[4].dataset.kind = 'deadline'; }")
    targets.select_option("#by-kind", "deadline")
    assert words.is_visible()
    assert words.locator("xpath=ancestor::tbody").locator("tr[data-kind]:not([hidden])").count() == 1


def test_without_scripts_the_whole_table_is_there(tab):
    targets = tab(width=360, java_script_enabled=False).goto("/targets/?chapter=4")
    assert targets.locator(VISIBLE).count() == targets.locator(EVERY).count() > 0
    assert not targets.locator("#filters").is_visible()
