# misconception: You return for every sample whether it is right. Take the mean.
#| export
def accuracy(scores, labels):
    numbers = as_labels(labels)
    if scores.ndim != 2 or scores.shape[0] != len(numbers):
        raise ValueError("scores and labels do not fit")
    return np.argmax(scores.data, axis=1) == numbers
