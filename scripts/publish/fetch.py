"""The one place that asks another host for something; no build does."""

from __future__ import annotations

from dataclasses import dataclass
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

AGENT = "liaoning-13fyp link check"
SECONDS = 20.0


@dataclass(frozen=True)
class Answer:
    """What came back: the body, or why none did (`problem` is empty when all is well)."""

    body: bytes
    problem: str


def fetch(address: str, limit: int = -1) -> Answer:
    """GET an address; at most `limit` bytes of it (all by default). Never raises for what the host does."""
    try:
        with urlopen(Request(address, headers={"User-Agent": AGENT}), timeout=SECONDS) as response:
            return Answer(response.read(limit), "")
    except HTTPError as error:
        return Answer(b"", f"HTTP {error.code}")
    except URLError as error:
        return Answer(b"", str(error.reason))
    except (OSError, HTTPException, ValueError) as error:
        return Answer(b"", f"{type(error).__name__}: {error}")
