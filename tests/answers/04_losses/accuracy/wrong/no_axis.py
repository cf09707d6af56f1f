# misconception: You leave out the axis, so argmax finds one place in the whole array. Use
#   axis=1.
# rank: 14
#| export
def accuracy(scores, labels):
    numbers = as_labels(labels)
    if scores.ndim != 2 or scores.shape[0] != len(numbers):
        raise ValueError("scores and labels do not fit")
    return float(np.mean(np.argmax(scores.data) == numbers))
