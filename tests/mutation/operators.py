"""Which small changes of the code are tried: those that a type checker lets pass and that a reader could notice.

Of mutmut's own operators four are left out or narrowed: `x = None` and `f(None)`, which mypy refuses; a string
in other case, which says nothing that a changed string does not; and the Chinese of messages, for whose words
no test stands. Added is the branch that is never, or always, taken.
"""

import re
import resource
from collections.abc import Iterable

import libcst as cst
import libcst.matchers as m
from mutmut.mutation import mutators

#: words for people: five Chinese characters in a row, or fewer beside a space, a quotation mark, a bracket or a comma, 请 …, or a mark between the parts of a list
MESSAGE = re.compile(r"[\u4e00-\u9fff]{5}|[\u4e00-\u9fff][ ，；“”（]|[ “”][\u4e00-\u9fff]|^[\"'](请|[、｜].$)")

#: a key, a column or a code, of which a wrong one is a KeyError or a value that the schema refuses; the encoding
NAME = re.compile(r"""^["']([a-z0-9_]+|utf-8)["']$""")


def changed_strings(node: cst.BaseString) -> Iterable[cst.BaseString]:
    """A string with something before and after it, unless it is a message, a name or the encoding."""
    if isinstance(node, cst.SimpleString) and not any(form.search(node.value) for form in (MESSAGE, NAME)):
        yield from list(mutators.operator_string(node))[:1]


def changed_flags(node: cst.Arg) -> Iterable[cst.Arg]:
    """True for False and the other way round; zip's `strict` guards against what can't happen."""
    if isinstance(node.value, cst.Name) and not (node.keyword and node.keyword.value == "strict"):
        yield from (node.with_changes(value=value) for value in mutators.operator_name(node.value))


def without_last_argument(node: cst.Call) -> Iterable[cst.Call]:
    """A call without its last argument, which may have a default; sum's start and zip's `strict` are for other readers."""
    if (
        len(node.args) > 1
        and not m.matches(node.func, m.Name("sum"))
        and not (node.args[-1].keyword and node.args[-1].keyword.value == "strict")
    ):
        yield node.with_changes(args=node.args[:-1])


def forced_branches(node: cst.If) -> Iterable[cst.If]:
    """A branch that is never taken, and one that always is."""
    test = node.test.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])
    if isinstance(node.test, cst.NamedExpr):
        test = node.test if node.test.lpar else test
    for operator, name in ((cst.And(), "False"), (cst.Or(), "True")):
        yield node.with_changes(test=cst.BooleanOperation(left=test, operator=operator, right=cst.Name(name)))


OPERATORS: mutators.OPERATORS_TYPE = [
    (cst.BaseNumber, mutators.operator_number),
    (cst.BaseString, changed_strings),
    (cst.Arg, changed_flags),
    (cst.AugAssign, mutators.operator_augmented_assignment),
    (cst.UnaryOperation, mutators.operator_remove_unary_ops),
    (cst.Call, without_last_argument),
    (cst.Call, mutators.operator_symmetric_string_methods_swap),
    (cst.Lambda, mutators.operator_lambda),
    (cst.CSTNode, mutators.operator_keywords),
    (cst.CSTNode, mutators.operator_swap_op),
    (cst.IfExp, mutators.operator_if_exp),
    (cst.If, forced_branches),
]


#: bytes; a loop that never ends fails before it takes the machine's memory
MEMORY = 4 * 1024**3

if __name__ == "__main__":
    from mutmut.__main__ import cli

    mutators.mutation_operators[:] = OPERATORS
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    cli(["run"])
