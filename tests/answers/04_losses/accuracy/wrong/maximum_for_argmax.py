# misconception: You compare the largest score with the label. What counts is its place:
#   np.argmax.
# rank: 15
#| export
def accuracy(scores, labels):
    numbers = as_labels(labels)
    if scores.ndim != 2 or scores.shape[0] != len(numbers):
        raise ValueError("scores and labels do not fit")
    return float(np.mean(np.max(scores.data, axis=1) == numbers))
