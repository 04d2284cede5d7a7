"""The last step over the built site: what no browser needs goes, and what must hold on every page is checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scripts.findings import Finding
from scripts.postbuild.accessibility import check_page
from scripts.postbuild.bundle import bundle_assets
from scripts.postbuild.leftovers import leftovers
from scripts.postbuild.links import check_links
from scripts.postbuild.page import Page, read_page
from scripts.postbuild.permalinks import link_headings
from scripts.postbuild.policy import check_policy, check_styles, theme_scripts, with_policy
from scripts.postbuild.spaces import keep_together
from scripts.postbuild.tables import complete_tables
from scripts.site.settings import Settings


@dataclass(frozen=True)
class Completed:
    """What to write (path below the site → bytes, None: delete) and what is wrong; paths are below the site."""

    changes: Mapping[str, bytes | None]
    findings: tuple[Finding, ...]


def complete_site(files: Mapping[str, bytes], settings: Settings) -> Completed:
    """Complete and check the site that MkDocs built: `files` are all its files, path below the site → bytes.

    Completing a completed site changes nothing.
    """
    gone = leftovers(files, settings)
    kept = {path: data for path, data in files.items() if path not in gone}
    assets, pages = bundle_assets(kept, {path: data.decode() for path, data in kept.items() if path.endswith(".html")})
    scripts = theme_scripts()
    finished = {path: keep_together(link_headings(complete_tables(text))) for path, text in pages.items()}
    pages = {path: with_policy(text, scripts) for path, text in finished.items()}
    built: dict[str, bytes | None] = {path: text.encode() for path, text in pages.items()}
    changes = dict.fromkeys(gone, None) | assets | built
    return Completed(
        {path: data for path, data in changes.items() if data != files.get(path)},
        tuple(_findings(kept, assets, pages, scripts, settings)),
    )


def _findings(
    kept: Mapping[str, bytes],
    assets: Mapping[str, bytes | None],
    texts: Mapping[str, str],
    scripts: frozenset[str],
    settings: Settings,
) -> list[Finding]:
    pages: dict[str, Page] = {path: read_page(path, text) for path, text in sorted(texts.items())}
    left = {path: data for path, data in {**kept, **assets}.items() if data is not None}
    found = list(check_links(pages, frozenset(left), settings))
    found += check_styles(left)
    for page in pages.values():
        found += check_policy(page, scripts)
        found += check_page(page)
    return found
