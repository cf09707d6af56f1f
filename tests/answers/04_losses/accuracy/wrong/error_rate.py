# misconception: You return the share of wrong answers. The accuracy is the share of right ones.
# rank: 12
#| export
def accuracy(scores, labels):
    numbers = as_labels(labels)
    if scores.ndim != 2 or scores.shape[0] != len(numbers):
        raise ValueError("scores and labels do not fit")
    return float(np.mean(np.argmax(scores.data, axis=1) != numbers))
