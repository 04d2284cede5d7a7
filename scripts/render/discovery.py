"""What search engines, crawlers and language models read: robots.txt, llms.txt and schema.org data."""

from __future__ import annotations

from scripts.render import addresses
from scripts.render.settings import Settings


def absolute(settings: Settings, address: str) -> str:
    """The whole address of a site path; only to be asked for where the site's own address is known."""
    return f"{settings.site_url}/{'' if address == addresses.HOME else address}"
