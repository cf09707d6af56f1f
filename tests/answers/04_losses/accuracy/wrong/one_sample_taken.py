# misconception: You accept scores with one axis, as a single sample. The task asks for a
#   ValueError unless there are two axes.
#| export
def accuracy(scores, labels):
    if scores.ndim == 1:
        scores = scores.reshape(1, -1)
    numbers = as_labels(labels)
    if scores.ndim != 2 or scores.shape[0] != len(numbers):
        raise ValueError("scores and labels do not fit")
    return float(np.mean(np.argmax(scores.data, axis=1) == numbers))
