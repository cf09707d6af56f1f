"""Convert formulas to MathML, which browsers show without a script or a request."""

import re
from html import escape
from xml.etree import ElementTree

from latex2mathml.converter import convert

LONGEST = 2000  # characters of a formula
NAMESPACE = "{http://www.w3.org/1998/Math/MathML}"
ELEMENTS = frozenset(
    {
        "math", "menclose", "mfrac", "mi", "mmultiscripts", "mn", "mo", "mover", "mroot", "mrow",
        "mspace", "msqrt", "mstyle", "msub", "msubsup", "msup", "mtable", "mtd", "mtext", "mtr",
        "munder", "munderover",
    }
)  # fmt: skip
ATTRIBUTES = frozenset(
    {
        "accent", "columnalign", "display", "displaystyle", "fence", "form", "linethickness",
        "lspace", "mathvariant", "movablelimits", "notation", "rspace", "scriptlevel", "separator",
        "stretchy", "width",
    }
)  # fmt: skip
# Keywords and small lengths: a formula must not cover the page.
VALUE = re.compile(r"[a-z -]{1,40}|[+-]?[0-2](\.\d{1,3})?(em|px)?")


def formula(latex: str, *, block: bool = False) -> str:
    """Return `latex` as MathML, or as typed if it cannot be converted."""
    text = as_typed(latex, block=block)
    if len(latex) > LONGEST:
        return text
    try:
        tree = ElementTree.fromstring(convert(latex, display="block" if block else "inline"))
    except Exception:  # the converter raises errors of many types for invalid LaTeX
        return text
    for element in tree.iter():
        if element.tag.removeprefix(NAMESPACE) not in ELEMENTS:
            return text
        kept = {
            key: value
            for key, value in element.attrib.items()
            if key in ATTRIBUTES and VALUE.fullmatch(value)
        }
        element.attrib.clear()
        element.attrib.update(kept)
        # ElementTree would write the namespace as a prefix, which HTML does not know.
        element.tag = element.tag.removeprefix(NAMESPACE)
    return ElementTree.tostring(tree, encoding="unicode")


def as_typed(latex: str, *, block: bool = False) -> str:
    """Return `latex` as plain text."""
    sign = "$$" if block else "$"
    return f"<code>{escape(f'{sign}{latex}{sign}')}</code>"
