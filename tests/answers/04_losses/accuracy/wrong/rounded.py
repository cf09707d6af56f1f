# misconception: You round the share. Return it as it is.
#| export
def accuracy(scores, labels):
    numbers = as_labels(labels)
    if scores.ndim != 2 or scores.shape[0] != len(numbers):
        raise ValueError("scores and labels do not fit")
    return float(round(np.mean(np.argmax(scores.data, axis=1) == numbers), 1))
