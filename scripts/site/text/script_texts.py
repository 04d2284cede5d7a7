"""What the browser's scripts say: the messages found in them, and their table for a page in another language.

In a script `_("…{name}…", {name: value})` looks a message up in `window.scriptTexts` (assets/site.js). The messages are
Chinese, so a Chinese page needs no table.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable
from pathlib import Path

from babel.messages.extract import extract

from scripts.site.text.texts import CHINESE, Texts

HERE = Path(__file__).parent
#: the folders of the scripts that are written here
FOLDERS = (HERE.parent / "assets", HERE.parent / "search" / "js", HERE.parent / "search" / "js_en")


def messages_of(script: bytes) -> list[str]:
    """The messages of one script, in order."""
    found = extract("javascript", io.BytesIO(script), keywords={"_": None})
    return [message for _, message, _, _ in found if isinstance(message, str)]


def script_messages() -> list[str]:
    """The messages of all scripts, each once."""
    paths = [path for folder in FOLDERS for path in sorted(folder.glob("*.js"))]
    return list(dict.fromkeys(message for path in paths for message in messages_of(path.read_bytes())))


def table(messages: Iterable[str], text: Texts) -> bytes:
    """JSON: message → translation, as far as the catalog has one."""
    told = {message: text.translations.gettext(message) for message in messages}
    known = {message: words for message, words in told.items() if words != message}
    return json.dumps(known, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def script_files(text: Texts) -> dict[str, bytes]:
    """Site path → bytes of the script that gives a page its table; none in Chinese."""
    if text.language == CHINESE:
        return {}
    return {f"assets/texts.{text.language}.js": b"window.scriptTexts=" + table(script_messages(), text) + b";\n"}
