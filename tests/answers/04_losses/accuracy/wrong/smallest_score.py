# misconception: You look for the smallest score of each row. The answer is the largest one:
#   np.argmax.
#| export
def accuracy(scores, labels):
    numbers = as_labels(labels)
    if scores.ndim != 2 or scores.shape[0] != len(numbers):
        raise ValueError("scores and labels do not fit")
    return float(np.mean(np.argmin(scores.data, axis=1) == numbers))
