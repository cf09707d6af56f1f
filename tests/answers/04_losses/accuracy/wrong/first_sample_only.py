# misconception: You look at the first sample only. Compare all rows.
#| export
def accuracy(scores, labels):
    numbers = as_labels(labels)
    if scores.ndim != 2 or scores.shape[0] != len(numbers):
        raise ValueError("scores and labels do not fit")
    return float(np.argmax(scores.data[0]) == numbers[0])
