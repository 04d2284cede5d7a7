"""Our own style sheets and scripts as they are sent: without comments and indentation, otherwise as written."""

from __future__ import annotations

import re

STYLE = re.compile(r"""("[^"]*"|'[^']*')|/\*.*?\*/|\s*([{};,>])\s*|(:)\s+|\s+""", re.DOTALL)


def minify_style(text: str) -> str:
    """The style sheet without comments and needless white space; strings stay as they are."""
    short = STYLE.sub(lambda match: match[1] or match[2] or match[3] or (" " if match[0].isspace() else ""), text)
    return short.replace(";}", "}").strip() + "\n"


def minify_script(text: str) -> str:
    """The script without indentation, blank lines and lines that hold only a comment.

    Our scripts have no template literals over several lines and no line of a string that begins with two
    slashes; whoever needs them names the file `.min.js`, which is sent as it is.
    """
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//")) + "\n"
