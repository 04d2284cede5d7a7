"""Nothing is written below a folder under a name, or over a link, that leads out of it."""

import pytest

from scripts.files import place_of, replace_files, replace_folder, stage, update_folder

OUT = ["/tmp/x", "../x", "a/../../x", "a\\..\\x", "C:/x", "a//x", "", ".", "a/./x", "a/x\n"]
WRITERS = {
    "stage": lambda folder, files: stage(folder / "in", files),
    "replace_files": lambda folder, files: replace_files(folder, files, owned="data", last="last"),
    "replace_folder": lambda folder, files: replace_folder(folder / "in", files),
    "update_folder": update_folder,
}


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
@pytest.mark.parametrize("name", OUT)
def test_a_name_that_leads_out_is_not_written(write, name, tmp_path):
    (tmp_path / "f").mkdir()
    with pytest.raises(PermissionError, match="文件夹之外"):
        write(tmp_path / "f", {"good.csv": b"x", name: b"x"})
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_a_name_that_leads_out_is_not_deleted(tmp_path):
    (tmp_path / "x").touch()
    (tmp_path / "f").mkdir()
    with pytest.raises(PermissionError):
        update_folder(tmp_path / "f", {"../x": None})
    assert (tmp_path / "x").exists()


@pytest.mark.parametrize("link", ["data", "data/a.csv"])
def test_what_a_link_leads_to_is_neither_written_nor_cleared(link, tmp_path):
    (tmp_path / "f/data").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/kept.csv").write_bytes(b"kept")
    target = tmp_path / "elsewhere" / ("kept.csv" if link.endswith(".csv") else "")
    if link == "data":
        (tmp_path / "f/data").rmdir()
    (tmp_path / "f" / link).symlink_to(target)
    for write in (WRITERS["replace_files"], update_folder):
        with pytest.raises(PermissionError):
            write(tmp_path / "f", {"data/a.csv": b"x"})
    with pytest.raises(PermissionError):
        replace_files(tmp_path / "f", {"last": b"x"}, owned=link, last="last")
    assert {path.name: path.read_bytes() for path in (tmp_path / "elsewhere").iterdir()} == {"kept.csv": b"kept"}


def test_a_link_in_the_place_of_the_folder_to_be_made_is_replaced_itself(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/kept").touch()
    (tmp_path / "in").symlink_to(tmp_path / "elsewhere")
    stage(tmp_path / "in", {"a": b"x"})
    assert (tmp_path / "in/a").read_bytes() == b"x"
    assert [path.name for path in (tmp_path / "elsewhere").iterdir()] == ["kept"]


def test_a_plain_name_has_its_place(tmp_path):
    assert place_of(tmp_path, "data/a.csv") == tmp_path / "data/a.csv"
