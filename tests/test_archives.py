"""Archives and folders that can't hurt: each is refused with one finding, and nothing is written or fetched."""

import contextlib
import io
import json
import re
import shutil
import socket
import tempfile
import zipfile
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Thread

import pytest

from scripts.checks import table_schema
from scripts.commands import main
from scripts.download import read_download
from scripts.download.listing import COUNT, DEPTH, FILE, LIMITS, TOTAL
from scripts.package import PackageError, package_of, read_files
from scripts.publish.bundle import zip_files
from scripts.site import addresses
from tests import downloads as d
from tests.downloads import DESCRIPTOR, TABLE, Maker
from tests.site.sites import downloads
from tests.support import LINE, Printed, run

FAR = "http://127.0.0.1:9/x"


@dataclass(frozen=True)
class Case:
    """`path` as seen from the download, "" where it is about the whole of it; `found` beside the one finding."""

    what: str
    make: Maker
    rule: str
    path: str = ""
    line: int = 1


CASES = [
    Case("an absolute path", d.with_entry("/tmp/x"), "unsafe-path"),
    Case("a path out of the folder", d.with_entry("../../x"), "unsafe-path"),
    Case("a path out of the folder and back", d.with_entry("data/../../x/data/cities.csv"), "unsafe-path"),
    Case("a path with an empty part", d.with_entry("data//x.csv"), "unsafe-path"),
    Case("a path with backslashes", d.with_entry("..\\..\\x"), "unsafe-path"),
    Case("a drive letter", d.with_entry("C:/x"), "unsafe-path"),
    Case("a drive letter and backslashes", d.with_entry("C:\\x"), "unsafe-path"),
    Case("a line end in a name", d.with_entry("data/x\n::error::.csv"), "unsafe-path"),
    Case("a name that reads backwards", d.with_entry("data/\u202evsc.exe"), "unsafe-path"),
    Case("a link in a zip", d.with_entry("data/x.csv", 0o120000, b"/etc/passwd"), "not-a-file"),
    Case("a pipe in a zip", d.with_entry("data/x.csv", 0o010000, b""), "not-a-file"),
    Case("a device in a zip", d.with_entry("data/x.csv", 0o020000, b""), "not-a-file"),
    Case("a program", d.with_entry("evil.exe"), "unlisted-file", "evil.exe"),
    Case("a program beside the tables", d.with_entry("data/evil.exe"), "unlisted-file", "data/evil.exe"),
    Case("a program in a site", d.as_site({"evil.exe": b"x"}), "unlisted-file", "evil.exe"),
    Case("a second source in a site", d.as_site({"raw/x.txt": b"x"}), "unlisted-file", "raw/x.txt"),
    Case("a table that nothing lists", d.with_entry("data/x.csv"), "unlisted-file", "data/x.csv"),
    Case("a table that nothing lists in a site", d.as_site({"data/x.csv": b"x"}), "unlisted-file", "data/x.csv"),
    Case("something hidden in a zip", d.with_entry("data/.x"), "unlisted-file"),
    Case("a file outside of the package's folder", lambda path: d.zipped(path, {f"a/{k}": v for k, v in d.good().items()} | {"x.csv": b""}), "unlisted-file", "x.csv"),
    Case("one name twice", d.two_entries, "archive-damaged"),
    Case("one bit wrong", d.flipped, "archive-damaged", TABLE),
    Case("a wrong checksum", d.patched(TABLE, 16, "<I", 1, 14), "archive-damaged", TABLE),
    Case("a password", d.patched(TABLE, 8, "<H", 1, 6), "archive-damaged"),
    Case("an unknown method", d.patched(TABLE, 10, "<H", 77, 8), "archive-damaged"),
    Case("a method that unpacks without bound", d.repacked(zipfile.ZIP_BZIP2), "archive-damaged"),
    Case("another such method", d.repacked(zipfile.ZIP_LZMA), "archive-damaged"),
    Case("two lists that disagree on a name", d.renamed_inside, "archive-damaged", TABLE),
    Case("more than declared", d.patched(TABLE, 24, "<I", 10, 22), "archive-damaged", TABLE),
    Case("less than declared", d.patched(TABLE, 24, "<I", 10_000, 22), "archive-damaged", TABLE),
    Case("a zip cut short", d.cut_short, "archive-damaged"),
    Case("a program with a zip behind it", d.behind_a_program, "archive-damaged"),
    Case("a zip that is none", lambda path: (path / "x.zip").write_bytes(b"x") and path / "x.zip", "archive-damaged"),
    Case("one file that declares too much", d.patched(TABLE, 24, "<I", FILE + 1), "size-limit"),
    Case("a zip bomb", d.bomb, "size-limit"),
    Case("too many entries", d.many, "size-limit"),
    Case("too many files", d.crowded, "size-limit"),
    Case("too large a file", d.sparse, "size-limit"),
    Case("too large a zip", d.sparse_zip, "size-limit"),
    Case("folders without end", d.deep, "size-limit"),
    Case("folders without end in a zip", d.with_entry("d/" * 200 + "x.csv"), "size-limit"),
    Case("a pipe in the place of a table", d.with_pipe(TABLE), "not-a-file"),
    Case("a pipe in the place of the descriptor", d.with_pipe(DESCRIPTOR), "not-a-file"),
    Case("a pipe in the place of the download", d.pipe, "not-a-file"),
    Case("a socket", d.with_socket, "not-a-file"),
    Case("a table that is a link", d.with_link(TABLE, "../../elsewhere.csv"), "not-a-file"),
    Case("a link to nothing", d.with_link("data/x.csv", "nowhere"), "not-a-file"),
    Case("a link to a folder", d.with_link("d", ".."), "not-a-file"),
    Case("a program in a folder", d.in_folder({"evil.exe": b""}), "unlisted-file", "evil.exe"),
    Case("no descriptor", d.with_files({}, (DESCRIPTOR,)), "package-unreadable", DESCRIPTOR),
    Case("two packages", lambda path: d.zipped(path, {f"{at}/{k}": v for at in "ab" for k, v in d.good().items()}), "package-unreadable", DESCRIPTOR),
    Case("no source", d.with_files({}, ("raw/plan.txt",)), "package-unreadable", DESCRIPTOR),
    Case("a table missing", d.with_files({}, (TABLE,)), "package-unreadable", DESCRIPTOR),
    Case("no JSON", d.with_files({DESCRIPTOR: b'{\n"a": }'}), "package-unreadable", DESCRIPTOR, 2),
    Case("deeply nested JSON", d.with_files({DESCRIPTOR: b"[" * 100_000}), "package-unreadable", DESCRIPTOR),
    Case("nested JSON", d.with_top(x=json.loads("[" * 40 + "]" * 40)), "package-unreadable", DESCRIPTOR),
    Case("a number without end", d.with_files({DESCRIPTOR: b'{"a": ' + b"1" * 5000 + b"}"}), "package-unreadable", DESCRIPTOR),
    Case("one key twice", d.with_files({DESCRIPTOR: d.good()[DESCRIPTOR].replace(b"{", b'{"resources": [],', 1)}), "package-unreadable", DESCRIPTOR),
    Case("a descriptor that is a list", d.with_files({DESCRIPTOR: b"[1]"}), "package-unreadable", DESCRIPTOR),
    Case("a descriptor that is no UTF-8", d.with_files({DESCRIPTOR: b'{\n\n"a": "\xff"}'}), "file-encoding", DESCRIPTOR, 3),
    Case("no version", d.with_top(version=None), "package-unreadable", DESCRIPTOR),
    Case("a version that is a number", d.with_top(version=1), "package-unreadable", DESCRIPTOR),
    Case("no date", d.with_top(created=None), "package-unreadable", DESCRIPTOR),
    Case("a date that is none", d.with_top(created="soon"), "package-unreadable", DESCRIPTOR),
    Case("no name", d.with_top(name=None), "package-unreadable", DESCRIPTOR),
    Case("another package", d.with_top(name="another"), "package-unreadable", DESCRIPTOR),
    Case("a later major version", d.with_top(version="99.0.0"), "package-unreadable", DESCRIPTOR),
    Case("no list of resources", d.with_top(resources=None), "package-unreadable", DESCRIPTOR),
    Case("no resources", d.with_top(resources=[]), "package-unreadable", DESCRIPTOR),
    Case("resources that are none", d.with_top(resources=["x"]), "package-unreadable", DESCRIPTOR),
    Case("a resource without a schema", d.with_resource(1, schema=None), "package-unreadable", DESCRIPTOR),
    Case("a resource without a path", d.with_resource(1, path=None), "package-unreadable", DESCRIPTOR),
    Case("a resource with two paths", d.with_resource(1, path=["a", "b"]), "package-unreadable", DESCRIPTOR),
    Case("a resource without a name", d.with_resource(1, name=None), "package-unreadable", DESCRIPTOR),
    Case("two resources of one name", d.with_resource(1, name="source"), "package-unreadable", DESCRIPTOR),
    Case("a schema that is a list", d.with_resource(1, schema=[]), "package-unreadable", DESCRIPTOR),
    Case("a table of the contract missing", d.without_table, "table-missing", DESCRIPTOR),
    Case("a source that nothing lists", d.with_descriptor(lambda it: it["resources"].pop(0)), "table-missing", DESCRIPTOR),
    Case("a schema without columns", d.with_resource(1, schema={"fields": []}), "descriptor-profile", DESCRIPTOR),
    Case("a licence without a name", d.with_top(licenses=[{"name": None, "path": "x"}]), "descriptor-profile", DESCRIPTOR),
    Case("a resource outside of the package", d.with_resource(1, path="../../x.csv"), "unsafe-path", DESCRIPTOR),
    Case("a resource at an absolute path", d.with_resource(1, path="/tmp/x.csv"), "unsafe-path", DESCRIPTOR),
    Case("a resource on a drive", d.with_resource(1, path="C:\\x.csv"), "unsafe-path", DESCRIPTOR),
    Case("a path that is an address", d.with_resource(1, path=FAR), "remote-reference", DESCRIPTOR),
    Case("a path at a host", d.with_resource(1, path="//127.0.0.1/x.csv"), "remote-reference", DESCRIPTOR),
    Case("a schema at an address", d.with_resource(1, schema=FAR), "remote-reference", DESCRIPTOR),
    Case("a schema in another file", d.with_resource(1, schema="schema.json"), "remote-reference", DESCRIPTOR),
    Case("a dialect at an address", d.with_resource(1, dialect=FAR), "remote-reference", DESCRIPTOR),
    Case("a profile at an address", d.with_top(profile=FAR), "remote-reference", DESCRIPTOR),
    Case("a standard at an address of its own", d.with_top(**{"$schema": FAR}), "remote-reference", DESCRIPTOR),
    Case("a resource's profile at an address", d.with_resource(1, profile=FAR), "remote-reference", DESCRIPTOR),
    Case("a dialect's standard at an address", d.with_resource(1, dialect={"$schema": FAR}), "remote-reference", DESCRIPTOR),
    Case("a table that is no UTF-8", d.with_table(TABLE, "沈阳".encode(), "沈阳".encode("gbk")), "file-encoding", TABLE, 2),
    Case("a source that is no UTF-8", d.with_table("raw/plan.txt", "节能".encode(), b"\xff"), "file-encoding", "raw/plan.txt", 3),
    Case("a row too long", d.with_table(TABLE, b",1\n", b",1,1\n"), "package-unreadable", TABLE, 2),
    Case("a quote that is not closed", d.with_table(TABLE, "大连".encode(), '"大连'.encode()), "package-unreadable", TABLE, 15),
    Case("a column of numbers that holds words", d.with_words_for_numbers, "not-judged", DESCRIPTOR),
    Case("a code that is too short", d.with_table(TABLE, b",210100,", b",2101,"), "table-schema", TABLE, 2),
]  # fmt: skip
#: what a value of Python looks like where it was not put into words
REPR = re.compile(r"\bNone\b|\bTrue\b|\bFalse\b|\[['\"]|\{['\"]|b'|Error\b|Traceback|<\w+ object|argument \d")


def findings(text: str, place: Path) -> list[Printed]:
    """What was printed before the summary, each path as seen from the download."""
    lines = text.partition("数据包 liaoning-13fyp")[0].splitlines()
    found = [LINE.fullmatch(line) for line in lines]
    assert all(found), lines
    return [
        Printed(each["path"].removeprefix(str(place)).removeprefix("/"), int(each["line"]), each["rule"])
        for each in found
    ]


def state(folder: Path) -> dict[Path, tuple[int, int]]:
    """When everything in a folder, and beside it, was last changed, and how large it is."""
    places = [folder.parent, *folder.parent.iterdir(), *folder.rglob("*")]
    return {each: (each.lstat().st_size, each.lstat().st_mtime_ns) for each in places}


@contextmanager
def nothing_leaves(path: Path, monkeypatch):
    """No connection is tried and no file is written while the block runs."""
    tried = []
    monkeypatch.setattr(socket.socket, "connect", lambda *arguments: tried.append(arguments))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *arguments, **_: tried.append(arguments))
    monkeypatch.setattr(tempfile, "tempdir", str(path / "temporary"))
    (path / "temporary").mkdir()
    before = state(path)
    yield
    assert tried == []
    assert state(path) == before


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.what.replace(" ", "-"))
def test_what_can_hurt_is_one_finding(case, tmp_path, capsys, monkeypatch):
    place = case.make(tmp_path)
    with nothing_leaves(tmp_path, monkeypatch):
        status = main(["verify", str(place)])
    printed = capsys.readouterr().out
    found = findings(printed, place)
    about = [each for each in found if each.rule != "resource-hash"]
    assert (status, about[:1]) == (1, [Printed(case.path, case.line, case.rule)]), printed
    assert len(about) == 1, printed
    assert not REPR.search(printed), printed
    assert "全部相符" not in printed


@pytest.mark.parametrize("key", ["path", "schema", "dialect", "profile", "$schema"])
def test_an_address_is_never_asked(key, tmp_path, capsys):
    asked = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)

        def listen() -> None:
            with contextlib.suppress(TimeoutError):
                asked.append(server.accept())

        listener = Thread(target=listen)
        listener.start()
        address = f"http://127.0.0.1:{server.getsockname()[1]}/x.json"
        for place in (d.with_resource(1, **{key: address}), d.with_top(**{key: address})):
            main(["verify", str(place(tmp_path))])
        listener.join()
    assert "remote-reference" in capsys.readouterr().out
    assert asked == []


def test_addresses_that_only_name_something_are_data(tmp_path, capsys, monkeypatch):
    place = d.with_top(sources=[{"title": "x", "title_en": "x", "path": FAR}], homepage=FAR, id=FAR)(tmp_path)
    with nothing_leaves(tmp_path, monkeypatch):
        assert main(["verify", str(place)]) == 0
    assert "全部相符" in capsys.readouterr().out


def test_no_flipped_bit_of_a_zip_is_a_traceback_or_another_content(tmp_path):
    files = {DESCRIPTOR: b"{}" * 20, "data/a.csv": b"a\n1\n" * 20}
    data = d.zipped(tmp_path, files).read_bytes()
    for place in range(len(data) * 8):
        wrong = bytearray(data)
        wrong[place // 8] ^= 1 << place % 8
        (tmp_path / "x.zip").write_bytes(wrong)
        with contextlib.suppress(PackageError):
            assert read_download(tmp_path / "x.zip").files.items() <= files.items()


def test_a_byte_that_is_no_utf8_does_not_stop_the_other_checks(tmp_path, capsys):
    files = d.good() | {
        TABLE: d.good()[TABLE].replace("大连".encode(), b"\xb4\xf3\xc1\xac"),
        "data/annex2_cod.csv": d.good()["data/annex2_cod.csv"].replace(b",13.4,", b",134,", 1),
    }
    place = d.zipped(tmp_path, d.sealed(files))
    assert main(["verify", str(place)]) == 1
    printed = capsys.readouterr().out
    assert findings(printed, place) == [
        Printed("data/annex2_cod.csv", 3, "table-schema"),
        Printed(TABLE, 3, "file-encoding"),
    ]
    assert "引文、数字、目标和计算的规则都没有运行" in printed
    assert "逐字比较" not in printed


def test_a_layout_that_is_broken_is_said_to_have_kept_the_tables_unjudged(tmp_path, capsys):
    main(["verify", str(d.without_table(tmp_path))])
    printed = capsys.readouterr().out
    assert "结构   没有核对" in printed
    assert "内容   没有核对" in printed
    assert "22 个资源" in printed


def test_all_that_is_wrong_with_the_names_is_said_at_once(tmp_path, capsys):
    odd = {f"data/../{number}": b"" for number in range(30)} | {"/a": b"", "evil.exe": b""}
    main(["verify", str(d.zipped(tmp_path, d.good() | odd))])
    one, many = capsys.readouterr().out.splitlines()
    assert "“/a”的路径是绝对路径" in one
    assert "等 30 个条目，的路径" not in many
    assert "等 30 个条目的路径" in many


def test_strange_files_by_the_hundred_are_counted(tmp_path, capsys):
    main(["verify", str(d.zipped(tmp_path, d.good() | {f"x{number}.exe": b"" for number in range(100)}))])
    (said,) = [line for line in capsys.readouterr().out.splitlines() if "unlisted-file" in line]
    assert "共 100 处" in said
    assert said.count("不在数据包自己的名单上") == 3


PAGES = {
    "index.html": b"",
    "404.html": b"",
    "data/cities.json": b"",
    "measures/3/index.html": b"",
    "data/SHA256SUMS": b"",
}


@pytest.mark.parametrize("form", ["folder", "site.zip", "zip in a folder of its own"])
def test_a_whole_site_is_judged_by_its_package_and_the_rest_is_counted(form, tmp_path, capsys):
    place = d.unpacked(tmp_path, d.good() | PAGES)
    if form != "folder":
        data = zip_files(read_files(place if form == "site.zip" else place.parent), 1_500_000_000)
        shutil.rmtree(place)
        place = tmp_path / "site.zip"
        place.write_bytes(data)
        assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None
    assert main(["verify", str(place)]) == 0
    assert "网站的其余 5 个文件，只看了名字（如 404.html）" in capsys.readouterr().out


def test_what_the_zip_holds_beside_the_data_belongs_to_it(tmp_path, capsys):
    beside = ["CHANGELOG.md", "CITATION.cff", "LICENSE", "LICENSE-data.md", "README.md", "SHA256SUMS"]
    assert main(["verify", str(d.with_files(dict.fromkeys(beside, b"x"))(tmp_path))]) == 0
    assert "此外 6 个文件，只看了名字（如 CHANGELOG.md）" in capsys.readouterr().out


def test_what_editors_leave_in_a_folder_is_not_opened_and_said_so(tmp_path, capsys):
    place = d.with_link("data/.#targets.csv", "nobody@nowhere")(tmp_path)
    (place / ".git").mkdir()
    assert main(["verify", str(place)]) == 0
    assert "此外 2 个文件" in capsys.readouterr().out


def test_a_download_at_the_limits_is_read(tmp_path):
    folder = d.unpacked(tmp_path, {DESCRIPTOR: b"{}", "data/a.csv": b"\0" * FILE})
    deepest = folder / "/".join("d" * DEPTH)
    deepest.mkdir(parents=True)
    (deepest / "x.csv").touch()
    assert len(read_download(folder).files["data/a.csv"]) == FILE
    (folder / "data/a.csv").write_bytes(b"\0" * (FILE + 1))
    with pytest.raises(PackageError, match="字节"):
        read_download(folder)


@pytest.mark.parametrize("command", ["check", "package", "pages"])
@pytest.mark.parametrize("make", [d.with_link(TABLE, "../../elsewhere.csv"), d.with_pipe("data/x.csv"), d.sparse])
def test_the_other_commands_read_no_such_folder_either(command, make, tmp_path, capsys, monkeypatch):
    place = make(tmp_path)
    with nothing_leaves(tmp_path, monkeypatch):
        status, printed = run(capsys, command, "--datapackage", str(place))
    assert (status, len(printed)) == (1, 1)
    assert printed[0].path == str(place)


def test_the_manual_states_the_limits(capsys):
    with pytest.raises(SystemExit):
        main(["verify", "--help"])
    printed = capsys.readouterr().out
    assert LIMITS in printed
    for limit in (f"{FILE >> 20} MB", f"{TOTAL >> 20} MB", str(COUNT), str(DEPTH)):
        assert limit in LIMITS


def test_frictionless_is_given_no_reference_even_where_nothing_refused_it(tmp_path, monkeypatch):
    package = package_of(d.good())
    resources = [
        each | {"profile": FAR, "$schema": FAR, "dialect": FAR, "scheme": "http", "extrapaths": [FAR], "basepath": FAR}
        for each in package.descriptor["resources"]
    ]
    for each in resources:
        if "schema" in each:
            each["schema"] = each["schema"] | {"$schema": FAR, "profile": FAR}
    forged = replace(package, descriptor=package.descriptor | {"profile": FAR, "$schema": FAR, "resources": resources})
    with nothing_leaves(tmp_path, monkeypatch):
        assert list(table_schema.check(forged)) == []


def test_the_zip_as_the_site_serves_it_belongs_to_the_list_whole(tmp_path):
    (tmp_path / "x.zip").write_bytes(downloads()[addresses.ARCHIVE])
    download = read_download(tmp_path / "x.zip")
    assert download.findings == ()
    assert not download.is_site
    assert download.files == d.good()


def test_entries_by_the_million_are_counted_before_they_are_listed(tmp_path, monkeypatch):
    place = d.many(tmp_path)

    def list_them(*_: object) -> None:
        raise AssertionError("every entry was read into memory")

    monkeypatch.setattr(zipfile, "ZipFile", list_them)
    with pytest.raises(PackageError, match="20000 个以上的条目"):
        read_download(place)
