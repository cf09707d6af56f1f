"""Arithmetic in prose: every equation between numbers can be read and holds."""

import ast
import math
import re
from collections.abc import Iterator
from fractions import Fraction

from nbformat.notebooknode import NotebookNode

from grader.release.conventions.found import Found, line_of, numbered

# Commas separate thousands, as in 1,797.
NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
SIGN = r"(?:\s*[×·*/+]\s*|\s+-\s+)"
TERM = rf"(?:{NUMBER}|\({NUMBER}(?:{SIGN}{NUMBER})+\))"
# Not the tail of a longer expression: neither a part of a word or number nor behind a sign.
START = r"(?<![\w.,²(])(?<![×·/+-])(?<!\s[×·*/+-]\s)"
EQUATION = re.compile(rf"{START}({TERM}(?:{SIGN}{TERM})+)\s*([=≈])\s*({NUMBER})")
SQUARE_ROOT = re.compile(rf"sqrt\(({NUMBER})/({NUMBER})\)\s*≈\s*({NUMBER})")
ANY_EQUATION = re.compile(r"\d`?\s*[=≈]\s*`?\d")


def equations(notebook: NotebookNode) -> Iterator[Found]:
    """The equations that do not hold, and those that cannot be read."""
    for number, cell in numbered(notebook):
        if cell.cell_type == "markdown":
            for place, what in wrong(cell.source):
                yield Found(number, line_of(cell.source, place), what)


def wrong(text: str) -> Iterator[tuple[int, str]]:
    """(position, what is wrong) for every equation in `text` that fails or cannot be read."""
    spans = []
    for match in SQUARE_ROOT.finditer(text):
        spans.append(match.span())
        root = math.sqrt(fraction(match[1]) / fraction(match[2]))
        if not rounded(root, match[3]):
            yield match.start(), f"{match[0]} is wrong: it is {root:,.6g}."
    for match in EQUATION.finditer(text):
        spans.append(match.span())
        exact, sign, shown = value(match[1]), match[2], match[3]
        # "=" promises the exact result, "≈" the result rounded to the decimals shown.
        holds = exact == fraction(shown) if sign == "=" else rounded(float(exact), shown)
        if not holds:
            yield match.start(), f"{' '.join(match[0].split())} is wrong: it is {float(exact):,}."
    # An equation that is not understood must not pass as one that holds.
    for match in ANY_EQUATION.finditer(text):
        if not any(start <= match.start() < end for start, end in spans):
            near = " ".join(text[max(0, match.start() - 20) : match.end() + 10].split())
            what = f"the equation in {near!r} cannot be checked: write it with numbers only"
            yield match.start(), f"{what}, such as (4 + 1) / 2 = 2.5."


def fraction(text: str) -> Fraction:
    """A number with thousands separators, exactly."""
    return Fraction(text.replace(",", ""))


def value(expression: str) -> Fraction:
    """What an expression of numbers, signs and parentheses gives, exactly."""
    plain = re.sub("[×·]", "*", re.sub(r"\s+", " ", expression).replace(",", ""))
    # Numbers become strings, so that 0.1 is read as a fraction and not rounded to a float.
    return _value(ast.parse(re.sub(r"\d+(?:\.\d+)?", r"'\g<0>'", plain), mode="eval").body)


def _value(node: ast.expr) -> Fraction:
    if isinstance(node, ast.Constant):
        return Fraction(str(node.value))
    # Parsed and walked, not evaluated: only the four operations of EQUATION occur.
    assert isinstance(node, ast.BinOp)
    left, right = _value(node.left), _value(node.right)
    match node.op:
        case ast.Add():
            return left + right
        case ast.Sub():
            return left - right
        case ast.Mult():
            return left * right
    return left / right


def rounded(exact: float, shown: str) -> bool:
    """Whether `shown` is `exact`, rounded to as many decimals as it has."""
    decimals = len(shown.partition(".")[2])
    return abs(exact - float(fraction(shown))) <= 0.5 * 10**-decimals
