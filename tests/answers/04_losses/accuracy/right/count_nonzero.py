# style: np.count_nonzero, and a NumPy float
#| export
def accuracy(scores, labels):
    numbers = as_labels(labels)
    if scores.ndim != 2 or scores.shape[0] != len(numbers):
        raise ValueError("scores and labels do not fit")
    best = scores.numpy().argmax(axis=-1)
    return np.count_nonzero(best == numbers) / scores.shape[0]
