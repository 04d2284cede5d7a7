"""The sheet of the workbook that explains the others: what the data are, and every column of every table."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.site.downloads.named import named_table
from scripts.site.fields import Field, tables
from scripts.site.sheet import Cell, Number
from scripts.site.site import Site
from scripts.site.text.texts import CHINESE, N_

NOTES = (
    N_("第一个工作表是各市的全部目标，中英对照，印出来一页 A4；说明之后每张表一个工作表。"),
    N_("这些是当年定下的目标，不是完成情况。"),
    N_("二氧化硫和氮氧化物的各市数字不含省直管电厂，相加不等于全省。"),
    N_("city_targets 里 basis 为 derived 的数字是推算的，方案没有印。"),
    N_("每张表的第一行是中文列名，第二行是数据包里的列名，数据从第三行起。数字都是数值，显示的小数位数照原文。"),
    N_("空单元格表示方案没有说，除非下面另有说明。"),
)
#: said where the words are not the plan's own
TRANSLATED = N_("文字是本项目的译文，不是官方译文；以中文为准。")
TABLES = (N_("表"), N_("中文名"), N_("行数"), N_("次序"), N_("内容"))
COLUMNS = (N_("表"), N_("列"), N_("中文名"), N_("类型和单位"), N_("意思"), N_("空单元格"), N_("值的意思"))


def guide_lines(site: Site) -> Iterator[tuple[bool, list[Cell]]]:
    """(is it a heading, cells) of each line, from the descriptor; a line of two cells is a name and a sentence."""
    text, package = site.text, site.package
    yield from about(site)
    yield False, []
    yield True, [text._(heading) for heading in TABLES]
    for resource in tables(package.descriptor):
        name, rows = resource["name"], Number(str(len(package.tables[resource["name"]])))
        title, order, description = (site.told(resource, key) for key in ("title", "order", "description"))
        yield False, [name, title, rows, order, description]
    yield False, []
    yield True, [text._(heading) for heading in COLUMNS]
    for resource in tables(package.descriptor):
        for field in named_table(site, resource).columns:
            title, description = site.told(field, "title"), site.told(field, "description")
            told = [resource["name"], field["name"], title, kind_of(site, field), description]
            yield False, [*told, site.told(field, "empty") or text._("没有空单元格"), values_of(site, field)]


def about(site: Site) -> Iterator[tuple[bool, list[Cell]]]:
    """What the data are, where they come from, how they may be used."""
    text, descriptor = site.text, site.package.descriptor
    version = text._("{version}（{date}）", version=site.package.version, date=site.date)
    origin = text._(
        "{issuer}，{title}（{number}），{signed}",
        **site.document.named(text.language),
    )
    yield True, [site.told(descriptor, "title")]
    if text.language == CHINESE:
        yield True, [descriptor["title_en"]]
    yield False, [text._("数据版本"), version]
    yield False, [text._("出自"), origin]
    yield False, [text._("数据的许可"), site.told(descriptor["licenses"][0], "title")]
    yield False, [text._("原文"), site.told(descriptor, "notice")]
    for note in notes(site):
        yield False, [text._("注意"), note]


def notes(site: Site) -> Iterator[str]:
    """What a reader must know; the last of all, that the words are not the plan's own."""
    text = site.text
    yield from map(text._, NOTES)
    added = [column for resource in tables(site.package.descriptor) for column in named_table(site, resource).added]
    yield text._(
        "{columns} 是这个文件为了好读加上的列，写着左边一列所指的中文名称；CSV 里没有。",
        columns=text.listed(dict.fromkeys(added)),
    )
    if text.language != CHINESE:
        yield text._(TRANSLATED)


def kind_of(site: Site, field: Field) -> str:
    """Type and unit of a column in a few words."""
    unit = unit_of(site, field)
    return site.text._("{type}，{unit}", type=field["type"], unit=unit) if unit else str(field["type"])


def unit_of(site: Site, field: Field) -> str:
    """The unit of a column; empty where it has none for the whole column."""
    return site.told(field, "unit") or str(field.get("unit", ""))


def values_of(site: Site, field: Field) -> str:
    """The values of a closed vocabulary with what each means, one a line; empty where there is none."""
    told = ((category["value"], site.told(category, "label")) for category in field.get("categories", ()))
    return "\n".join(site.text._("{value}：{label}", value=value, label=label) for value, label in told)
