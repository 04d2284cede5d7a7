"""The search box as a person uses it: type, wait, read what stands below it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page

READ = """() => Array.from(document.querySelectorAll('.search-panel .found a, #search-results .found a'), link => ({
  address: link.href, title: link.querySelector('b').textContent,
  value: (link.querySelector('strong') || {textContent: ''}).textContent,
  marks: Array.from(link.querySelectorAll('mark'), mark => mark.textContent),
  text: (link.querySelector('span') || {textContent: ''}).textContent}))"""
SAID = "() => document.querySelector('.found-status') && document.querySelector('.found-status').textContent"
KIND = "() => (document.querySelector('[data-answer]') || {dataset: {answer: ''}}).dataset.answer"
#: the box answers within its event: queries by the hundred need no keyboard
READ_ALL = f"""queries => queries.map(query => {{
  const box = document.querySelector('#q');
  box.value = query;
  box.dispatchEvent(new InputEvent('input'));
  return [({READ})(), ({SAID})() || '', ({KIND})()];
}})"""


@dataclass(frozen=True)
class Result:
    """One result as shown; `address` is the site path with its #fragment."""

    address: str
    title: str
    value: str
    marks: tuple[str, ...]
    text: str

    def answers(self, expected: str) -> bool:
        """Is it the page, and where `expected` names a place on it, that place?"""
        return self.address == expected or ("#" not in expected and self.address.split("#")[0] == expected)


@dataclass(frozen=True)
class Answer:
    """What is shown for a query: `kind` is all, part or none; `said` the sentence above the results."""

    results: list[Result]
    said: str
    kind: str

    @property
    def figures(self) -> set[str]:
        """The figures in bold, without white space."""
        return {"".join(result.value.split()) for result in self.results} - {""}


def status(page: Page) -> str:
    """What was said about the last query."""
    return str(page.evaluate(SAID) or "")


def kind(page: Page) -> str:
    """How the last query was answered: all, part, none."""
    return str(page.evaluate(KIND))


def shown(page: Page, base: str) -> list[Result]:
    """The results, in the order in which they stand."""
    return _results(page.evaluate(READ), base)


def _results(links: list[dict[str, Any]], base: str) -> list[Result]:
    prefix = urlsplit(base).path
    made = []
    for read in links:
        url = urlsplit(read["address"])
        address = "/" + url.path.removeprefix(prefix) + (f"#{url.fragment}" if url.fragment else "")
        made.append(Result(address, read["title"], read["value"], tuple(read["marks"]), read["text"]))
    return made


def ready(page: Page) -> None:
    """Use the box for the first time and wait until both parts of the index are there."""
    page.focus("#q")
    page.keyboard.type("黎曼")
    page.wait_for_selector("[data-answer=none]")
    page.fill("#q", "")
    page.keyboard.type("节能")
    page.wait_for_selector("[data-answer=all]")


def ready_in_english(page: Page) -> None:
    """The same on an English page, and until the Chinese search is there too, which a Chinese query fetches."""
    for query, answer in (("xyzzy", "none"), ("节能", "all"), ("energy", "all")):
        page.fill("#q", "")
        page.focus("#q")
        page.keyboard.insert_text(query)
        page.wait_for_selector(f"[data-answer={answer}]")


def ask(page: Page, base: str, query: str) -> list[Result]:
    """Empty the box, type the query, read the results."""
    page.fill("#q", "")
    page.focus("#q")
    page.keyboard.type(query)
    return shown(page, base)


def ask_all(page: Page, base: str, queries: Sequence[str]) -> list[Answer]:
    """What is shown for each query, put into the box as a paste would."""
    return [Answer(_results(links, base), *told) for links, *told in page.evaluate(READ_ALL, list(queries))]
