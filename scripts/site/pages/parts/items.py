"""What the pages have in common that show items of the plan."""

from __future__ import annotations

#: the style sheet of items, their targets and the departments responsible
STYLE = "assets/items.css"
