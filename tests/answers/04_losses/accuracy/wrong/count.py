# misconception: You return how many answers are right. Divide by the number of samples.
# rank: 11
#| export
def accuracy(scores, labels):
    numbers = as_labels(labels)
    if scores.ndim != 2 or scores.shape[0] != len(numbers):
        raise ValueError("scores and labels do not fit")
    return float(np.sum(np.argmax(scores.data, axis=1) == numbers))
