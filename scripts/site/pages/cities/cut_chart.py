"""What a city has to cut of each pollutant, in two parts: the key projects and the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from scripts.site.charts.chart import Chart
from scripts.site.charts.drawing import Columns, draw
from scripts.site.charts.tags import tag
from scripts.site.model.figures import CityFigure
from scripts.site.pages.cities.view import CityView, Group
from scripts.site.site import Site
from scripts.site.text.reduction_text import ROUNDING, projects_label, projects_part, projects_share
from scripts.site.text.texts import Texts


@dataclass(frozen=True)
class Cut:
    """A pollutant of which the city has to cut something, and what the key projects cut."""

    group: Group
    required: CityFigure
    projects: CityFigure

    @property
    def rest(self) -> Decimal:
        """What the key projects leave; nothing where rounding alone can make the difference."""
        left = self.required.number - self.projects.number
        return left if left > ROUNDING else Decimal("0.00")

    @property
    def rows(self) -> list[dict[str, str]]:
        """Both figures as the CSV has them, with the rest beside."""
        return [{**figure.row, "rest_value": str(self.rest)} for figure in (self.required, self.projects)]


def cut_charts(site: Site, view: CityView) -> list[Chart]:
    """One chart; none where nothing has to be cut."""
    text, name, cuts = site.text, view.name, cuts_of(view)
    if not cuts:
        return []
    chart = Chart(
        identifier=f"cities-{view.slug}-projects",
        title=text._("{name}应减的排放量：重点工程和其余", name=name),
        finding=finding(text, view, cuts),
        inference=text._("推断：重点工程减排量也是这个范围。") if view.notes else "",
        tag=tag(text, (figure.quantity for figure in (cuts[0].required, cuts[0].projects))),
        description=text._(
            "分段条形图，每条是一种污染物的应减排量（推算），深色是重点工程，浅色是其余：{each}。",
            each=text.clauses(words(text, cut) for cut in cuts),
        ),
        drawing=draw(site.cache, "split_bars", bars(text, cuts), dashed=False, language=text.language),
        rows=tuple(row for cut in cuts for row in cut.rows),
    )
    return [chart]


def cuts_of(view: CityView) -> list[Cut]:
    """Every pollutant of which the city has to cut something."""
    found = []
    for group in view.groups:
        own = {figure.quantity: figure for figure in group.figures}
        if "required_reduction" in own and own["required_reduction"].number > 0:
            found.append(Cut(group, own["required_reduction"], own["key_project_reduction"]))
    return found


def finding(text: Texts, view: CityView, cuts: Sequence[Cut]) -> str:
    """How much of each cut the key projects take, what is said of the rest, and what the annexes leave out."""
    shares = text.points(
        text._("{indicator}{share}", indicator=cut.group.link.title, share=share_of(text, cut)) for cut in cuts
    )
    return text.sentences(
        [
            text._("重点工程占{name}应减排量的多少：{shares}。", name=view.name, shares=shares),
            text._("其余靠什么减，方案没有说明。") if any(cut.rest for cut in cuts) else "",
            *(
                text._("{indicators}的附件自注“{note}”。", indicators=text.listed(note.indicators), note=note.words)
                for note in view.notes
            ),
        ]
    )


def share_of(text: Texts, cut: Cut) -> str:
    """How much of the cut the key projects take."""
    return projects_share(text, cut.required.number, cut.projects.value)


def label_of(text: Texts, cut: Cut) -> str:
    """The same as a label."""
    return projects_label(text, cut.required.number, cut.projects.value)


def bars(text: Texts, cuts: Sequence[Cut]) -> Columns:
    """One row for each pollutant; each bar is as wide as the picture, for the shares are what is compared."""
    return {
        "title": [
            text._("{indicator}：应减 {amount}（推算）", indicator=cut.group.link.title, amount=cut.required.amount)
            for cut in cuts
        ],
        "first": [float(cut.projects.value) for cut in cuts],
        "second": [float(cut.rest) for cut in cuts],
        "scale": [float(cut.projects.number + cut.rest) for cut in cuts],
        "first_text": [
            text._("重点工程 {amount}，{share}", amount=cut.projects.amount, share=label_of(text, cut)) for cut in cuts
        ],
        "second_text": [text._("其余 {amount}", amount=rest_of(text, cut)) if cut.rest else "" for cut in cuts],
    }


def rest_of(text: Texts, cut: Cut) -> str:
    """The rest with its unit."""
    return text.quantity(str(cut.rest), cut.required.unit)


def words(text: Texts, cut: Cut) -> str:
    """One bar in words."""
    places = {
        "indicator": cut.group.link.title,
        "amount": cut.required.amount,
        "part": projects_part(text, cut.required.number, cut.projects.value),
    }
    if cut.rest:
        return text._("{indicator}应减 {amount}，{part}，其余 {rest}", rest=rest_of(text, cut), **places)
    return text._("{indicator}应减 {amount}，{part}", **places)
