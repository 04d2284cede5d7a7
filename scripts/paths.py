"""Names of files below a folder, wherever they come from: what makes one dangerous to follow or to write."""

from __future__ import annotations


def danger_of(name: str) -> str:
    """Why a path with forward slashes could lead out of its folder, or elsewhere on another system; or nothing."""
    if not name or name.startswith("/"):
        return "是绝对路径" if name else "没有名字"
    if "\\" in name:
        return "有反斜杠"
    if ":" in name:
        return "有冒号（盘符或网址）"
    if not name.isprintable():
        return "有控制字符"
    if any(part in ("", ".", "..") for part in name.split("/")):
        return "有空的一段，或有“.”“..”"
    return ""
