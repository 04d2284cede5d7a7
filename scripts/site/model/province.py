"""What item 2 sets for the whole province, indicator by indicator."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from scripts.package import Row
from scripts.site import addresses
from scripts.site.text.target_text import commitment
from scripts.site.text.texts import Texts

GOALS = "2"
CHANGE_OF = {"reduction_pct": "decrease", "emissions_2020_limit": "level", "increment_limit": "level"}


@dataclass(frozen=True)
class ProvinceTarget:
    """A target of item 2: `figure` with its unit (13.4%), `words` as a promise (比 2015 年下降 13.4%)."""

    row: Row = field(hash=False)
    indicator: str
    name: str
    value: str
    unit: str
    figure: str
    words: str
    address: str

    @property
    def number(self) -> Decimal:
        """The value to reckon with."""
        return Decimal(self.value)


@dataclass(frozen=True)
class Province:
    """The targets of item 2 by (indicator, change), in the order of the plan."""

    targets: Mapping[tuple[str, str], ProvinceTarget]

    def beside(self, indicator: str, quantity: str) -> ProvinceTarget | None:
        """The province's target that stands beside a quantity of the cities; None where item 2 has none."""
        change = CHANGE_OF.get(quantity)
        return self.targets.get((indicator, change)) if change else None

    def of(self, indicator: str) -> list[ProvinceTarget]:
        """All that item 2 says of an indicator."""
        return [target for (name, _), target in self.targets.items() if name == indicator]


def province_of(targets: Iterable[Row], text: Texts) -> Province:
    """What item 2 says, out of the rows of `targets`; raises ValueError where it says two things of one kind."""
    found: dict[tuple[str, str], ProvinceTarget] = {}
    for row in targets:
        key = (row["indicator"], row["change"])
        if row["measure"] != GOALS or not row["indicator"]:
            continue
        if key in found:
            raise ValueError(f"item 2 has two targets for {key}")
        found[key] = ProvinceTarget(
            row=row,
            indicator=row["indicator"],
            name=row["name"],
            value=row["value"],
            unit=row["unit"],
            figure=text.quantity(row["value"], row["unit"]),
            words=commitment(text, row),
            address=addresses.target(row["target"]),
        )
    return Province(found)
