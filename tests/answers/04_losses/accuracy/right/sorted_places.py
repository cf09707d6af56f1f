# style: the last place of a sorted row
#| export
def accuracy(scores, labels):
    numbers = as_labels(labels)
    if scores.ndim != 2 or scores.shape[0] != len(numbers):
        raise ValueError("scores and labels do not fit")
    return float(np.mean(np.argsort(scores.data, axis=1)[:, -1] == numbers))
