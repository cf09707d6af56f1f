"""Compile a cell as IPython does, without the work that only magics need: most cells have none.

IPython looks for magics and prompts token by token, parses the cell, and compiles each statement by
itself, which takes longer than running it.
"""

import ast
import re
from typing import Any

from IPython.core.compilerop import CachingCompiler
from IPython.core.inputtransformer2 import TransformerManager

# The prompt of a pasted session; `In [1]: x` is valid Python too.
PROMPT = re.compile(r"^\s*In \[\d+\]:", re.MULTILINE)


class Compiler(CachingCompiler):
    """IPython's compiler, which does not parse a cell twice."""

    def __init__(self) -> None:
        super().__init__()
        self._parsed: tuple[str, ast.AST] | None = None

    def is_python(self, cell: str) -> bool:
        """Whether a cell is plain Python, without magics."""
        try:
            self._parsed = cell, super().ast_parse(cell, "<cell>")
        except (SyntaxError, ValueError, RecursionError, MemoryError):
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
        ended = cell if cell.endswith("\n") else cell + "\n"
        default = self._transforms() == self._default and not PROMPT.search(cell)
        if default and self._compiler.is_python(ended):
            return ended
        return str(super().transform_cell(cell))

    def _transforms(self) -> list[Any]:
        """The transforms of each cell; a notebook may add to them."""
        return [*self.cleanup_transforms, *self.line_transforms, *self.token_transformers]
