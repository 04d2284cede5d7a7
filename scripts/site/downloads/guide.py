"""The sheet of the workbook that explains the others: what the data are, and every column of every table."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.package import Package
from scripts.site.fields import Field, fields, tables
from scripts.site.views.citation import data_date, document_of

Line = tuple[bool, list[str]]

NOTES = (
    "这些是当年定下的目标，不是完成情况。",
    "二氧化硫和氮氧化物的各市数字不含省直管电厂，相加不等于全省。",
    "city_targets 里 basis 为 derived 的数字是推算的，方案没有印。",
    "每张表的第一行是中文列名，第二行是数据包里的列名，数据从第三行起。数字都是数值，显示的小数位数照原文。",
    "空单元格表示方案没有说，除非下面另有说明。",
)
COLUMNS = ["表", "列", "中文名", "类型和单位", "意思", "空单元格"]


def kind_of(field: Field) -> str:
    """Type and unit of a column in a few words."""
    return f"{field['type']}，{field['unit']}" if "unit" in field else str(field["type"])


def about(package: Package) -> Iterator[Line]:
    """What the data are, where they come from, how they may be used."""
    document, descriptor = document_of(package), package.descriptor
    yield True, [descriptor["title"]]
    yield True, [descriptor["title_en"]]
    yield False, ["数据版本", f"{package.version}（{data_date(package)}）"]
    yield False, ["出自", f"{document.issuer}，{document.title}（{document.number}），{document.signed}"]
    yield False, ["数据的许可", descriptor["licenses"][0]["title"]]
    yield False, ["原文", descriptor["notice"]]
    for note in NOTES:
        yield False, ["注意", note]


def guide_lines(package: Package) -> Iterator[Line]:
    """(is it a heading, cells) of each line, from the descriptor."""
    yield from about(package)
    yield False, []
    yield True, ["表", "中文名", "行数", "次序", "内容"]
    for resource in tables(package.descriptor):
        name, rows = resource["name"], len(package.tables[resource["name"]])
        yield False, [name, resource["title"], str(rows), resource["order"], resource["description"]]
    yield False, []
    yield True, COLUMNS
    for resource in tables(package.descriptor):
        for field in fields(resource):
            shown = [resource["name"], field["name"], field["title"], kind_of(field), field["description"]]
            yield False, [*shown, field.get("empty", "没有空单元格")]
