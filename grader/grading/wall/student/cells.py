"""Compile a cell as IPython does, without the work that only magics need: most cells have none.

IPython looks for magics and prompts token by token, parses the cell, and compiles each statement by
itself, which takes longer than running it. Cells of the release are compiled before the fork.
"""

import ast
import contextlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from IPython.core.compilerop import CachingCompiler
from IPython.core.inputtransformer2 import TransformerManager

# The prompt of a pasted session; `In [1]: x` is valid Python too.
PROMPT = re.compile(r"^\s*In \[\d+\]:", re.MULTILINE)


# What the compiler raises for a text that is not Python, or nested too deeply.
NOT_PYTHON = (SyntaxError, ValueError, RecursionError, MemoryError)


@dataclass(frozen=True)
class Known:
    """A cell that is compiled already."""

    tree: ast.Module
    codes: list[Any]


class Compiler(CachingCompiler):
    """IPython's compiler, which does not parse a cell twice."""

    def __init__(self) -> None:
        super().__init__()
        self._parsed: tuple[str, ast.AST] | None = None
        self._known: dict[str, Known] = {}  # by source
        self._known_names: dict[str, Known] = {}  # by the name that IPython gives the code
        self._plain_flags = self.flags

    def know(self, cells: Iterable[str]) -> None:
        """Compile cells that are run later, unless a `__future__` import changes what they mean."""
        for cell in map(_ended, cells):
            with contextlib.suppress(*NOT_PYTHON):
                tree = super().ast_parse(cell, "<cell>")
                assert isinstance(tree, ast.Module)
                name = self.get_code_name(cell, cell, 1)  # 1, since the shell keeps no history
                known = Known(tree, self.compile_cell(tree.body, name) if tree.body else [])
                if self.flags == self._plain_flags:
                    self._known[cell] = self._known_names[name] = known
            self.flags = self._plain_flags

    def is_python(self, cell: str) -> bool:
        """Whether a cell is plain Python, without magics."""
        known = self._known.get(cell)
        if known is not None and self.flags == self._plain_flags:
            self._parsed = cell, known.tree
            return True
        try:
            self._parsed = cell, super().ast_parse(cell, "<cell>")
        except NOT_PYTHON:
            return False
        return True

    def ast_parse(self, source: str, filename: str = "<unknown>", symbol: str = "exec") -> ast.AST:
        """Parse a cell, or return the tree that `is_python` has parsed."""
        parsed, self._parsed = self._parsed, None
        if parsed is not None and parsed[0] == source and symbol == "exec":
            return parsed[1]
        return super().ast_parse(source, filename, symbol)

    def compile_cell(self, nodes: list[ast.stmt], name: str) -> list[Any]:
        """The code of a cell: one object for the statements, one for a last expression.

        Raises:
            SyntaxError: if it cannot be compiled.
        """
        known = self._known_names.get(name)
        if known is not None and known.tree.body is nodes:
            return known.codes
        last = nodes[-1:] if isinstance(nodes[-1], ast.Expr) else []
        rest = nodes[: len(nodes) - len(last)]
        trees: list[tuple[Any, str]] = [(ast.Module(rest, []), "exec")] if rest else []
        trees += [(ast.Interactive(last), "single")] if last else []
        return [self(tree, name, mode) for tree, mode in trees]


class Transformer(TransformerManager):
    """IPython's input transformer, which leaves plain Python alone."""

    def __init__(self, compiler: Compiler) -> None:
        super().__init__()
        self._compiler = compiler
        self._default = self._transforms()

    def transform_cell(self, cell: str) -> str:
        """The cell as Python."""
        ended = _ended(cell)
        default = self._transforms() == self._default and not PROMPT.search(cell)
        if default and self._compiler.is_python(ended):
            return ended
        return str(super().transform_cell(cell))

    def _transforms(self) -> list[Any]:
        """The transforms of each cell; a notebook may add to them."""
        return [*self.cleanup_transforms, *self.line_transforms, *self.token_transformers]


def _ended(cell: str) -> str:
    return cell if cell.endswith("\n") else cell + "\n"
