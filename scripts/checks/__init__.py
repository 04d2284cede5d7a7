"""One rule a file: what must hold between the files, the tables and the words of a data package."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from scripts.checks import (
    aliases,
    annex_share,
    annex_tables,
    as_printed,
    categories,
    contract_tables,
    csv_bytes,
    decimals,
    derived_figures,
    descriptor_profile,
    english_figures,
    english_letters,
    english_names,
    file_encoding,
    hashes,
    hidden_characters,
    indicator_names,
    key_nulls,
    key_project_limits,
    measure_text,
    national_words,
    number_classes,
    number_list,
    participants,
    reconciliation,
    row_order,
    segment_cover,
    sentence_text,
    site_needs,
    table_schema,
    target_number,
    target_words,
    unit_names,
    unlisted_files,
)
from scripts.checks.places import REBUILD
from scripts.findings import Finding
from scripts.package import DESCRIPTOR, Package

Check = Callable[[Package], Iterator[Finding]]

#: Whether the files are the ones described, byte for byte.
BYTES: tuple[Check, ...] = (hashes.check, csv_bytes.check)
#: Whether the descriptor and the list of files are what the checks of the tables rely on.
LAYOUT: tuple[Check, ...] = (unlisted_files.check, descriptor_profile.check, contract_tables.check)
#: Whether the tables have the shape that the checks of their content rely on.
SHAPE: tuple[Check, ...] = (
    file_encoding.check,
    hidden_characters.check,
    site_needs.check,
    table_schema.check,
    categories.check,
    key_nulls.check,
    decimals.check,
)
CONTENT: tuple[Check, ...] = (
    row_order.check,
    segment_cover.check,
    measure_text.check,
    sentence_text.check,
    participants.check,
    as_printed.check,
    number_list.check,
    number_classes.check,
    target_number.check,
    target_words.check,
    annex_tables.check,
    annex_share.check,
    key_project_limits.check,
    derived_figures.check,
    reconciliation.check,
    aliases.check,
    indicator_names.check,
    national_words.check,
    unit_names.check,
    english_letters.check,
    english_figures.check,
    english_names.check,
)


@dataclass(frozen=True)
class Judgement:
    """What was found, and whether the tables, and then their content, could be judged at all."""

    findings: list[Finding]
    shape_judged: bool
    content_judged: bool


def found_by(check: Check, package: Package) -> list[Finding]:
    """The findings of one check; one that the package keeps from running is a finding itself."""
    try:
        return list(check(package))
    except (LookupError, ValueError, TypeError, AttributeError, ArithmeticError):
        rule = check.__module__.rpartition(".")[2]
        problem = f"规则 {rule} 没法运行：表的列或类型不是它所要的，它要看的都没有看"
        return [Finding(DESCRIPTOR, 1, "not-judged", problem, REBUILD)]


def judge(package: Package, layout: Sequence[Check] = LAYOUT, shape: Sequence[Check] = SHAPE) -> Judgement:
    """Every check; the tables are judged only where the layout holds, their content only where its shape does."""

    def found(checks: Sequence[Check]) -> list[Finding]:
        return [finding for check in checks for finding in found_by(check, package)]

    of_bytes, of_layout = found(BYTES), found(layout)
    of_shape = [] if of_layout else found(shape)
    content_judged = not of_layout and not of_shape
    of_content = found(CONTENT) if content_judged else []
    return Judgement(of_bytes + of_layout + of_shape + of_content, not of_layout, content_judged)


def run(package: Package) -> list[Finding]:
    """The findings of every check, each where a person mends it."""
    from scripts.checks.etc_entry import at_etc_entry  # only here: it reads YAML, which no download holds

    return [at_etc_entry(package, finding) for finding in judge(package).findings]
