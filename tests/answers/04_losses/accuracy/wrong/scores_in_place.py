# misconception: You change scores.data. Make a new array.
#| export
def accuracy(scores, labels):
    numbers = as_labels(labels)
    if scores.ndim != 2 or scores.shape[0] != len(numbers):
        raise ValueError("scores and labels do not fit")
    best = np.argmax(scores.data, axis=1)
    scores.data -= scores.data.max(axis=1, keepdims=True)
    return float(np.mean(best == numbers))
