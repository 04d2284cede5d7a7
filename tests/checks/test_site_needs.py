"""What is asked of a package is what pages print of it, and the real one has it all."""

import json
import re

from scripts.checks.site_needs import LABELLED, check
from scripts.package import package_of
from tests.checks.packages import DESCRIPTOR, real_files
from tests.support import ROOT


def test_the_columns_that_need_labels_are_those_that_pages_label():
    sources = "".join(path.read_text("utf-8") for path in (ROOT / "scripts/site").rglob("*.py"))
    assert set(re.findall(r'(?:\.labels|named)\("(\w+)", "(\w+)"\)', sources)) == LABELLED


def test_a_column_whose_labels_are_gone_is_found():
    descriptor = json.loads(real_files()[DESCRIPTOR])
    for resource in descriptor["resources"]:
        for field in resource.get("schema", {}).get("fields", ()):
            field.pop("categories", None)
    package = package_of({**real_files(), DESCRIPTOR: json.dumps(descriptor).encode()})
    assert len({finding.problem for finding in check(package)}) == len(LABELLED)


def test_the_real_package_has_all_that_is_needed():
    assert not list(check(package_of(real_files())))
