"""What a user would pick instead, on the same Markdown: the theme as it comes, built by each of its builders."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import yaml

from tests.bench.measure import CommandError, Cost, measure, middle
from tests.bench.steps import ROOT

#: made by `make bench` from requirements-bench.txt; the search plugin finds jieba there
PYTHON = ROOT / "build" / "bench-venv" / "bin" / "python"
Plugins = list[dict[str, dict[str, str]]]
SEARCH: Plugins = [{"search": {"lang": "zh"}}]
#: name → (command, plugins)
BUILDERS: dict[str, tuple[tuple[str, ...], Plugins]] = {
    "Material as it comes": (("mkdocs", "build"), SEARCH),
    "the same without search": (("mkdocs", "build"), []),
    "the same by ProperDocs": (("properdocs", "build", "--config-file", "mkdocs.yml"), SEARCH),
    "the same by Zensical": (("zensical", "build"), SEARCH),
}
KEPT = ("site_name", "docs_dir", "nav", "not_in_nav", "markdown_extensions")


class Tagged(yaml.SafeLoader):
    """Reads `!ENV [NAME, default]` as its default."""


def default_of(loader: Tagged, node: yaml.SequenceNode) -> object:
    """The last of the listed values, which is the default."""
    return loader.construct_sequence(node)[-1]


Tagged.add_constructor("!ENV", default_of)


@dataclass(frozen=True)
class Built:
    """A site built by another builder: what it cost and where it is; `problem` where there is none."""

    cost: Cost | None
    site: Path
    problem: str = ""


def as_it_comes(settings: Path, plugins: Plugins) -> str:
    """mkdocs.yml with the theme's own looks, search and navigation in place of ours."""
    ours = yaml.load(settings.read_text("utf-8"), Loader=Tagged)
    theirs = {key: ours[key] for key in KEPT if key in ours}
    theirs |= {"theme": {"name": "material", "language": "zh"}, "plugins": plugins}
    return yaml.safe_dump(theirs, allow_unicode=True, sort_keys=False)


def build_others(docs: Path, folder: Path, runs: int) -> dict[str, Built]:
    """Name → what came of building the Markdown in `docs`, each builder in a folder of its own."""
    return {
        name: build(command, plugins, docs, folder / (command[0] if plugins else f"{command[0]}-bare"), runs)
        for name, (command, plugins) in BUILDERS.items()
    }


def build(command: tuple[str, ...], plugins: Plugins, docs: Path, folder: Path, runs: int) -> Built:
    """Build `runs` times from nothing; a builder that is missing or fails says why."""
    site = folder / "site"
    if not PYTHON.exists():
        return Built(None, site, "run `make bench`: build/bench-venv is missing")
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "build").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(as_it_comes(ROOT / "mkdocs.yml", plugins), "utf-8")
    shutil.copytree(docs, folder / "build" / "docs")
    costs = []
    for _ in range(runs):
        for made in (site, folder / ".cache"):
            shutil.rmtree(made, ignore_errors=True)
        try:
            environment = {**os.environ, "NO_MKDOCS_2_WARNING": "true"}
            costs.append(measure([str(PYTHON), "-m", *command], folder, environment, folder / "log.txt"))
        except CommandError as error:
            return Built(None, site, str(error))
    return Built(middle(costs), site)
