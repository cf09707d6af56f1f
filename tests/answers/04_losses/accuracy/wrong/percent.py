# misconception: You return percent. The share is a number from 0 to 1.
# rank: 10
#| export
def accuracy(scores, labels):
    numbers = as_labels(labels)
    if scores.ndim != 2 or scores.shape[0] != len(numbers):
        raise ValueError("scores and labels do not fit")
    return float(100 * np.mean(np.argmax(scores.data, axis=1) == numbers))
