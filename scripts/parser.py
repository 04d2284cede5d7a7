"""The manual of the command line: every command, argument and example, in Chinese."""

from __future__ import annotations

import argparse

from scripts.download.listing import LIMITS, MB
from scripts.download.zips import LARGEST

EXIT = "退出状态：0 一切正常；1 有发现；2 用法有误。"
FOUND = "每个发现一行：路径:行: error|warning 规则: 问题 — 改法。规则一览见 docs/rules.md。"
TOP = f"""\
常用：
  python -m scripts package                    重新生成数据包
  python -m scripts check --format github      在工作流里检查
  python -m scripts verify 下载的.zip          核对下载的数据
  python -m scripts diff 旧文件夹 新文件夹     看改了什么

{FOUND}
{EXIT}"""

Commands = argparse._SubParsersAction  # the type of what add_subparsers returns; argparse gives it no public name


def add(commands: Commands[argparse.ArgumentParser], name: str, short: str, long: str) -> argparse.ArgumentParser:
    """A command with its manual; every command can print its findings in two ways."""
    form = argparse.RawDescriptionHelpFormatter
    made = commands.add_parser(name, help=short, description=f"{short}。{long}", epilog=EXIT, formatter_class=form)
    text = "发现的写法：text（默认）或 github（工作流注解）"
    made.add_argument("--format", choices=("text", "github"), default="text", help=text)
    made.add_argument(
        "--all", action="store_true", help="逐条列出全部发现（默认同一规则的发现多了合成一条，举三个例子）"
    )
    return made


def add_folder(command: argparse.ArgumentParser) -> None:
    """The option that says where the package lies."""
    text = "数据包所在文件夹（默认 datapackage），内有 raw/ 和 etc/"
    command.add_argument("--datapackage", metavar="DIR", default="datapackage", help=text)


def parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    top = argparse.ArgumentParser(
        prog="python -m scripts",
        description="辽宁省“十三五”节能减排方案：原文 → 数据包 → 网站。",
        epilog=TOP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="命令", title="命令")

    long = "读 raw/ 和 etc/，先检查，有错误时什么也不写。"
    add_folder(add(commands, "package", "raw/ + etc/ → data/ 与 datapackage.json", long))

    long = "不重新读取，只核对 data/、datapackage.json 与原文。"
    add_folder(add(commands, "check", "只检查磁盘上的数据包", long))

    long = (
        "SITE_URL（站点网址）、REPO_URL（代码库网址）取自环境变量，可不设。"
        "画好的图另存在输出文件夹旁边（build/docs 的在 build/.docs.charts），"
        "数据和画图的程序没有变的不再画；删去它就全部重画。"
    )
    made = add(commands, "pages", "数据包 → Markdown、图表、下载文件", long)
    add_folder(made)
    text = "输出文件夹（默认 build/docs），原有内容会清空"
    made.add_argument("--docs", metavar="DIR", default="build/docs", help=text)

    long = "写入内容安全策略，精简样式，逐条核对站内链接。"
    made = add(commands, "postbuild", "对 mkdocs 生成的站点做收尾", long)
    made.add_argument("site", metavar="SITE", help="mkdocs 生成的文件夹")

    long = (
        "按主键逐行逐格比较，输出 Markdown，也列出行序、重复的主键、原文的各行，"
        "以及描述里的类型、约束、说明和许可；只是原文位置移动的合为一行。"
    )
    made = add(commands, "diff", "两个数据包之间改了什么", long)
    made.add_argument("old", metavar="OLD", help="旧的数据包，文件夹或 zip")
    made.add_argument("new", metavar="NEW", help="新的数据包，文件夹或 zip")

    long = (
        "核对文件大小与 SHA-256、表结构、主键外键，以及每一处引文；末尾说明核对了什么、没有核对什么。\n"
        "不用网络，也不把里面的任何东西写到磁盘上；绝对路径、“..”、链接、管道、加密的或名单之外的文件一律不收。\n"
        f"{LIMITS}；zip 本身至多 {LARGEST // MB} MB。只认 datapackage.json 里写明的结构，指向网址的不去取"
    )
    made = add(commands, "verify", "核对下载的数据包", long)
    made.add_argument("path", metavar="PATH", help="下载的文件夹或 zip")
    return top
