"""What depends on where the site is published; both may be empty, and then what needs them is left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """`site_url`: absolute address of the home page; `repo_url`: address of the repository; no trailing slash."""

    site_url: str = ""
    repo_url: str = ""


def settings_from(environment: Mapping[str, str]) -> Settings:
    """The settings in SITE_URL and REPO_URL."""
    return Settings(
        site_url=environment.get("SITE_URL", "").rstrip("/"),
        repo_url=environment.get("REPO_URL", "").rstrip("/"),
    )
