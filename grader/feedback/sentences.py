"""The author's sentences: what a failed test may say to a student, and the look-up that lets nothing else through.

A message is looked up, not passed on. Its title, its likely mistake and its section are shown only
if they stand word for word in what the author wrote (the string literals of the test, or of
`tinytorch.checks`), and only together: one title, one likely mistake and one section, all of which
one call in the test could have said.
"""

import ast
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from nbformat.notebooknode import NotebookNode

import tinytorch.checks

SAYS = frozenset({"likely", "read", "mistakes"})  # arguments that hold sentences
CHECKS = frozenset(tinytorch.checks.__all__)
LIKELY, READ = (
    "  likely:   ",
    "  read:     ",
)  # how `tinytorch.checks.fail` begins the last lines of a message
JOINTS = re.compile(r", |: ")  # between the parts of a title: `weights, first call, is not right.`
SHORTEST = 4  # characters of a title: a shorter literal may be the beginning of anything


@dataclass(frozen=True)
class Message:
    """What a failed test says, without what was expected and what came."""

    title: str = ""
    likely: str = ""
    read: str = ""

    @classmethod
    def of_text(cls, text: str) -> "Message":
        """The message in the text of a `CheckFailed`: its first line, and its last ones if they have their labels."""
        title, *lines = text.split("\n")
        read = lines.pop().removeprefix(READ) if lines and lines[-1].startswith(READ) else ""
        likely = lines.pop().removeprefix(LIKELY) if lines and lines[-1].startswith(LIKELY) else ""
        return cls(title, likely, read)


@dataclass(frozen=True)
class Sentences:
    """What one call can say."""

    texts: frozenset[str] = frozenset()  # titles and likely mistakes
    reads: frozenset[str] = frozenset()  # sections

    def known(self, message: Message) -> list[str]:
        """The lines of `message` that are among these sentences."""
        title = self._title(message.title)
        lines = [title] if title else []
        if message.likely and message.likely in self.texts | shared():
            lines.append(f"likely: {message.likely}")
        if message.read and message.read in self.reads:
            lines.append(f"read: {message.read}")
        return lines

    def _title(self, line: str) -> str:
        """What was checked and, from `tinytorch.checks`, how it failed."""
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


Source = Callable[[NotebookNode], list[Sentences]]  # what the calls of a test cell can say


def shown(message: Message, allowed: Sequence[Sentences]) -> list[str]:
    """The lines of `message` that may be shown: those that one of the allowed calls knows, the one that knows most."""
    return max((call.known(message) for call in allowed), key=len, default=[])


def together(allowed: Sequence[Sentences]) -> Sentences:
    """All sentences as if one call could say them, for a message that is known to be the test's own."""
    texts = frozenset[str]().union(*(each.texts for each in allowed))
    return Sentences(texts, frozenset[str]().union(*(each.reads for each in allowed)))


def of_test(source: str) -> list[Sentences]:
    """What each call of a check in `source`, and each `assert`, can say."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return []
    names = _Names(tree)
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Assert) and node.msg is not None:
            found.append(Sentences(names.strings([node.msg])))
        elif isinstance(node, ast.Call) and _says_something(node):
            read = [keyword.value for keyword in node.keywords if keyword.arg == "read"]
            rest = [
                *node.args,
                *(keyword.value for keyword in node.keywords if keyword.arg != "read"),
            ]
            found.append(Sentences(names.strings(rest), names.strings(read)))
    return list(dict.fromkeys(found))


def _says_something(call: ast.Call) -> bool:
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    return name in CHECKS or any(keyword.arg in SAYS for keyword in call.keywords)


class _Names:
    """What the names of a test stand for, as far as its text tells: values, loops, functions and their arguments."""

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
        """Every string literal in `nodes` and in what the names in them stand for."""
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
        """The string literals in `node` and the names that it uses."""
        if node not in self._known:
            names = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
            self._known[node] = set(_strings(node)), names & self._meaning.keys()
        return self._known[node]


def _arguments(call: ast.Call) -> list[ast.expr]:
    return [*call.args, *(keyword.value for keyword in call.keywords)]


def _parameters(arguments: ast.arguments) -> list[ast.arg]:
    return [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]


def literals(source: str) -> frozenset[str]:
    """Every plain string literal in `source`."""
    try:
        return frozenset(_strings(ast.parse(source))) - {""}
    except SyntaxError:
        return frozenset()


def _strings(node: ast.AST) -> Iterator[str]:
    """The plain string literals in `node`; the pieces of f-strings do not count."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value.strip()
    for child in [] if isinstance(node, ast.JoinedStr) else ast.iter_child_nodes(node):
        yield from _strings(child)


@cache
def shared() -> frozenset[str]:
    """The sentences of `tinytorch.checks`, those in f-strings included: none of them can hold a test's numbers."""
    with open(tinytorch.checks.__file__, encoding="utf-8") as file:
        tree = ast.parse(file.read())
    strings = (
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    return frozenset(text.strip() for text in strings) - {""}
