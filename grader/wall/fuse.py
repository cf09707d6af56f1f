"""Rewrites a test cell so that the questions of one expression are put off and asked together; see `later`.

    got = layer.forward(Tensor(X))    becomes    got = __value__(__later__(layer.forward, __later__(Tensor, X)))

Whether a name stands for a student's object is seen when the test runs. What is rewritten here may stand for either:
calls of what is not known to be the grader's own, operators and subscripts with such a call in them, and tuples, lists
and list comprehensions of those.
"""

import ast
import builtins
from collections.abc import Callable
from typing import TypeGuard

from grader.wall.later import KINDS

OPERATORS: dict[type[ast.AST], str] = {
    ast.Add: "add", ast.Sub: "sub", ast.Mult: "mul", ast.Div: "truediv", ast.FloorDiv: "floordiv", ast.Mod: "mod",
    ast.Pow: "pow", ast.MatMult: "matmul", ast.USub: "neg", ast.UAdd: "pos", ast.Invert: "invert",
}  # fmt: skip
BUILTINS = frozenset(vars(builtins))
# What may call a function of the test's, or run for longer than the expression: nothing stays put off beside it.
LOUD = (
    ast.NamedExpr, ast.Await, ast.Yield, ast.YieldFrom, ast.Starred, ast.GeneratorExp, ast.ListComp, ast.SetComp,
    ast.DictComp, ast.Lambda, ast.IfExp, ast.BoolOp,
)  # fmt: skip


def fuse(tree: ast.Module, package: str) -> ast.Module:
    """The test, rewritten; names that it imports from the modules of `package` are a student's."""
    fused: ast.Module = _Fuse(_own_names(tree, package)).visit(tree)
    return ast.fix_missing_locations(fused)


def _own_names(tree: ast.Module, package: str) -> frozenset[str]:
    """The names under which the test makes or imports functions and modules of the grader's."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.Name) and node.id in KINDS and isinstance(node.ctx, ast.Store):
            found.add(node.id)
        elif isinstance(node, ast.Import) or (
            isinstance(node, ast.ImportFrom) and not f"{node.module}.".startswith(f"{package}.")
        ):
            found.update((alias.asname or alias.name).partition(".")[0] for alias in node.names)
    return frozenset(found)


class _Fuse(ast.NodeTransformer):
    def __init__(self, made: frozenset[str]) -> None:
        self._own, self._made = BUILTINS | made, made

    def visit_Call(self, node: ast.Call) -> ast.AST:
        return self._value(node)

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        return self._value(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.AST:
        return self._value(node)

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        return self._value(node)

    def visit_Tuple(self, node: ast.Tuple) -> ast.AST:
        return self._display(node)

    def visit_List(self, node: ast.List) -> ast.AST:
        return self._display(node)

    def visit_ListComp(self, node: ast.ListComp) -> ast.AST:
        between = [part for each in node.generators[1:] for part in (each.iter, *each.ifs)] + node.generators[0].ifs
        if not self._may_wait(node.elt) or not all(map(self._quiet, between)):
            return self.generic_visit(node)
        for each in node.generators:
            self.generic_visit(each)
        return _tool("__values__", ast.ListComp(self._later(node.elt), node.generators))

    def _display(self, node: ast.Tuple | ast.List) -> ast.AST:
        waiting = self._waiting(node.elts, self._may_wait)
        if not isinstance(node.ctx, ast.Load) or len(waiting) < 2:
            return self.generic_visit(node)
        parts = [self._later(each) if each in waiting else self.visit(each) for each in node.elts]
        return _tool("__values__", type(node)(parts, ast.Load()))

    def _value(self, node: ast.Call | ast.BinOp | ast.UnaryOp | ast.Subscript) -> ast.AST:
        if self._can_wait(node) and self._waiting(_parts(node)):
            return _tool("__value__", self._later(node))
        return self.generic_visit(node)

    def _later(self, node: ast.expr) -> ast.expr:
        """The expression that puts `node` off."""
        parts = _parts(node)
        waiting = self._waiting(parts)
        done = [self._later(each) if each in waiting else self.visit(each) for each in parts]
        if isinstance(node, ast.BinOp | ast.UnaryOp):
            made = _tool("__operate__", ast.Constant(OPERATORS[type(node.op)]), *done)
        elif isinstance(node, ast.Subscript):
            made = _tool("__operate__", ast.Constant("getitem"), done[0], _key(done[1]))
        elif self._is_passed_on(node):
            made = _tool("__operate__", ast.Constant(_name(node.func)), done[1])
        else:
            assert isinstance(node, ast.Call)
            first = done.pop(0)
            if isinstance(node.func, ast.Attribute):
                late = node.func.value in waiting
                first = _tool("__of__", first, ast.Constant(node.func.attr)) if late else _of(first, node.func)
            named = [ast.keyword(each.arg, done.pop(len(node.args))) for each in node.keywords]
            made = ast.Call(ast.Name("__later__", ast.Load()), [first, *done], named)
        return ast.copy_location(made, node)

    def _waiting(self, parts: list[ast.expr], can: Callable[[ast.expr], bool] | None = None) -> list[ast.expr]:
        """Those of an expression's parts that can be put off: whatever is worked out after them leaves them alone."""
        found: list[ast.expr] = []
        for part in reversed(parts):
            if (can or self._can_wait)(part):
                found.append(part)
            if not self._quiet(part):
                break
        return found

    def _can_wait(self, node: ast.AST) -> bool:
        """Whether `node` may be a question for the student's side."""
        if isinstance(node, ast.BinOp | ast.UnaryOp):
            return type(node.op) in OPERATORS and any(map(self._can_wait, _parts(node)))
        if isinstance(node, ast.Subscript):
            return isinstance(node.ctx, ast.Load) and self._can_wait(node.value)
        if self._is_passed_on(node) and self._can_wait(node.args[0]):
            return True
        if not isinstance(node, ast.Call) or any(isinstance(each, ast.Starred) for each in node.args):
            return False
        return all(each.arg for each in node.keywords) and not self._is_own(node.func)

    def _may_wait(self, node: ast.expr) -> bool:
        """Like `_can_wait`, for one of several: there it is worth asking whether `x + y` or `x[0]` is a student's."""
        if isinstance(node, ast.BinOp | ast.UnaryOp):
            return type(node.op) in OPERATORS and (self._can_wait(node) or any(map(self._is_name, _parts(node))))
        return self._can_wait(node) or (isinstance(node, ast.Subscript) and self._is_name(node.value))

    def _is_name(self, node: ast.AST) -> bool:
        return isinstance(node, ast.Name) and node.id not in self._own

    def _is_own(self, function: ast.AST) -> bool:
        """Whether a function is the grader's own, such as `expect`, `float` or `np.abs`, or one that is made here."""
        if isinstance(function, ast.Call):
            return not self._can_wait(function)
        while isinstance(function, ast.Attribute):
            function = function.value
            if isinstance(function, ast.Call):
                return not self._can_wait(function)
        return not isinstance(function, ast.Name) or function.id in self._own

    def _is_passed_on(self, node: ast.AST) -> TypeGuard[ast.Call]:
        """Whether it is `len(x)`, `repr(x)` or `str(x)` with what Python means by that."""
        if not isinstance(node, ast.Call) or len(node.args) != 1 or node.keywords:
            return False
        return _name(node.func) in KINDS and _name(node.func) not in self._made

    def _quiet(self, node: ast.AST) -> bool:
        """Whether working out `node` runs no function that a test has made."""
        return not isinstance(node, LOUD) and not self._is_loud_call(node) and all(
            map(self._quiet, ast.iter_child_nodes(node))
        )  # fmt: skip

    def _is_loud_call(self, node: ast.AST) -> bool:
        """A call of a function by its name that is no builtin: the test has made it or imported it."""
        return isinstance(node, ast.Call) and _name(node.func) in self._made


def _parts(node: ast.AST) -> list[ast.expr]:
    """What an expression is worked out from, in Python's order; a method's object stands for the method."""
    if isinstance(node, ast.BinOp):
        return [node.left, node.right]
    if isinstance(node, ast.UnaryOp):
        return [node.operand]
    if isinstance(node, ast.Subscript):
        return [node.value, node.slice]
    assert isinstance(node, ast.Call)
    owner = node.func.value if isinstance(node.func, ast.Attribute) else node.func
    return [owner, *node.args, *(each.value for each in node.keywords)]


def _name(node: ast.AST) -> str:
    return node.id if isinstance(node, ast.Name) else ""


def _key(node: ast.expr) -> ast.expr:
    """What stands in a subscript's brackets, as an expression of its own."""
    if isinstance(node, ast.Slice):
        ends = [each or ast.copy_location(ast.Constant(None), node) for each in (node.lower, node.upper, node.step)]
        return ast.copy_location(_tool("__slice__", *ends), node)
    if isinstance(node, ast.Tuple):
        return ast.copy_location(ast.Tuple([_key(each) for each in node.elts], ast.Load()), node)
    return node


def _of(owner: ast.expr, attribute: ast.Attribute) -> ast.expr:
    return ast.copy_location(ast.Attribute(owner, attribute.attr, ast.Load()), attribute)


def _tool(name: str, *arguments: ast.expr) -> ast.expr:
    made = ast.Call(ast.Name(name, ast.Load()), list(arguments), [])
    return ast.copy_location(made, arguments[-1])
