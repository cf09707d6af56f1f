# misconception: You count an answer as right if the label is among the two largest scores. Only
#   the largest counts.
#| export
def accuracy(scores, labels):
    numbers = as_labels(labels)
    if scores.ndim != 2 or scores.shape[0] != len(numbers):
        raise ValueError("scores and labels do not fit")
    best = np.argsort(scores.data, axis=1)[:, -2:]
    return float(np.mean((best == numbers[:, None]).any(axis=1)))
