# misconception: You read labels.data, which a list does not have, and which is something else
#   for an array. as_labels takes a Tensor, an array or a list.
#| export
def accuracy(scores, labels):
    numbers = as_labels(labels.data)
    if scores.ndim != 2 or scores.shape[0] != len(numbers):
        raise ValueError("scores and labels do not fit")
    return float(np.mean(np.argmax(scores.data, axis=1) == numbers))
