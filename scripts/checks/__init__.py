"""One rule a file: what must hold between the files, the tables and the words of a data package."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from scripts.checks import (
    aliases,
    annex_share,
    annex_tables,
    as_printed,
    categories,
    csv_bytes,
    decimals,
    derived_limits,
    descriptor_profile,
    hashes,
    key_nulls,
    measure_text,
    number_classes,
    number_list,
    participants,
    reconciliation,
    row_order,
    segment_cover,
    sentence_text,
    table_schema,
    target_number,
    target_words,
    unlisted_files,
)
from scripts.checks.etc_entry import at_etc_entry
from scripts.checks.places import REBUILD
from scripts.findings import Finding
from scripts.package import DESCRIPTOR, Package

Check = Callable[[Package], Iterator[Finding]]

#: Whether the files are the ones described, byte for byte.
BYTES: tuple[Check, ...] = (hashes.check, csv_bytes.check)
#: Whether files, descriptor and tables have the shape that the other checks rely on.
SHAPE: tuple[Check, ...] = (
    unlisted_files.check,
    descriptor_profile.check,
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
    derived_limits.check,
    reconciliation.check,
    aliases.check,
)


def run(package: Package) -> list[Finding]:
    """The findings of every check; the content is judged only where its shape holds."""
    findings = [finding for check in BYTES for finding in check(package)]
    shape = [finding for check in SHAPE for finding in check(package)]
    content = [] if shape else judge_content(package)
    return [at_etc_entry(package, finding) for finding in findings + shape + content]


def judge_content(package: Package) -> list[Finding]:
    """The findings of CONTENT; a table or column that the descriptor leaves out, and so no check of shape misses."""
    try:
        return [finding for check in CONTENT for finding in check(package)]
    except KeyError as missing:
        problem = f"没有 {missing.args[0]} 这张表或这一列"
        return [Finding(DESCRIPTOR, 1, table_schema.RULE, problem, REBUILD)]
