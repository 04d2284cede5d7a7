"""`raw/` and `etc/` → every file of the data package, in memory; nothing where anything can't be read."""

from __future__ import annotations

from collections.abc import Mapping

from scripts.extract.annex_rows import annex_tables, city_target_rows
from scripts.extract.curated_rows import (
    DEPARTMENT,
    INDICATOR,
    alias_rows,
    city_rows,
    erratum_rows,
    plain_rows,
    term_rows,
)
from scripts.extract.curation import Curation, read_curation
from scripts.extract.descriptor import columns_of, descriptor_bytes, path_of, read_schema
from scripts.extract.numbers import number_rows
from scripts.extract.plan_rows import (
    chapter_rows,
    department_rows,
    measure_rows,
    segment_rows,
    sentence_rows,
)
from scripts.extract.reading import Reading, read_plan
from scripts.extract.reconcile import reconciliation_rows
from scripts.extract.source import PATH, check_bytes, decode, read_source
from scripts.extract.targets import bind_targets, target_row
from scripts.findings import Finding
from scripts.package import rows_to_csv

Rows = list[dict[str, str]]


def plan_tables(reading: Reading, curation: Curation) -> tuple[dict[str, Rows], list[Finding]]:
    """Tables read from the text alone, with the departments named in it."""
    rows, findings = department_rows(reading.items, curation.tables["departments"], reading.source)
    tables = {
        "chapters": list(chapter_rows(reading.plan)),
        "measures": list(measure_rows(reading.items)),
        "sentences": list(sentence_rows(reading.items)),
        "measure_departments": rows,
        "city_targets": list(city_target_rows(reading.annexes)),
        "segments": list(segment_rows(reading)),
        **annex_tables(reading.annexes),
    }
    return tables, findings


def entity_tables(reading: Reading, curation: Curation) -> tuple[dict[str, Rows], list[Finding]]:
    """Tables of things with names: cities, departments, indicators, terms, and how else they are written."""
    curated = curation.tables
    terms, findings = term_rows(curated["terms"], reading.source)
    tables = {
        "departments": plain_rows(curated["departments"], DEPARTMENT),
        "indicators": plain_rows(curated["indicators"], INDICATOR),
        "cities": city_rows(curated["cities"], reading.annexes),
        "terms": terms,
    }
    kinds = {"city": "cities", "department": "departments", "indicator": "indicators", "term": "terms"}
    known = {kind: {row[kind]: row["name"] for row in tables[table]} for kind, table in kinds.items()}
    tables["aliases"], found = alias_rows(curated["aliases"], known)
    return tables, findings + found


def bound_tables(reading: Reading, curation: Curation) -> tuple[dict[str, Rows], list[Finding]]:
    """Tables of words bound to the source: targets, numbers and errata."""
    items = {str(item.number): item for item in reading.items}
    bound, findings = bind_targets(curation.tables["targets"], items)
    numbers, found = number_rows(items, bound, curation.tables["numbers"], reading.source)
    errata, more = erratum_rows(curation.tables["errata"], items, reading.source)
    tables = {"targets": [target_row(each) for each in bound], "numbers": numbers, "errata": errata}
    return tables, findings + found + more


def read_tables(files: Mapping[str, bytes], curation: Curation) -> tuple[dict[str, Rows], list[Finding]]:
    """Every table of the package, or what stands in the way."""
    text, findings = decode(files[PATH])
    if findings:
        return {}, findings
    findings = list(check_bytes(files[PATH], text, curation.sha256))
    reading, found = read_plan(read_source(text), curation)
    findings += found
    tables: dict[str, Rows] = {}
    for part in (plan_tables, entity_tables, bound_tables):
        made, found = part(reading, curation)
        tables |= made
        findings += found
    if not findings:
        names = [row["indicator"] for row in tables["indicators"]]
        tables["reconciliation"] = reconciliation_rows(names, tables["targets"], tables["city_targets"])
    return tables, findings


def build(files: Mapping[str, bytes]) -> tuple[dict[str, bytes], list[Finding]]:
    """(path → bytes of data/*.csv and datapackage.json, findings); no files where there are findings.

    `files` holds `raw/` and `etc/` of one folder, path → bytes.
    """
    if PATH not in files:
        return {}, [Finding(PATH, 1, "file-missing", "缺少原文", "请从版本库恢复 raw/plan.txt")]
    curation, findings = read_curation(files)
    schema, found = read_schema(files.get("etc/package.yml", b""))
    findings += found
    if curation is None:
        return {}, findings + decode(files[PATH])[1]
    tables, found = read_tables(files, curation)
    findings += found
    if findings:
        return {}, findings
    made = {
        path_of(resource): rows_to_csv(columns_of(schema)[resource["name"]], tables[resource["name"]])
        for resource in schema["resources"]
        if "fields" in resource
    }
    made["datapackage.json"] = descriptor_bytes(schema, {**files, **made})
    return made, []
