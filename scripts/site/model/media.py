"""What each pollutant pollutes: the one table that pages say it from."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.site.text.texts import N_, Texts

#: indicator → what it pollutes
MEDIA = {"cod": N_("水"), "ammonia_nitrogen": N_("水"), "sulfur_dioxide": N_("空气"), "nitrogen_oxides": N_("空气")}


@dataclass(frozen=True)
class Medium:
    """What an indicator's pollutant pollutes, in the page's language, and the indicators of the others that do."""

    name: str
    others: tuple[str, ...]


def medium_of(text: Texts, indicator: str) -> Medium | None:
    """None for an indicator of no pollutant."""
    if indicator not in MEDIA:
        return None
    others = tuple(other for other, medium in MEDIA.items() if medium == MEDIA[indicator] and other != indicator)
    return Medium(text._(MEDIA[indicator]), others)
