"""The directive {draw}: a drawing that replaces one of the notebooks' text diagrams.

The package computes the curves. The other drawings are boxes in HTML, so that they wrap on a
narrow screen.
"""

from collections.abc import Callable, Sequence
from html import escape

import numpy as np
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from tinytorch.core.activations import ReLU, Sigmoid, Tanh
from tinytorch.core.tensor import Tensor

WIDTH, HEIGHT, LEFT, TOP, BOTTOM = 360, 190, 34, 14, 24  # size and margins, in SVG units
Curve = Callable[[Tensor], Tensor]


def to_x(value: float) -> float:
    """Where a number from -4 to 4 lies on the horizontal axis, in SVG units."""
    return LEFT + (value + 4) / 8 * (WIDTH - LEFT - 8)


def curve(function: Curve, name: str, low: float, high: float, marks: list[float]) -> str:
    """The curve of an activation for x from -4 to 4, as SVG.

    Args:
        function: the activation.
        name: its name, for the description.
        low, high: the ends of the vertical axis.
        marks: where on the vertical axis to draw a line with a number.
    """
    x = np.linspace(-4, 4, 161)
    y = function(Tensor(x)).numpy()

    def to_y(value: float) -> float:
        return HEIGHT - BOTTOM - (value - low) / (high - low) * (HEIGHT - TOP - BOTTOM)

    lines = "".join(
        f'<path class="mark" d="M{LEFT} {to_y(mark):.1f}H{WIDTH - 8}"/>'
        f'<text x="{LEFT - 6}" y="{to_y(mark) + 4:.1f}" text-anchor="end">{mark:g}</text>'
        for mark in marks
    )
    ticks = "".join(
        f'<text x="{to_x(tick):.1f}" y="{HEIGHT - 6}" text-anchor="middle">{tick:g}</text>'
        for tick in (-4, -2, 0, 2, 4)
    )
    points = " ".join(
        f"{to_x(a):.1f},{to_y(b):.1f}" for a, b in zip(x, y, strict=True) if low <= b <= high
    )
    # A screen reader gets three points of the curve.
    alt = (
        f"The curve of {name} for x from -4 to 4: "
        f"{y[0]:.2f} at the left, {y[80]:g} at 0, {y[-1]:.2f} at the right."
    )
    return (
        f'<svg class="curve" role="img" aria-label="{escape(alt)}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}">{lines}'
        f'<path class="mark" d="M{to_x(0):.1f} {TOP}V{HEIGHT - BOTTOM}"/>{ticks}'
        f'<polyline points="{points}"/></svg>'
    )


def flow(about: str, *steps: tuple[str, ...]) -> str:
    """A row of steps, as an HTML list.

    Args:
        about: the description for screen readers.
        steps: the lines of each step; `=` at the beginning marks data, which gets no frame.
    """
    items = []
    for first, *more in steps:
        kind = ' class="data"' if first.startswith("=") else ""
        small = "".join(f"<small>{escape(line)}</small>" for line in more)
        items.append(f"<li{kind}>{escape(first.removeprefix('='))}{small}</li>")
    return f'<ol class="flow" aria-label="{escape(about)}">{"".join(items)}</ol>'


def box(name: str, *lines: str) -> str:
    """An operand of an equation: a box with a name and smaller lines below it."""
    small = "".join(f"<small>{escape(line)}</small>" for line in lines)
    return f'<span class="box"><b>{escape(name)}</b>{small}</span>'


def matrix(rows: Sequence[Sequence[float]], name: str = "") -> str:
    """An operand of an equation: a matrix with its numbers, and its name below."""
    cells = "".join(
        "<tr>" + "".join(f"<td>{value:g}</td>" for value in row) + "</tr>" for row in rows
    )
    return f'<span class="matrix"><table>{cells}</table><small>{escape(name)}</small></span>'


def equation(about: str, *parts: str) -> str:
    """Boxes and matrices in a row. A part of one character is an operator between them."""
    drawn = (f'<span class="sign">{part}</span>' if len(part) == 1 else part for part in parts)
    return f'<div class="equation" role="group" aria-label="{escape(about)}">{"".join(drawn)}</div>'


def by_hand() -> str:
    """The example of section 2 of Layers: a batch of two samples through a Linear layer."""
    x, w, b = (
        [[1.0, 2.0, 3.0], [4.0, 0.0, 1.0]],
        [[1.0, 0.0], [0.0, 1.0], [2.0, 1.0]],
        [[0.5, -1.0]],
    )
    y: np.ndarray = np.array(x) @ np.array(w) + np.array(b)
    parts = (
        matrix(x, "x (2, 3)"),
        "@",
        matrix(w, "W (3, 2)"),
        "+",
        matrix(b, "b (2,)"),
        "=",
        matrix(y.tolist(), "y (2, 2)"),
    )
    return equation("Two samples, three features, two outputs", *parts)


DRAWINGS: dict[str, Callable[[], str]] = {
    "relu": lambda: curve(ReLU(), "ReLU", -0.5, 4, [0, 2, 4]),
    "sigmoid": lambda: curve(Sigmoid(), "sigmoid", -0.1, 1.1, [0, 0.5, 1]),
    "tanh": lambda: curve(Tanh(), "tanh", -1.2, 1.2, [-1, 0, 1]),
    "two-layers": lambda: flow(
        "Two layers that are one",
        ("=x",), ("x @ W1",), ("(x @ W1) @ W2",), ("=y", "= x @ (W1 @ W2)"),
    ),
    "with-activation": lambda: flow(
        "Two layers with an activation between them",
        ("=x",), ("x @ W1",), ("activation",), ("· @ W2",), ("=y",),
    ),
    "one-image": lambda: equation(
        "One image",
        box("x", "784 pixels", "(784,)"), "@", box("W", "a column for each digit", "(784, 10)"),
        "+", box("b", "10 numbers", "(10,)"), "=", box("y", "10 scores", "(10,)"),
    ),
    "a-batch": lambda: equation(
        "A batch",
        box("x", "a row for each sample", "(batch, in)"), "@",
        box("W", "used for every row", "(in, out)"), "+", box("b", "added to every row", "(out,)"),
        "=", box("y", "a row for each sample", "(batch, out)"),
    ),
    "by-hand": by_hand,
    "network": lambda: flow(
        "A batch of 32 images on its way through a network",
        ("=images", "(32, 784)"), ("Linear(784, 256)", "(32, 256)"), ("ReLU", "(32, 256)"),
        ("Dropout(0.5)", "(32, 256)"), ("Linear(256, 10)", "(32, 10)"), ("=scores",),
    ),
    "sequential": lambda: flow(
        "A Sequential and what its layers have to learn",
        ("=x",), ("Linear(784, 256)", "W1, b1"), ("ReLU", "none"), ("Dropout(0.5)", "none"),
        ("Linear(256, 10)", "W2, b2"), ("=y", "parameters(): [W1, b1, W2, b2]"),
    ),
    "call": lambda: flow(
        "What happens when a layer is called",
        ("=dropout(x, training=False)",), ("Layer.__call__", "written once, in Layer"),
        ("self.forward", "Dropout.forward"), ("=the result",),
    ),
}  # fmt: skip


class Draw(SphinxDirective):
    """`{draw} relu`, with one of DRAWINGS."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """The drawing, as HTML."""
        name = self.arguments[0]
        if name not in DRAWINGS:
            raise self.error(f"There is no drawing {name!r}; there are {', '.join(DRAWINGS)}.")
        return [nodes.raw("", DRAWINGS[name](), format="html")]


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive."""
    app.add_directive("draw", Draw)
    return {"parallel_read_safe": True}
