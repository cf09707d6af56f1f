"""The interactive figures as they are without JavaScript, computed by the package.

`static/play.js` adds the controls and changes these elements.
"""

from html import escape
from itertools import pairwise

import numpy as np

from tinytorch.core.activations import Softmax
from tinytorch.core.layers import (
    Dropout,
    linear_activation_bytes,
    linear_flops,
    linear_macs,
    linear_param_bytes,
    linear_param_count,
    mlp_activation_bytes,
    mlp_flops,
    mlp_param_bytes,
    mlp_param_count,
)
from tinytorch.core.tensor import Tensor

COLUMNS, ROWS, CELL = 10, 4, 36  # the grid of dropout; a cell in SVG units
WIDTHS, BATCH = [784, 256, 128, 10], 32
SCORES = [2.0, 1.0, 0.0, -1.0]
LONGEST = 100  # the longest bar, in percent of the column


def dropout() -> str:
    """Forty values and one mask with p = 0.5: kept ones are filled, dropped ones crossed out."""
    p = 0.5
    x = np.arange(1, COLUMNS * ROWS + 1) % 4 + 1.0
    np.random.seed(3)  # a mask that keeps about half of them
    y = Dropout(p)(Tensor(x), training=True).numpy()
    cells = []
    # Each value keeps its input in data-x, from which play.js computes other masks.
    for place, (before, after) in enumerate(zip(x, y, strict=True)):
        left, top = place % COLUMNS * CELL, place // COLUMNS * CELL
        state = "kept" if after else "dropped"
        cells.append(
            f'<g class="{state}" data-x="{before:g}" transform="translate({left} {top})">'
            f'<rect x="2" y="2" width="{CELL - 4}" height="{CELL - 4}" rx="4"/>'
            f'<path d="M8 8 L{CELL - 8} {CELL - 8} M{CELL - 8} 8 L8 {CELL - 8}"/>'
            f'<text x="{CELL / 2:g}" y="{CELL / 2 + 4:g}">{after:g}</text></g>'
        )
    kept = int(np.count_nonzero(y))
    rows = [
        ("kept", "values kept", f"{kept} of {y.size}"),
        ("factor", "a survivor is multiplied by 1/(1 - p)", f"{1 / (1 - p):.2f}"),
        ("in", "mean of the input", f"{x.mean():.2f}"),
        ("out", "mean of the output, this mask", f"{y.mean():.2f}"),
        ("many", "mean of the output, all masks so far", f"{y.mean():.2f}"),
        ("draws", "masks drawn so far", "1"),
    ]
    alt = (
        f"A grid of {y.size} values; {kept} are kept and doubled, "
        "the others are crossed out and zero."
    )
    return _svg(COLUMNS * CELL, ROWS * CELL, alt, "".join(cells), "mask") + _facts(rows)


def cost() -> str:
    """A table of the network 784-256-128-10 at batch 32: parameters, bytes, MACs and FLOPs."""
    rows = []
    most = max(linear_macs(BATCH, a, b) for a, b in pairwise(WIDTHS))
    for number, (a, b) in enumerate(pairwise(WIDTHS)):
        macs = linear_macs(BATCH, a, b)
        values = [
            linear_param_count(a, b),
            linear_param_bytes(a, b),
            linear_activation_bytes(BATCH, a, b),
        ]
        values += [macs, linear_flops(BATCH, a, b)]
        rows.append(_row(f"layer-{number}", f"{a} to {b}", values, f"{LONGEST * macs / most:.2f}%"))
    # The widths between layers are counted once here, so the total is less than the column's sum.
    totals = [mlp_param_count(WIDTHS), mlp_param_bytes(WIDTHS), mlp_activation_bytes(BATCH, WIDTHS)]
    totals += [mlp_flops(BATCH, WIDTHS) // 2, mlp_flops(BATCH, WIDTHS)]
    rows.append(_row("network", "network", totals, None))
    heads = ["layer", "parameters", "their bytes", "activation bytes", "MACs", "FLOPs"]
    head = "".join(f'<th scope="col">{text}</th>' for text in heads)
    table = _table(head, "".join(rows))
    share = 100 * linear_macs(BATCH, *WIDTHS[:2]) / (mlp_flops(BATCH, WIDTHS) / 2)
    ratio = mlp_activation_bytes(BATCH, WIDTHS) / mlp_param_bytes(WIDTHS)
    facts = [
        ("share", "share of the first layer in all MACs", f"{share:.1f}%"),
        ("ratio", "activations for one byte of parameters", f"{ratio:.2f} bytes"),
    ]
    return table + _facts(facts)


def softmax() -> str:
    """Bars with the softmax of four scores at temperature 1."""
    shares = Softmax()(Tensor(SCORES)).numpy()
    bars = "".join(
        f'<tr data-score="{score:g}"><th scope="row">score {score:g}</th>'
        f'<td class="bar"><span style="width: {100 * share:.2f}%"></span></td>'
        f'<td data-cell="share">{share:.3f}</td></tr>'
        for score, share in zip(SCORES, shares, strict=True)
    )
    head = '<th scope="col">class</th><th scope="col">share</th><th scope="col">as a number</th>'
    return _table(head, bars) + _facts([("sum", "sum of the shares", f"{shares.sum():.3f}")])


def _svg(width: int, height: int, alt: str, inner: str, name: str) -> str:
    return (
        f'<svg class="{name}" role="img" aria-label="{escape(alt)}" '
        f'viewBox="0 0 {width} {height}">{inner}</svg>'
    )


def _table(head: str, body: str) -> str:
    return (
        f'<div class="table-wrapper"><table><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _facts(rows: list[tuple[str, str, str]]) -> str:
    lines = "".join(
        f'<div><dt>{name}</dt><dd data-cell="{cell}">{value}</dd></div>'
        for cell, name, value in rows
    )
    return f'<dl class="facts">{lines}</dl>'


def _row(cell: str, name: str, values: list[int], bar: str | None) -> str:
    keys = ["params", "bytes", "activations", "macs", "flops"]
    cells = "".join(
        f'<td data-cell="{key}">{value:,}</td>' for key, value in zip(keys, values, strict=True)
    )
    drawn = f'<span class="bar" style="width: {bar}"></span>' if bar else ""
    return (
        f'<tr data-row="{cell}"><th scope="row"><span data-cell="name">{name}</span>{drawn}</th>'
        f"{cells}</tr>"
    )
