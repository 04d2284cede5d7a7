"""SHA256SUMS covers every file for download, in the form that sha256sum reads."""

import hashlib
import posixpath


def test_every_file_has_its_sum(files) -> None:
    lines = files["data/SHA256SUMS"].decode("ascii").splitlines()
    found = {}
    for line in lines:
        digest, path = line.split("  ")
        found[posixpath.normpath(posixpath.join("data", path))] = digest
    covered = {path for path in files if path.startswith(("data/", "raw/")) or path == "datapackage.json"}
    assert set(found) == covered - {"data/SHA256SUMS"}
    for path, digest in found.items():
        assert hashlib.sha256(files[path]).hexdigest() == digest
