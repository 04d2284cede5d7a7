"""The page on loading the data: the code as tested, outputs worked out from the package, addresses that work."""

import html
import io
import re

import duckdb
import pandas as pd
import polars as pl
import pytest

from scripts.site.downloads.archive import readme
from scripts.site.downloads.files import package_files
from scripts.site.model.merged_keys import MergedKeys, merged_keys
from scripts.site.pages import use
from scripts.site.pages.use.view import LOCAL, base_of, snippets, worked
from scripts.site.settings import Settings
from tests.site.dom import changed
from tests.site.sites import PACKAGE, SITE, SITES, site

PUBLISHED = site(settings=Settings(site_url="https://data.example/plan"))


def test_the_page_holds_each_snippet_with_its_output_and_the_address_of_the_site() -> None:
    assert (base_of(SITE.settings), base_of(PUBLISHED.settings)) == (LOCAL, "https://data.example/plan/")
    for joined in (SITE, PUBLISHED):
        (page,) = use.pages(joined)
        body, base = html.unescape(page.body), base_of(joined.settings)
        for snippet in (*snippets(joined), worked(joined)):
            assert base in snippet.code
            assert f'id="code-{snippet.name}"><code>{snippet.code}</code></pre>' in body
            assert f'id="output-{snippet.name}">{snippet.output}</pre>' in body
        assert (LOCAL in body) == (joined is SITE)


def test_what_is_not_run_at_every_change_says_so() -> None:
    (page,) = use.pages(SITE)
    intro, steps = page.body[: page.body.index("## ")], page.body[page.body.index("{ #excel }") :]
    assert all(name in intro for name in ("Datasette", "每周", "R 的一段", "装有 R"))
    assert "没有在这两个软件里试过" in steps


def test_the_worked_example_answers_three_questions() -> None:
    lines = worked(SITE).output.splitlines()
    assert lines[0] == "1. 沈阳：241522.89 − 198048.77 = 43474.12 吨"
    assert lines[1].startswith("2. 省发展改革委：牵头 ")
    assert lines[2] == "3. 不是：各市之和 871792.37，全省 968750，相差 -96957.63 吨"
    assert lines[3] == "   附件的注：各市2015年排放量不含省直管电厂"
    assert len(lines) == 4


MERGED = [
    MergedKeys("targets", "target", 46, 45, ("2.1", "2.10")),
    MergedKeys("numbers", "number", 57, 56, ("2.1", "2.10")),
]


def test_keys_that_look_like_decimals_are_found() -> None:
    assert list(merged_keys(PACKAGE)) == MERGED
    assert [keys.resource for keys in merged_keys(changed(PACKAGE, "targets", 0, target="总"))] == ["numbers"]


@pytest.mark.parametrize("keys", MERGED, ids=lambda keys: keys.resource)
def test_readers_that_guess_types_merge_them_and_text_keeps_them(keys: MergedKeys, tmp_path) -> None:
    data = PACKAGE.files[f"data/{keys.resource}.csv"]
    path = tmp_path / "keys.csv"
    path.write_bytes(data)
    guessed = (
        pd.read_csv(io.BytesIO(data))[keys.column].nunique(),
        pl.read_csv(data)[keys.column].n_unique(),
        len(set(duckdb.sql(f"SELECT {keys.column} FROM read_csv('{path}')").fetchall())),
    )
    told = (
        pd.read_csv(io.BytesIO(data), dtype=str)[keys.column].nunique(),
        pl.read_csv(data, infer_schema=False)[keys.column].n_unique(),
        len(set(duckdb.sql(f"SELECT {keys.column} FROM read_csv('{path}', all_varchar = true)").fetchall())),
    )
    assert guessed == (keys.left,) * 3
    assert told == (keys.count,) * 3


def test_integers_identify_the_rows_that_readers_of_decimals_confuse() -> None:
    files = {keys.resource: PACKAGE.files[f"data/{keys.resource}.csv"] for keys in MERGED}
    for keys in MERGED:
        pair = ["measure", "position"]
        assert len(pd.read_csv(io.BytesIO(files[keys.resource])).drop_duplicates(pair)) == keys.count
        assert pl.read_csv(files[keys.resource]).select(pair).n_unique() == keys.count
    targets, numbers = (pl.read_csv(files[name]) for name in ("targets", "numbers"))
    joined = targets.join(numbers, left_on=["measure", "number_position"], right_on=["measure", "position"])
    claimed = [row for row in PACKAGE.tables["targets"] if row["number"]]
    assert sorted(joined["value"].to_list()) == sorted(float(row["value"]) for row in claimed)
    assert all(float(row["value"]) == row["as_printed"] for row in joined.to_dicts())


def test_the_page_and_the_readme_warn_of_them_before_any_code() -> None:
    (page,) = use.pages(SITE)
    assert page.body.index('id="keys"') < page.body.index("<pre")
    written = readme(SITES).decode("utf-8")
    for keys in MERGED:
        assert f"{keys.resource} 的 {keys.column} 有 {keys.count} 个，只剩 {keys.left} 个" in page.body
        assert f"`{keys.resource}` 的 {keys.count} 个 `{keys.column}` 只剩 {keys.left} 个" in written
    assert written.index("`2.10` 和 `2.1`") < written.index("```")


def test_the_sums_are_of_what_the_page_says() -> None:
    (page,) = use.pages(SITE)
    assert (
        "数据包的每个文件、各表的 JSON 和 Parquet，以及压缩包、XLSX、SQLite 和 verify.pyz，SHA-256 都在 " in page.body
    )
    files = package_files(SITES)
    listed = {line.split("  ")[1] for line in files.pop("data/SHA256SUMS").decode().splitlines()}
    assert {re.sub(r"^\.\./", "", name) if name.startswith("..") else f"data/{name}" for name in listed} == set(files)
    of_package = {"datapackage.json", *(resource["path"] for resource in PACKAGE.descriptor["resources"])}
    forms = {
        path.replace(".csv", form) for path in of_package if path.endswith(".csv") for form in (".json", ".parquet")
    }
    whole = {f"data/liaoning-13fyp.{form}" for form in ("zip", "xlsx", "sqlite")} | {"data/verify.pyz"}
    assert set(files) == of_package | forms | whole
