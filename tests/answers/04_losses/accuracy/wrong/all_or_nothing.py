# misconception: You return 1 only if all answers are right, and 0 otherwise. Take the mean of
#   what is true.
#| export
def accuracy(scores, labels):
    numbers = as_labels(labels)
    if scores.ndim != 2 or scores.shape[0] != len(numbers):
        raise ValueError("scores and labels do not fit")
    return float(np.all(np.argmax(scores.data, axis=1) == numbers))
