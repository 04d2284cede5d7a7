"""How much room words take in a picture: estimated by classes of characters, for nothing is measured where it is drawn.

A Chinese character is as wide as it is high, a Latin one about half as wide, and wider in the widest sans-serif of an
English page than in a Chinese font. A reader may set letters and words apart (WCAG 1.4.12): labels must not meet then.
"""

from __future__ import annotations

import re

from scripts.site.charts import theme

#: What a character is, the first that fits, with its width in em in a Chinese font and in a Latin one.
CLASSES: list[tuple[re.Pattern[str], float, float]] = [
    (re.compile(r"\s"), 0.23, 0.32),
    (re.compile(r"[.,:;'’|!()\[\]\-fijlrtI]"), 0.29, 0.37),
    (re.compile(r"[%mwMW@]"), 0.92, 0.97),
    (re.compile(r"[0-9]"), 0.555, 0.64),
    (re.compile(r"[A-Z]"), 0.65, 0.69),
    (re.compile(r"[×±≈≠−–…]"), 1.0, 0.84),
    (re.compile(r"[!-\u024f]"), 0.58, 0.62),
    (re.compile(r"."), 1.0, 1.0),
]
BOLD = 1.1
#: what a reader may add to each letter and to each space, in em
LETTER, SPACE = 0.12, 0.16
#: Nothing stands closer than this to words at the edge of a picture or of a panel: letters set apart may reach into it.
MARGIN = 14
CUT = "…"


def width(words: str, language: str, bold: bool = False) -> float:
    """How wide words are, in the picture's units, on the wide side."""
    chinese = language.startswith("zh")
    em = 0.0
    for character in words:
        _, in_chinese, in_latin = next(each for each in CLASSES if each[0].match(character))
        em += in_chinese if chinese else in_latin
    return em * theme.SIZE * (BOLD if bold else 1)


def spaced(words: str, language: str, bold: bool = False) -> float:
    """How wide they are where the reader sets letters and words apart."""
    return (
        width(words, language, bold)
        + (max(0, len(words) - 1) * LETTER + sum(map(str.isspace, words)) * SPACE) * theme.SIZE
    )


def needed(words: str, language: str, bold: bool = False) -> float:
    """The room for words beside which nothing stands but a margin."""
    return max(width(words, language, bold), spaced(words, language, bold) - MARGIN)


def shortened(words: str, room: float, language: str, bold: bool = False) -> str:
    """Words that there is no room for, cut; the description has them whole."""
    if needed(words, language, bold) <= room:
        return words
    kept = max((end for end in range(len(words)) if needed(words[:end] + CUT, language, bold) <= room), default=0)
    return words[:kept].rstrip() + CUT


def even(texts: list[list[str]], last: bool) -> list[list[str]]:
    """Each text on as many lines as the longest: its own are the first, or the `last`, next to what is below."""
    most = max(map(len, texts))
    blank = [[""] * (most - len(text)) for text in texts]
    return [added + text if last else text + added for text, added in zip(texts, blank, strict=True)]


def wrapped(words: str, room: float, language: str, bold: bool = False, most: int = 2) -> list[str]:
    """Words on as few lines as hold them, at most `most`, parted at spaces; what is still too long is cut."""
    if most > 1 and needed(words, language, bold) > room:
        ends = [found.start() for found in re.finditer(" ", words)]
        fitting = [end for end in ends if needed(words[:end], language, bold) <= room]
        if fitting:
            rest = wrapped(words[fitting[-1] + 1 :], room, language, bold, most - 1)
            return [words[: fitting[-1]], *rest]
    return [shortened(words, room, language, bold)]
