"""A browser that watches every page it opens: errors, policy violations, failed and foreign requests."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Response, ViewportSize, sync_playwright

from scripts.browser import HOW_TO_INSTALL, find_browser, launch_arguments
from scripts.serve import Server

REPORT_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", event => {
  const {violatedDirective, blockedURI, sourceFile, lineNumber} = event;
  const blocked = blockedURI || "inline code";
  reportViolation(`${violatedDirective} blocks ${blocked} at ${sourceFile}:${lineNumber}`);
});
"""
NETWORK_SCHEMES = ("http", "https", "ws", "wss")
PHONE: ViewportSize = {"width": 360, "height": 740}
DESK: ViewportSize = {"width": 1280, "height": 800}


@dataclass(frozen=True)
class Watch:
    """One tab and what went wrong in it; `problems` is emptied by a test that causes them on purpose."""

    page: Page
    base: str
    problems: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def goto(self, path: str = "", until: Literal["load", "networkidle"] = "load") -> Page:
        """Open an address of the site, written as in the contract (`/measures/3/`), and wait for it.

        `networkidle` waits for half a second without requests: for pages that load more by script.
        """
        self.page.goto(urljoin(self.base, path.lstrip("/")), wait_until=until)
        self.page.title()  # by its answer all reports sent before it have come in
        return self.page

    def assert_clean(self) -> None:
        """Fail with everything that went wrong since the tab was opened."""
        assert not self.problems, "\n".join([f"at {self.page.url}:", *self.problems])


def watch(context: BrowserContext, base: str) -> Watch:
    """A new tab whose problems are collected from before its first request."""
    watched = Watch(context.new_page(), base)
    page, problems = watched.page, watched.problems
    context.expose_binding("reportViolation", lambda _source, text: problems.append(f"policy: {text}"))
    context.add_init_script(REPORT_VIOLATIONS)

    def on_request(request: Request) -> None:
        watched.requests.append(request.url)
        address = urlsplit(request.url)
        if address.scheme in NETWORK_SCHEMES and address.netloc != urlsplit(base).netloc:
            problems.append(f"request to another host: {request.url}")

    def on_response(response: Response) -> None:
        if response.status >= 400:
            problems.append(f"{response.status}: {response.url}")

    page.on("console", lambda message: _keep_error(problems, message.type, message.text))
    page.on("pageerror", lambda error: problems.append(f"error: {error}"))
    page.on("websocket", lambda socket: problems.append(f"websocket: {socket.url}"))
    context.on("request", on_request)
    context.on("response", on_response)
    context.on("requestfailed", lambda request: _keep_failure(problems, request))
    return watched


def _keep_failure(problems: list[str], request: Request) -> None:
    if request.failure != "net::ERR_ABORTED":  # the reader went on before it had come: nothing is wrong
        problems.append(f"failed: {request.url} {request.failure}")


def _keep_error(problems: list[str], kind: str, text: str) -> None:
    if kind == "error":
        problems.append(f"console: {text}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The first browser found; none at all is a failure that says what to install."""
    path = find_browser()
    if path is None:
        pytest.fail(HOW_TO_INSTALL, pytrace=False)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=launch_arguments())
        yield launched
        launched.close()


Tab = Callable[..., Watch]


@pytest.fixture
def tab(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Tab]:
    """Makes tabs on the site below `/a/b/`: `tab(width=360, color_scheme="dark", java_script_enabled=False)`.

    `base` names another server's address; every other option is Playwright's `new_context`'s. Each tab
    has a profile of its own and must be clean when the test ends.
    """
    opened: list[Watch] = []

    def make(*, width: int = DESK["width"], height: int = DESK["height"], base: str = "", **options: Any) -> Watch:
        address = base or request.getfixturevalue("site_server").url
        context = browser.new_context(viewport={"width": width, "height": height}, locale="zh-CN", **options)
        opened.append(watch(context, address))
        return opened[-1]

    yield make
    for watched in opened:
        watched.page.context.close()
    for watched in opened:
        watched.assert_clean()


@pytest.fixture(scope="session")
def shared_tab(browser: Browser, site_server: Server) -> Watch:
    """The tab behind `page`: a profile for each test would cost more than most tests do."""
    return watch(browser.new_context(viewport=DESK, locale="zh-CN", color_scheme="light"), site_server.url)


@pytest.fixture
def page(shared_tab: Watch) -> Iterator[Watch]:
    """A watched tab at 1280 × 800 in the light theme, for tests that change nothing of it; clean when the test ends."""
    shared_tab.problems.clear()
    shared_tab.requests.clear()
    yield shared_tab
    shared_tab.page.unroute_all()
    shared_tab.page.emulate_media(media="null")
    shared_tab.page.goto("about:blank")
    shared_tab.assert_clean()
