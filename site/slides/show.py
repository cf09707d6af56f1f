"""Functions for a deck's own cells: enlarged figures, matrices, boxes, signatures."""

import inspect
import pickle
from collections.abc import Callable, Sequence
from html import escape

import matplotlib.pyplot as plt
import numpy as np
from IPython.display import HTML
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib_inline.backend_inline import set_matplotlib_formats

from tinytorch.core.tensor import Tensor

set_matplotlib_formats("svg", bbox_inches=None)  # keep the figure's size; no cropping
plt.rcParams["legend.handlelength"] = 3.2  # long enough to tell dashes from dots
FONT_SIZE = 19  # points: about 25 of the slide's 720 pixels
SLIDE = (12.3, 5.35)  # inches, the room below a slide's title


def for_the_room(
    figure: Figure,
    *keep: int,
    size: tuple[float, float] = SLIDE,
    legend: int = 0,
    titles: bool = True,
) -> Figure:
    """A copy of one of the notebook's figures, with text and lines readable from the back row.

    Args:
        figure: the notebook's figure; it stays as it is.
        keep: indices into `figure.axes` of the axes to keep, side by side; without any, all stay.
        size: width and height in inches; an inch is 96 pixels of a slide that is 1280 wide.
        legend: the number of columns of the figure's legend; 0 leaves it out.
        titles: whether the axes keep their titles.
    """
    figure = pickle.loads(pickle.dumps(figure))  # matplotlib has no other way to copy one
    figure.set_size_inches(*size)
    figure.set_layout_engine("constrained")
    axes = [figure.axes[number] for number in keep] or figure.axes
    for other in [other for other in figure.axes if other not in axes]:
        other.remove()
    grid = figure.add_gridspec(1, len(axes))
    for column, one in enumerate(axes if keep else []):
        one.set_subplotspec(grid[column])
        one.tick_params(labelleft=True)
    for one in axes:
        one.set_title(one.get_title() if titles else "")
        own = one.get_legend()
        for line in [*one.lines, *(own.get_lines() if own else [])]:
            line.set(linewidth=3.5, markersize=max(10, line.get_markersize()))
    for old in figure.legends[:]:  # its size fits the notebook, so it is drawn again
        old.remove()
        if legend:
            entries = axes[0].get_legend_handles_labels()
            figure.legend(*entries, loc="outside lower center", ncols=legend, frameon=False)
    for text in figure.findobj(Text):
        text.set_fontsize(max(FONT_SIZE, text.get_fontsize()))
    return figure


def three(side: int = 28) -> np.ndarray:
    """A drawn digit 3 of two open arcs, shape (side, side), with ink from 0 to 1."""
    row, column = np.mgrid[0:side, 0:side] * 28 / side
    ink = np.zeros((side, side))
    for middle in (9.0, 18.5):
        distance = np.abs(np.hypot(row - middle, (column - 12.5) * 1.05) - 4.9)
        ink = np.maximum(
            ink,
            np.where(column > 9.5 - np.abs(row - middle) / 4, np.exp(-((distance / 1.3) ** 2)), 0),
        )
    return ink


def pixels(values: np.ndarray, alt: str) -> HTML:
    """A picture of a matrix: a square for each value, from 0 (white) to 1 (black)."""
    squares = "".join(
        f'<rect x="{column}" y="{row}" width="1" height="1" fill-opacity="{ink:.2f}"/>'
        for (row, column), ink in np.ndenumerate(values)
        if ink > 0.02
    )
    height, width = values.shape
    return HTML(
        f'<svg class="pixels" role="img" aria-label="{escape(alt)}" '
        f'viewBox="0 0 {width} {height}">{squares}</svg>'
    )


def matrix(values: np.ndarray, name: str) -> str:
    """HTML of a matrix with its name and shape below."""
    table = np.atleast_2d(values)
    rows = "".join(
        "<tr>" + "".join(f"<td>{number:g}</td>" for number in row) + "</tr>" for row in table
    )
    shape = escape(str(tuple(int(length) for length in values.shape)))
    return (
        f'<figure class="matrix"><table>{rows}</table>'
        f"<figcaption>{escape(name)}<br>{shape}</figcaption></figure>"
    )


def equation(*parts: tuple[np.ndarray, str] | str) -> HTML:
    """A row of matrices, given as (values, name), and operators, given as text."""
    drawn = [
        f'<span class="sign">{escape(part)}</span>' if isinstance(part, str) else matrix(*part)
        for part in parts
    ]
    return HTML('<div class="equation">' + "".join(drawn) + "</div>")


def boxes(*parts: tuple[str, ...] | str) -> HTML:
    """A row of boxes, given as a name and lines, and operators, given as text."""
    drawn = []
    for part in parts:
        if isinstance(part, str):
            drawn.append(f'<span class="sign">{escape(part)}</span>')
        else:
            name, *lines = part
            drawn.append(
                f'<div class="box"><b>{escape(name)}</b>'
                + "".join(f"<i>{escape(x)}</i>" for x in lines)
                + "</div>"
            )
    return HTML('<div class="boxes">' + "".join(drawn) + "</div>")


def chain(layers: Sequence[tuple[str, Callable[[Tensor], Tensor]]], x: Tensor) -> HTML:
    """Layers as boxes, and the shape of the data between them, found by calling the layers.

    Args:
        layers: (name, layer), in order.
        x: the input of the first layer.
    """
    parts: list[tuple[str, ...] | str] = [("x", str(x.shape))]
    for name, layer in layers:
        x = layer(x)
        parts += ["→", (name, str(x.shape))]
    return boxes(*parts)


def interface(*calls: Callable[..., object]) -> HTML:
    """The signatures of classes and methods, with the first line of each docstring."""
    rows = []
    for call in calls:
        # Without annotations and `self`, as a student writes the call.
        parameters = [
            p.replace(annotation=p.empty) for p in inspect.signature(call).parameters.values()
        ]
        arguments = str(inspect.Signature([p for p in parameters if p.name != "self"]))
        dot = "." if "." in call.__qualname__ else ""
        signature = escape(dot + call.__name__ + arguments)
        rows.append(f"<dt><code>{signature}</code></dt><dd>{_first_line(call.__doc__)}</dd>")
    return HTML('<dl class="interface">' + "".join(rows) + "</dl>")


def _first_line(doc: str | None) -> str:
    """The first line of a docstring as HTML; text between backticks becomes code."""
    line = escape((doc or "").strip().split("\n")[0])
    pieces = line.split("`")
    return "".join(
        f"<code>{piece}</code>" if index % 2 else piece for index, piece in enumerate(pieces)
    )
