# misconception: You flatten the labels, so that labels with two axes pass. Raise a ValueError
#   for them, as as_labels does.
#| export
def accuracy(scores, labels):
    numbers = as_labels(Tensor(labels).data.ravel())
    if scores.ndim != 2 or scores.shape[0] != len(numbers):
        raise ValueError("scores and labels do not fit")
    return float(np.mean(np.argmax(scores.data, axis=1) == numbers))
