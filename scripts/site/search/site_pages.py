"""The site's other pages as entries: downloads, overviews, the source with what is no measure, the reconciliation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from scripts.site import addresses
from scripts.site.fields import tables
from scripts.site.model.rows import span
from scripts.site.search.entry import EntryLine, SearchEntry
from scripts.site.site import Site
from scripts.site.text.texts import CHINESE, N_

#: site path, title, what is there, and other words (with spaces between them) that people may look for it by
PAGES = (
    (
        "data/",
        N_("下载数据"),
        N_("CSV、JSON、Excel、SQLite 与整包下载。"),
        N_("数据下载 下载 数据 开放数据 数据包 表格 zip xlsx excel csv json sqlite download data"),
    ),
    (
        "data/dictionary/",
        N_("数据词典"),
        N_("每张表每一列的含义、单位和取值。"),
        N_("字段 字段说明 列 列名 单位 data dictionary"),
    ),
    (
        "data/use/",
        N_("使用方法"),
        N_("用 Python、R 等读取数据，核对下载的文件。"),
        N_("读取 代码 怎么用 python pandas 校验 verify api"),
    ),
    (
        "targets/",
        N_("全部目标"),
        N_("方案里写明的每一个数值目标和期限。"),
        N_("目标 总目标 全部目标 期限 目标一览 目标清单 targets"),
    ),
    (
        "reconciliation/",
        N_("核对：各市之和与全省"),
        N_("附件里各市的数与第 2 条全省的数对不对得上，两边是怎样算出来的。"),
        N_("核对 对账 合计 加总 之和 相加 加起来 不等于 不一致 对得上 对不上 差额 reconciliation"),
    ),
    (
        "explore/",
        N_("自选比较"),
        N_("自己选城市、指标和数量，得到图和表。"),
        N_("查询 比较 对比 图表 自选 画图 explore"),
    ),
    (
        "source/",
        N_("方案原文"),
        N_("辽政发〔2017〕21号全文，逐段可以引用。"),
        N_("原文 全文 正文 文件原文 原件 文号 发布 印发 发布时间 错别字 错字 印错 写错 错误 勘误 存疑 source"),
    ),
    ("glossary/", N_("术语"), N_("方案用语的通俗解释。"), N_("术语表 名词解释 词汇 glossary")),
    (
        "measures/",
        N_("措施一览"),
        N_("十二章四十四条。"),
        N_("措施 条款 章节 几章 几条 全部措施 措施列表 条目 measures"),
    ),
    (
        "cities/",
        N_("城市一览"),
        N_("14 个市各自的目标。"),
        N_("城市 全部城市 各市 十四个市 14个市 城市列表 哪个市 哪个城市 哪些市 哪些城市 哪座城市 cities"),
    ),
    ("indicators/", N_("指标一览"), N_("能耗与四种污染物。"), N_("指标 全部指标 指标列表 indicators")),
    (
        "departments/",
        N_("部门一览"),
        N_("牵头和参加的部门，部门与章的对照表。"),
        N_(
            "部门 单位 哪个部门 哪些部门 什么部门 哪个单位 哪些单位 哪个厅局 "
            "牵头单位 参加单位 全部部门 部门列表 责任单位 分工 departments"
        ),
    ),
    (
        "about/",
        N_("关于本站"),
        N_("文本从哪里来，授权，如何引用和联系。"),
        N_("关于 引用 怎么引用 授权 许可 版权 商用 商业使用 联系 网站 本站 官方 官网 政府网站 about"),
    ),
    ("method/", N_("编制方法"), N_("怎样从原文得到数据。"), N_("方法 method")),
    (
        "corrections/",
        N_("更正"),
        N_("怎样报告错误，什么改、什么不改。"),
        N_("更正 报告错误 更新记录 反馈 纠错 报错 有错 出错 corrections"),
    ),
    ("mirror/", N_("架设镜像"), N_("把网站放到自己的服务器上。"), N_("镜像 架设 服务器 部署 nginx caddy mirror")),
    ("rules/", N_("检查规则"), N_("生成数据包和站点时的每一条检查。"), N_("规则 检查 rules")),
)
#: where a reader may go on who found nothing
OVERVIEWS = ("measures/", "cities/", "indicators/", "departments/", "glossary/", "source/")
#: the segments of the source that belong to no measure and no chapter
APART = frozenset({"front_matter", "annex_list", "annex"})


def overviews(site: Site) -> list[tuple[str, str]]:
    """(address, title) of the pages that list everything of a kind."""
    titles = {address: title for address, title, _, _ in PAGES}
    return [(address, site.text._(titles[address])) for address in OVERVIEWS]


def source_lines(site: Site) -> Iterator[EntryLine]:
    """Every paragraph that belongs to no measure: the head, the list of annexes, their titles and notes."""
    if site.text.language != CHINESE:
        return
    for row in site.tables["segments"]:
        if row["kind"] not in APART:
            continue
        at, end = span(row)
        for line in site.package.text[at:end].split("\n"):
            if line.strip() and "\t" not in line:
                yield EntryLine(addresses.source(str(at)).partition("#")[2], line.strip())
            at += len(line) + 1


def reconciliation_lines(site: Site) -> Iterator[EntryLine]:
    """What comes out of each comparison, from which two figures, and once what such a verdict rests on."""
    said: set[str] = set()
    for indicator, checks in site.checks.items():
        name = site.row("indicators", indicator)["name"]
        for check in checks:
            told = {"indicator": name, "check": check.label, "verdict": check.verdict, "told": check.both}
            first = site.text._("{indicator}{check}，{verdict}：{told}", **told)
            yield EntryLine(indicator, site.text.sentences([first, "" if check.why in said else check.why]))
            said.add(check.why)


def resource_lines(site: Site) -> Iterator[EntryLine]:
    """Every table of the data package by its title and file name."""
    for table in tables(site.package.descriptor):
        told = site.text._("{title}（{path}）", title=site.told(table, "title"), path=table["path"])
        yield EntryLine(table["name"], told)


def count_lines(site: Site) -> Iterator[EntryLine]:
    """How many targets there are."""
    yield EntryLine("", site.text._("目标总数"), site.text.ngettext("{n} 个", len(site.tables["targets"])))


def lead_lines(site: Site) -> Iterator[EntryLine]:
    """Which departments lead most measures."""
    text = site.text
    leads = Counter(row["department"] for row in site.tables["measure_departments"] if row["role"] == "lead")
    most = max(leads.values(), default=0)
    names = text.listed(site.row("departments", slug)["name"] for slug, number in leads.items() if number == most)
    yield EntryLine("", text._("牵头最多：{names}", names=names), text.ngettext("{n} 条", most), "rank")


OWN_LINES: dict[str, Callable[[Site], Iterator[EntryLine]]] = {
    "targets/": count_lines,
    "departments/": lead_lines,
    "source/": source_lines,
    "reconciliation/": reconciliation_lines,
    "data/dictionary/": resource_lines,
}


def site_entries(site: Site) -> Iterator[SearchEntry]:
    """One entry for each of the site's other pages."""
    for address, name, sentence, words in PAGES:
        title, own = site.text._(name), OWN_LINES.get(address)
        lines = (EntryLine("", site.text._(sentence)), *(own(site) if own else ()))
        yield SearchEntry("data", address, title, (title, *site.text._(words).split()), lines)
