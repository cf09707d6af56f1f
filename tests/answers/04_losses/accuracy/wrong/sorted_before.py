# misconception: You sort answers and labels before comparing them. Each answer belongs to its
#   own label.
#| export
def accuracy(scores, labels):
    numbers = as_labels(labels)
    if scores.ndim != 2 or scores.shape[0] != len(numbers):
        raise ValueError("scores and labels do not fit")
    return float(np.mean(np.sort(np.argmax(scores.data, axis=1)) == np.sort(numbers)))
