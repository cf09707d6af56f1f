"""From a cell's text to code, as IPython does it, but for what only its magics need: most cells have none.

IPython looks for magics and prompts token by token, parses the cell, and compiles each statement by
itself; that takes longer than to run it.
"""

import ast
import re
from typing import Any

from IPython.core.compilerop import CachingCompiler
from IPython.core.inputtransformer2 import TransformerManager

PROMPT = re.compile(
    r"^\s*In \[\d+\]:", re.MULTILINE
)  # of a pasted session; `In [1]: x` is Python too


class Compiler(CachingCompiler):
    """IPython's compiler; a cell that was looked at is not parsed a second time."""

    def __init__(self) -> None:
        super().__init__()
        self._seen: tuple[str, ast.AST] | None = None

    def is_python(self, cell: str) -> bool:
        """Whether a cell is Python as it stands; no magic is."""
        try:
            self._seen = cell, super().ast_parse(cell, "<cell>")
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return False
        return True

    def ast_parse(self, source: str, filename: str = "<unknown>", symbol: str = "exec") -> ast.AST:
        """Parse a cell."""
        seen, self._seen = self._seen, None
        if seen is not None and seen[0] == source and symbol == "exec":
            return seen[1]
        return super().ast_parse(source, filename, symbol)

    def parts(self, nodes: list[ast.stmt], name: str) -> list[Any]:
        """The code of a cell's statements: one for all that show nothing, one for a last expression.

        Raises:
            SyntaxError: if it cannot be compiled.
        """
        last = nodes[-1:] if isinstance(nodes[-1], ast.Expr) else []
        rest = nodes[: len(nodes) - len(last)]
        trees: list[tuple[Any, str]] = [(ast.Module(rest, []), "exec")] if rest else []
        trees += [(ast.Interactive(last), "single")] if last else []
        return [self(tree, name, how) for tree, how in trees]


class Transformer(TransformerManager):
    """IPython's magics and prompts, not looked for where none can be."""

    def __init__(self, compiler: Compiler) -> None:
        super().__init__()
        self._compiler = compiler
        self._usual = self._transforms()

    def transform_cell(self, cell: str) -> str:
        """The cell as Python."""
        ended = cell if cell.endswith("\n") else cell + "\n"
        if (
            self._transforms() == self._usual
            and not PROMPT.search(cell)
            and self._compiler.is_python(ended)
        ):
            return ended
        return str(super().transform_cell(cell))

    def _transforms(self) -> list[Any]:
        """What is done to each cell; a notebook may add to it."""
        return [*self.cleanup_transforms, *self.line_transforms, *self.token_transformers]
