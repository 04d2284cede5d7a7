"""A pytest plugin: names of cases that can be given back on a command line, as mutmut does."""

import re


def pytest_make_parametrize_id(config, val, argname):
    """The name of the argument for a value with other than letters, digits, points and dashes; pytest numbers them."""
    return argname if isinstance(val, str | bytes) and not re.fullmatch(r"[\w.-]+", str(val), re.ASCII) else None
