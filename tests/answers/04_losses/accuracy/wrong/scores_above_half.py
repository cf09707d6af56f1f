# misconception: You count scores of the label above 0.5, as if scores were probabilities. What
#   counts is whether it is the largest of its row.
#| export
def accuracy(scores, labels):
    numbers = as_labels(labels)
    if scores.ndim != 2 or scores.shape[0] != len(numbers):
        raise ValueError("scores and labels do not fit")
    picked = scores.data[np.arange(len(numbers)), numbers]
    return float(np.mean(picked > 0.5))
