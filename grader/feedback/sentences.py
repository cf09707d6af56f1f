"""The author's sentences: an allowlist of what a failed test may show to a student.

A message is looked up, not passed on. Its title, likely mistake and section are shown only if the
author wrote them word for word (as string literals of the test or of `tinytorch.checks`), and only
if one call in the test could have produced all of them.
"""

import ast
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from nbformat.notebooknode import NotebookNode

import tinytorch.checks

SENTENCE_ARGUMENTS = frozenset({"likely", "read", "mistakes"})
CHECKS = frozenset(tinytorch.checks.__all__)
# The labels of the last lines of a message, as `tinytorch.checks.fail` writes them.
LIKELY, READ = "  likely:   ", "  read:     "
JOINTS = re.compile(r", |: ")  # between the parts of a title: `weights, first call, is not right.`
SHORTEST = 4  # characters of a title: a shorter literal is the start of too many words


@dataclass(frozen=True)
class Message:
    """The message of a failed test, without the expected and the actual value."""

    title: str = ""
    likely: str = ""
    read: str = ""

    @classmethod
    def of_text(cls, text: str) -> "Message":
        """Parse the text of a `CheckFailed`: its first line, and the last ones by their labels."""
        title, *lines = text.split("\n")
        read = lines.pop().removeprefix(READ) if lines and lines[-1].startswith(READ) else ""
        likely = lines.pop().removeprefix(LIKELY) if lines and lines[-1].startswith(LIKELY) else ""
        return cls(title, likely, read)


@dataclass(frozen=True)
class Sentences:
    """What one call can show."""

    texts: frozenset[str] = frozenset()  # titles and likely mistakes
    reads: frozenset[str] = frozenset()  # sections

    def known(self, message: Message) -> list[str]:
        """Return the lines of `message` that are among these sentences."""
        title = self._title(message.title)
        lines = [title] if title else []
        if message.likely and message.likely in self.texts | shared():
            lines.append(f"likely: {message.likely}")
        if message.read and message.read in self.reads:
            lines.append(f"read: {message.read}")
        return lines

    def _title(self, line: str) -> str:
        """Return what was checked and, if `tinytorch.checks` wrote it, how it failed."""
        known = self.texts | shared()
        titles = [text for text in known if len(text) >= SHORTEST and line.startswith(text)]
        if not titles:
            return ""
        title = max(titles, key=len)
        rest = line[len(title) :]
        return (
            line
            if all(part.strip() in known for part in JOINTS.split(rest.removeprefix(",")))
            else title
        )


Source = Callable[[NotebookNode], list[Sentences]]  # what the calls of a test cell can show


def shown(message: Message, allowed: Sequence[Sentences]) -> list[str]:
    """Return the lines of `message` that one call can show, of the call with the most."""
    # Of one call only: a student's exception could encode a number by combining parts of several.
    return max((call.known(message) for call in allowed), key=len, default=[])


def merged(allowed: Sequence[Sentences]) -> Sentences:
    """Merge all sentences, for a message that is known to be the test's own."""
    texts = frozenset[str]().union(*(each.texts for each in allowed))
    return Sentences(texts, frozenset[str]().union(*(each.reads for each in allowed)))


@lru_cache(maxsize=1000)  # every student's page has the same tests
def of_test(source: str) -> list[Sentences]:
    """Return what each call of a check in `source`, and each `assert`, can show."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return []
    names = _Names(tree)
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Assert) and node.msg is not None:
            found.append(Sentences(names.strings([node.msg])))
        elif isinstance(node, ast.Call) and _has_sentences(node):
            read = [keyword.value for keyword in node.keywords if keyword.arg == "read"]
            rest = [
                *node.args,
                *(keyword.value for keyword in node.keywords if keyword.arg != "read"),
            ]
            found.append(Sentences(names.strings(rest), names.strings(read)))
    return list(dict.fromkeys(found))


def _has_sentences(call: ast.Call) -> bool:
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    return name in CHECKS or any(keyword.arg in SENTENCE_ARGUMENTS for keyword in call.keywords)


class _Names:
    """The values that the names of a test may have, found without running it."""

    def __init__(self, tree: ast.Module) -> None:
        self._meaning: dict[str, list[ast.AST]] = {}
        self._known: dict[ast.AST, tuple[set[str], set[str]]] = {}
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
        for node in ast.walk(tree):
            match node:
                case ast.Assign(targets=targets, value=value):
                    self._learn(targets, [value])
                case (
                    ast.AnnAssign(target=target, value=ast.expr() as value)
                    | ast.NamedExpr(target=target, value=value)
                ):
                    self._learn([target], [value])
                case (
                    ast.For(target=target, iter=value)
                    | ast.comprehension(target=target, iter=value)
                ):
                    self._learn([target], [value])
                case ast.FunctionDef(name=name, args=arguments, body=body):
                    self._meaning.setdefault(name, []).extend(body)
                    given = [
                        call
                        for call in calls
                        if isinstance(call.func, ast.Name) and call.func.id == name
                    ]
                    values = [
                        *arguments.defaults,
                        *(default for default in arguments.kw_defaults if default),
                    ]
                    values += [value for call in given for value in _arguments(call)]
                    self._learn([ast.Name(each.arg) for each in _parameters(arguments)], values)

    def _learn(self, targets: Iterable[ast.AST], values: Iterable[ast.AST]) -> None:
        values = list(values)
        for target in targets:
            for node in ast.walk(target):
                if isinstance(node, ast.Name):
                    self._meaning.setdefault(node.id, []).extend(values)

    def strings(self, nodes: Iterable[ast.AST]) -> frozenset[str]:
        """Return every string literal in `nodes` and in the values of the names in them."""
        found: set[str] = set()
        seen: set[str] = set()
        waiting = list(nodes)
        while waiting:
            texts, names = self._parts(waiting.pop())
            found |= texts
            for name in names - seen:
                waiting += self._meaning.get(name, [])
            seen |= names
        return frozenset(found - {""})

    def _parts(self, node: ast.AST) -> tuple[set[str], set[str]]:
        """Return the string literals in `node` and the names that it uses."""
        if node not in self._known:
            names = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
            self._known[node] = set(_strings(node)), names & self._meaning.keys()
        return self._known[node]


def _arguments(call: ast.Call) -> list[ast.expr]:
    return [*call.args, *(keyword.value for keyword in call.keywords)]


def _parameters(arguments: ast.arguments) -> list[ast.arg]:
    return [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]


def literals(source: str) -> frozenset[str]:
    """Return every plain string literal in `source`."""
    try:
        return frozenset(_strings(ast.parse(source))) - {""}
    except SyntaxError:
        return frozenset()


def _strings(node: ast.AST) -> Iterator[str]:
    """Yield the plain string literals in `node`, without the parts of f-strings."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value.strip()
    # An f-string surrounds a computed value, which may be a test's data.
    for child in [] if isinstance(node, ast.JoinedStr) else ast.iter_child_nodes(node):
        yield from _strings(child)


@cache
def shared() -> frozenset[str]:
    """Return the strings of `tinytorch.checks`, parts of f-strings too: none has a test's data."""
    with open(tinytorch.checks.__file__, encoding="utf-8") as file:
        tree = ast.parse(file.read())
    strings = (
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    return frozenset(text.strip() for text in strings) - {""}
