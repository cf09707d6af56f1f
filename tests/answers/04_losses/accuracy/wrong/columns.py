# misconception: You look for the largest number of each column. Each row is a sample: use
#   axis=1.
# rank: 13
#| export
def accuracy(scores, labels):
    numbers = as_labels(labels)
    if scores.ndim != 2 or scores.shape[0] != len(numbers):
        raise ValueError("scores and labels do not fit")
    best = np.resize(np.argmax(scores.data, axis=0), len(numbers))
    return float(np.mean(best == numbers))
