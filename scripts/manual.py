"""The manual of the command line: every command, argument and example, in Chinese."""

from __future__ import annotations

import argparse

EXIT = "退出状态：0 一切正常；1 有发现；2 用法有误。"


def add(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, short: str, long: str
) -> argparse.ArgumentParser:
    """A command with its manual."""
    made = commands.add_parser(
        name,
        help=short,
        description=f"{short}。{long}",
        epilog=EXIT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument(
        "--format", choices=("text", "github"), default="text", help="发现的写法：text（默认）或 github（工作流注解）"
    )
    return made


def parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    top = argparse.ArgumentParser(
        prog="python -m scripts",
        description="辽宁省“十三五”节能减排方案：原文 → 数据包 → 网站。",
        epilog=f"{EXIT}\n每个发现一行：路径:行: error|warning 规则: 问题 — 改法。规则一览见 docs/rules.md。",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="命令", title="命令")
    folder = {"metavar": "DIR", "default": "datapackage", "help": "数据包所在文件夹（默认 datapackage）"}

    made = add(commands, "package", "raw/ + etc/ → data/ 与 datapackage.json", "先检查，有错误时什么也不写。")
    made.add_argument("--datapackage", **folder)

    made = add(commands, "check", "只检查磁盘上的数据包", "不读 etc/ 的读法，只核对 data/、datapackage.json 与原文。")
    made.add_argument("--datapackage", **folder)

    made = add(
        commands, "pages", "数据包 → Markdown、图表、下载文件", "输出文件夹每次清空；SITE_URL、REPO_URL 取自环境变量。"
    )
    made.add_argument("--datapackage", **folder)
    made.add_argument("--docs", metavar="DIR", default="docs", help="手写页面所在文件夹（默认 docs）")
    made.add_argument("--out", metavar="DIR", default="build/docs", help="输出文件夹（默认 build/docs）")

    made = add(commands, "finish", "对生成好的站点做收尾", "内容安全策略、精简样式、逐条核对站内链接。")
    made.add_argument("site", metavar="SITE", help="mkdocs 生成的文件夹")

    made = add(
        commands, "diff", "两个数据包之间改了什么", "按主键逐行逐格比较，输出 Markdown；只是原文位置移动的合为一行。"
    )
    made.add_argument("old", metavar="OLD", help="旧的数据包文件夹")
    made.add_argument("new", metavar="NEW", help="新的数据包文件夹")

    made = add(commands, "verify", "离线核对下载的数据包", "核对文件大小与 SHA-256、表结构、主键外键，以及每一处引文。")
    made.add_argument("path", metavar="PATH", help="下载的文件夹或 zip")
    return top
