"""`raw/` and `etc/` → every file of the data package, in memory; nothing where anything can't be read."""

from __future__ import annotations

from collections.abc import Mapping

from scripts.extract.etc.schema import PATH as PACKAGE
from scripts.extract.etc.schema import read_schema
from scripts.extract.etc.tables import LAYOUT, EtcTables, path_in_etc, read_etc
from scripts.extract.plan.parse import ParsedPlan, parse_plan
from scripts.extract.plan.source import PATH, check_bytes, decode, index_source
from scripts.extract.rows import Row
from scripts.extract.rows.annex_rows import annex_tables, city_target_rows, excluded
from scripts.extract.rows.controls import check_totals, check_verdicts
from scripts.extract.rows.descriptor import DESCRIPTOR, check_resources, columns_of, descriptor_bytes, path_of
from scripts.extract.rows.english_rows import english_rows
from scripts.extract.rows.entity_rows import DEPARTMENT, INDICATOR, UNIT, alias_rows, city_rows, plain_rows, term_rows
from scripts.extract.rows.erratum_rows import erratum_rows
from scripts.extract.rows.national_rows import national_rows
from scripts.extract.rows.number_rows import number_rows
from scripts.extract.rows.plan_rows import chapter_rows, department_rows, measure_rows, segment_rows, sentence_rows
from scripts.extract.rows.reconciliation_rows import reconciliation_rows
from scripts.extract.rows.target_rows import bind_targets, target_row
from scripts.findings import Finding
from scripts.kept import ORIGIN
from scripts.package import rows_to_csv

Tables = dict[str, list[Row]]

#: findings on characters of the source that make its lines and words others than they look
UNREAD = {"hidden-character", "source-bom", "source-line-ends"}
#: every file of raw/ and etc/ that is read
READ = (PATH, ORIGIN, PACKAGE, *map(path_in_etc, LAYOUT))


def plan_tables(plan: ParsedPlan, etc: EtcTables) -> tuple[Tables, list[Finding]]:
    """Tables read from the text alone, with the departments named in it."""
    departments, findings = department_rows(plan.measures, etc.tables["departments"], plan.source)
    city_targets = list(city_target_rows(plan.annexes))
    tables = {
        "chapters": list(chapter_rows(plan.tree)),
        "measures": list(measure_rows(plan.measures)),
        "sentences": list(sentence_rows(plan.measures)),
        "measure_departments": departments,
        "segments": list(segment_rows(plan)),
        "city_targets": city_targets,
        **annex_tables(city_targets, etc.columns),
    }
    return tables, findings


def entity_tables(plan: ParsedPlan, etc: EtcTables) -> tuple[Tables, list[Finding]]:
    """Tables of things with names: cities, departments, indicators, terms, and how else they are written."""
    terms, findings = term_rows(etc.tables["terms"], plan.source)
    tables = {
        "departments": plain_rows(etc.tables["departments"], DEPARTMENT),
        "indicators": plain_rows(etc.tables["indicators.indicators"], INDICATOR),
        "cities": city_rows(etc.tables["cities"]),
        "units": plain_rows(etc.tables["units"], UNIT),
        "terms": terms,
    }
    kinds = {"city": "cities", "department": "departments", "indicator": "indicators", "term": "terms"}
    known = {kind: {row[kind]: row["name"] for row in tables[table]} for kind, table in kinds.items()}
    # A measure that could not be read is a finding of its own, and none for each of its aliases.
    titles = {measure.number: measure.title for measure in plan.measures}
    known["measure"] = {str(n): titles.get(n, "") for n in range(1, int(etc.counts["items"]) + 1)}
    tables["aliases"], found = alias_rows(etc.tables["aliases"], known)
    tables["national_targets"], more = national_rows(etc.tables["national.document"], etc.tables["national.targets"])
    return tables, findings + found + more


def quoted_tables(plan: ParsedPlan, etc: EtcTables) -> tuple[Tables, list[Finding]]:
    """Tables of words that etc/ quotes from the source: targets, numbers and errata."""
    measures = {str(measure.number): measure for measure in plan.measures}
    targets, findings = bind_targets(etc.tables["targets"], measures)
    numbers, found = number_rows(measures, targets, etc.tables["numbers"], plan.source)
    errata, more = erratum_rows(etc.tables["errata"], measures, plan.source)
    tables = {"targets": [target_row(bound) for bound in targets], "numbers": numbers, "errata": errata}
    return tables, findings + found + more


def build_tables(files: Mapping[str, bytes], etc: EtcTables) -> tuple[Tables, list[Finding]]:
    """Every table of the package, or what stands in the way."""
    text, findings = decode(files[PATH])
    if findings:
        return {}, findings
    source = index_source(text)
    findings = list(check_bytes(source, files[PATH], etc.sha256))
    if {each.rule for each in findings} & UNREAD:
        return {}, findings
    plan, found = parse_plan(source, etc)
    findings += found
    if {each.rule for each in findings} - {"source-hash"}:  # what else would be found may follow from these
        return {}, findings
    tables: Tables = {}
    for part in (plan_tables, entity_tables, quoted_tables):
        made, found = part(plan, etc)
        tables |= made
        findings += found
    if not findings:
        names = [row["indicator"] for row in tables["indicators"]]
        tables["reconciliation"] = reconciliation_rows(
            names, tables["targets"], tables["city_targets"], excluded(plan.annexes)
        )
        # A slip in the Chinese is said once: its English is asked for when the Chinese can be read.
        made, found = english_rows(tables, etc.tables)
        tables, findings = tables | made, found
    return tables, findings


def build(files: Mapping[str, bytes]) -> tuple[dict[str, bytes], list[Finding]]:
    """(path → bytes of data/*.csv and datapackage.json, findings); no files where anything can't be read.

    What was read and differs from etc/controls.yml is a finding beside the files, so that the checks of the
    package can say where it differs. `files` holds `raw/` and `etc/` of one folder, path → bytes.
    """
    missing = [Finding(path, 1, "file-missing", "缺少这个文件", "请从版本库恢复") for path in READ if path not in files]
    if missing:
        return {}, missing
    etc, findings = read_etc(files)
    schema, found = read_schema(files[PACKAGE])
    findings += found
    if etc is None:
        return {}, findings + decode(files[PATH])[1]
    tables, found = build_tables(files, etc)
    findings += found
    if not findings:
        findings += check_resources(schema["resources"], tables, files)
    if findings:
        return {}, findings
    made = {
        path_of(resource): rows_to_csv(columns_of(schema)[resource["name"]], tables[resource["name"]])
        for resource in schema["resources"]
        if "fields" in resource
    }
    made[DESCRIPTOR] = descriptor_bytes(schema, {**files, **made})
    totals, verdicts = etc.tables["controls.totals"], etc.tables["controls.verdicts"]
    findings += check_totals(totals, tables["cities"], tables["city_targets"])
    findings += check_verdicts(verdicts, tables["reconciliation"])
    return made, findings
