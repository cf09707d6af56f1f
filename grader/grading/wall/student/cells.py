"""Compile a cell as IPython does, without the work that only magics need: most cells have none.

IPython looks for magics and prompts token by token, parses the cell, and compiles each statement by
itself, which takes longer than running it. Cells of the release are compiled before the fork.
"""

import ast
import re
from collections.abc import Iterable
from dataclasses import dataclass
from types import CodeType
from typing import Any

from IPython.core.compilerop import CachingCompiler
from IPython.core.inputtransformer2 import TransformerManager
from IPython.core.interactiveshell import InteractiveShell

# The prompt of a pasted session; `In [1]: x` is valid Python too.
PROMPT = re.compile(r"^\s*In \[\d+\]:", re.MULTILINE)
# What the compiler raises for a text that is not Python, or nested too deeply.
NOT_PYTHON = (SyntaxError, ValueError, RecursionError, MemoryError)


@dataclass(frozen=True)
class Parsed:
    """A cell of plain Python; its code by the name that IPython gives it, if it is known."""

    source: str
    tree: ast.Module
    codes: dict[str, list[CodeType]]


UNREAD = Parsed("", ast.Module([], []), {})


class Compiler(CachingCompiler):
    """IPython's compiler, which does not parse a cell twice, and compiles known cells once."""

    def __init__(self) -> None:
        super().__init__()
        self._known: dict[tuple[str, int], Parsed] = {}  # by source and compiler flags
        self._last = UNREAD

    def know(self, cells: Iterable[str]) -> None:
        """Compile cells that are run later, unless a `__future__` import changes what they mean."""
        flags = self.flags
        for cell in map(_ended, cells):
            if self.read(cell):
                name = self.get_code_name(cell, cell, 1)  # 1, since the shell keeps no history
                codes = self.codes(self._last.tree.body, name)
                if self.flags == flags:
                    self._known[cell, flags] = Parsed(cell, self._last.tree, {name: codes})
            self.flags = flags

    def read(self, cell: str) -> bool:
        """Parse a cell; whether it is plain Python, without magics."""
        known = self._known.get((cell, self.flags))
        if known is None:
            try:
                tree = super().ast_parse(cell, "<cell>")
            except NOT_PYTHON:
                return False
            assert isinstance(tree, ast.Module)
            known = Parsed(cell, tree, {})
        self._last = known
        return True

    def forget(self) -> None:
        """Forget which cell was read last: IPython transforms it."""
        self._last = UNREAD

    def ast_parse(self, source: str, filename: str = "<unknown>", symbol: str = "exec") -> ast.AST:
        """Parse a cell, or return the tree of the one that was read last."""
        if self._last.source == source and symbol == "exec":
            return self._last.tree
        return super().ast_parse(source, filename, symbol)

    def codes(self, nodes: list[ast.stmt], name: str) -> list[CodeType]:
        """The code of the cell that was read last: its statements, and a last expression.

        Empty if `nodes` are not that cell, or cannot be compiled.
        """
        if self._last.tree.body is not nodes:
            return []
        if name in self._last.codes:
            return self._last.codes[name]
        last = nodes[-1:] if nodes and isinstance(nodes[-1], ast.Expr) else []
        rest = nodes[: len(nodes) - len(last)]
        trees: list[tuple[Any, str]] = [(ast.Module(rest, []), "exec")] if rest else []
        trees += [(ast.Interactive(last), "single")] if last else []
        try:
            return [self(tree, name, mode) for tree, mode in trees]
        except NOT_PYTHON:
            return []


class Transformer(TransformerManager):
    """IPython's input transformer, which leaves plain Python alone."""

    def __init__(self, shell: InteractiveShell, compiler: Compiler) -> None:
        super().__init__()
        self._shell, self._compiler = shell, compiler
        self._default = self._transforms()

    def transform_cell(self, cell: str) -> str:
        """The cell as Python."""
        ended = _ended(cell)
        plain = self._compiler.read(ended) and not PROMPT.search(cell)
        if plain and self._transforms() == self._default:
            return ended
        self._compiler.forget()
        return str(super().transform_cell(cell))

    def _transforms(self) -> list[Any]:
        """The transforms of text and tree; a notebook may add to them."""
        lines = [*self.cleanup_transforms, *self.line_transforms, *self.token_transformers]
        return [*lines, *self._shell.ast_transformers]


def _ended(cell: str) -> str:
    return cell if cell.endswith("\n") else cell + "\n"
