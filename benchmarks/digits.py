"""The digits of the course: images from scikit-learn's copy, and the network trained on them.

Run `python benchmarks/digits.py train` to train the network again, in about a second and always to
the same numbers, or `python benchmarks/digits.py images` to write the images again; only the latter
needs scikit-learn.
"""

import json
import random
import sys
from pathlib import Path

import numpy as np

from tinytorch.data import PIXELS, digits

FOLDER = Path(__file__).parents[1] / "tinytorch" / "digits"
ORDER = 3  # seed of the order of the images, and so of which are the first 1,400

HIDDEN, DROPPED = 32, 0.2
SEED, EPOCHS, BATCH = 5, 60, 50
RATE, DECAY, KEEP = (
    0.003,
    1e-4,
    (0.9, 0.999),
)  # Adam's step, how much weights shrink at each, what it remembers
DECIMALS = 2

Arrays = list[np.ndarray]


def write_images(path: Path) -> None:
    """Write a line for each image, in an order drawn from the seed.

    It holds 64 pixels, from 0 (paper) to G (all ink), and the label.
    """
    from sklearn.datasets import load_digits

    found = load_digits()
    rows = ["".join(PIXELS[int(value)] for value in image) for image in found.data]
    lines = [f"{row} {label}\n" for row, label in zip(rows, found.target, strict=True)]
    random.Random(ORDER).shuffle(lines)
    path.write_text("".join(lines), encoding="utf-8")


def start(rng: np.random.Generator) -> Arrays:
    """The first weights (of LeCun's scale, as in module 03) and biases."""
    arrays: Arrays = []
    for rows, columns in ((64, HIDDEN), (HIDDEN, 10)):
        arrays += [rng.normal(0, np.sqrt(1 / rows), size=(rows, columns)), np.zeros(columns)]
    return arrays


def gradients(arrays: Arrays, x: np.ndarray, labels: np.ndarray, mask: np.ndarray) -> Arrays:
    """How a batch's mean cross-entropy changes with each array; `mask` is dropout's, scaled."""
    W1, b1, W2, b2 = arrays
    z = x @ W1 + b1
    h = np.maximum(z, 0) * mask
    scores = h @ W2 + b2
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    g = (powers / powers.sum(axis=1, keepdims=True) - np.eye(10)[labels]) / len(x)
    back = g @ W2.T * mask * (z > 0)
    return [x.T @ back, back.sum(axis=0), h.T @ g, g.sum(axis=0)]


def train() -> Arrays:
    """The arrays W1, b1, W2, b2 after training with Adam, rounded to two decimals."""
    rng = np.random.default_rng(SEED)
    images, labels = digits("training")
    images = images.astype(np.float64)
    arrays = start(rng)
    first, second = ([np.zeros_like(array) for array in arrays] for _ in range(2))
    step = 0
    for epoch in range(EPOCHS):
        rate = RATE * (1 - epoch / EPOCHS)
        order = rng.permutation(len(images))
        for batch in np.split(order, len(order) // BATCH):
            step += 1
            mask = (rng.random((BATCH, HIDDEN)) >= DROPPED) / (1 - DROPPED)
            for place, g in enumerate(gradients(arrays, images[batch], labels[batch], mask)):
                first[place] += (1 - KEEP[0]) * (g - first[place])
                second[place] += (1 - KEEP[1]) * (g * g - second[place])
                mean, square = (
                    first[place] / (1 - KEEP[0] ** step),
                    second[place] / (1 - KEEP[1] ** step),
                )
                arrays[place] = (1 - DECAY) * arrays[place] - rate * mean / (np.sqrt(square) + 1e-8)
    return [np.round(array, DECIMALS) + 0.0 for array in arrays]  # + 0.0 makes -0.0 zero


def accuracy(arrays: Arrays) -> float:
    """The share of the unseen digits that the network names rightly, without dropout."""
    images, labels = digits("unseen")
    W1, b1, W2, b2 = arrays
    return float(np.mean((np.maximum(images @ W1 + b1, 0) @ W2 + b2).argmax(axis=1) == labels))


def write_network(path: Path) -> None:
    """Train, and write the arrays as JSON, a line for each row."""
    arrays = train()
    lists = [array.tolist() for array in arrays]
    text = ",\n".join(
        json.dumps(each, separators=(",", ":")).replace("],[", "],\n[") for each in lists
    )
    path.write_text(f"[{text}]\n", encoding="utf-8")
    count = sum(array.size for array in arrays)
    print(
        f"{path.name}: {count:,} numbers, {path.stat().st_size:,} bytes, "
        f"{accuracy(arrays):.1%} of unseen digits"
    )


if __name__ == "__main__":
    if sys.argv[1:] == ["images"]:
        write_images(FOLDER / "images.txt")
    elif sys.argv[1:] == ["train"]:
        write_network(FOLDER / "network.json")
    else:
        sys.exit(f"usage: python {sys.argv[0]} train | images")
