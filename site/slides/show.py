"""What a deck's own cells draw with, inside the kernel: figures for the back row, matrices, interfaces."""

import inspect
import pickle
from html import escape

import numpy as np
from IPython.display import HTML
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib_inline.backend_inline import set_matplotlib_formats

set_matplotlib_formats("svg")
LETTERS = 19  # points: about 25 of the slide's 720 pixels
SLIDE = (12.4, 5.5)  # inches, the room below a slide's title


def for_the_room(
    figure: Figure, *keep: int, size: tuple[float, float] = SLIDE, legend: int = 0, titles: bool = True
) -> Figure:
    """A copy of one of the notebook's figures, with letters and lines for the back row.

    Args:
        figure: the notebook's figure; it stays as it is.
        keep: which of its axes to keep, as numbers into `figure.axes`, side by side; all as they are, if none.
        size: width and height in inches; an inch is 96 pixels of a slide that is 1280 wide.
        legend: into how many columns to put the figure's own legend; 0 leaves it out.
        titles: whether the axes keep their titles.
    """
    figure = pickle.loads(pickle.dumps(figure))
    figure.set_size_inches(*size)
    axes = [figure.axes[number] for number in keep] or figure.axes
    for other in [other for other in figure.axes if other not in axes]:
        other.remove()
    for column, one in enumerate(axes if keep else []):
        one.set_subplotspec(figure.add_gridspec(1, len(axes))[column])
        one.tick_params(labelleft=True)
    for one in axes:
        one.set_title(one.get_title() if titles else "")
        for line in [*one.lines, *(one.get_legend().get_lines() if one.get_legend() else [])]:
            line.set(linewidth=3.5, markersize=max(10, line.get_markersize()))
    for old in figure.legends[:]:
        old.remove()
        if legend:
            figure.legend(*axes[0].get_legend_handles_labels(), loc="outside lower center", ncols=legend, frameon=False)
    for text in figure.findobj(Text):
        text.set_fontsize(max(LETTERS, text.get_fontsize()))
    return figure


def matrix(values: np.ndarray, name: str) -> str:
    """HTML of one matrix with its name and shape below."""
    table = np.atleast_2d(values)
    rows = "".join("<tr>" + "".join(f"<td>{number:g}</td>" for number in row) + "</tr>" for row in table)
    shape = escape(str(tuple(int(length) for length in values.shape)))
    return f'<figure class="matrix"><table>{rows}</table><figcaption>{escape(name)}<br>{shape}</figcaption></figure>'


def equation(*parts: tuple[np.ndarray, str] | str) -> HTML:
    """Matrices, given as (values, name), and the signs between them, in one line."""
    drawn = [f'<span class="sign">{escape(part)}</span>' if isinstance(part, str) else matrix(*part) for part in parts]
    return HTML('<div class="equation">' + "".join(drawn) + "</div>")


def interface(*classes: type) -> HTML:
    """The signatures of the classes and of their public methods, with the first sentence of each docstring."""
    rows = []
    for cls in classes:
        rows.append((cls.__name__ + _arguments(cls), cls.__doc__))
        for name, method in vars(cls).items():
            if inspect.isfunction(method) and (not name.startswith("_") or name == "__call__"):
                rows.append((f".{name}{_arguments(method)}", method.__doc__))
    body = "".join(f"<dt><code>{escape(head)}</code></dt><dd>{_first(doc)}</dd>" for head, doc in rows)
    return HTML(f'<dl class="interface">{body}</dl>')


def _arguments(call: object) -> str:
    """The parameters of a call as it is written: without self and without types."""
    parameters = [p.replace(annotation=p.empty) for p in inspect.signature(call).parameters.values() if p.name != "self"]
    return str(inspect.Signature(parameters))


def _first(doc: str | None) -> str:
    """The first line of a docstring; what stands between backticks as code."""
    line = escape((doc or "").strip().split("\n")[0])
    pieces = line.split("`")
    return "".join(f"<code>{piece}</code>" if index % 2 else piece for index, piece in enumerate(pieces))
